import { type Clause, hasPage, sentencesOf } from '../../policy/clause.ts';
import { withoutSpace } from '../../policy/equality.ts';
import type { Outcome } from '../rules.ts';
import type { Failure, Proof } from './proof.ts';

/** 5: every sentence is quoted by an outcome or stands in the ledger with a reason. */
export const everySentenceIsAccounted: Proof = ({ policy, outcomes, ledger }) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const listed = new Map(ledger.map((entry, i) => [`${entry.clause}#${entry.s}`, i]));
  for (const clause of policy.clauses.filter(hasPage)) {
    const quoted = quotedSentences(clause, outcomes);
    for (const { n, text } of sentencesOf(clause)) {
      const key = `${clause.id}#${n}`;
      const entry = listed.get(key);
      listed.delete(key);
      if (quoted.has(n) && entry !== undefined) {
        failures.push({
          at: ['ledger', entry],
          section: '核对清单',
          problem: `${clause.id} 第 ${n} 句已经有结论引用，不该再列为“不作判断”。`,
          fix: '从 ledger.yml 里删去这一项。',
        });
      } else if (!quoted.has(n) && entry === undefined) {
        failures.push({
          at: ['ledger'],
          section: '核对清单',
          problem: `${clause.id} 第 ${n} 句没有结论引用，也没有列入核对清单：“${text.slice(0, 30)}”。`,
          fix: `加一条结论；或者在 ledger.yml 里写 - { clause: ${clause.id}, s: ${n}, reason: … }`,
        });
      }
    }
  }
  for (const [key, i] of listed) {
    failures.push({
      at: ['ledger', i],
      section: '核对清单',
      problem: `核对清单里的 ${key.replace('#', ' 第 ')} 句，原文里没有。`,
      fix: '改成存在的条款和句子，或者删去这一项。',
    });
  }
  return failures;
};

/** The sentences of a clause that some outcome's quote touches. */
function quotedSentences(clause: Clause, outcomes: readonly Outcome[]): Set<number> {
  const ranges: { n: number; from: number; to: number }[] = [];
  let text = '';
  for (const { n, text: sentence } of sentencesOf(clause)) {
    const from = text.length;
    text += withoutSpace(sentence);
    ranges.push({ n, from, to: text.length });
  }
  const touched = new Set<number>();
  for (const { clause: where, quote } of outcomes) {
    const bare = withoutSpace(quote);
    const at = where === clause.id ? text.indexOf(bare) : -1;
    if (at < 0) continue;
    for (const { n, from, to } of ranges) if (from < at + bare.length && at < to) touched.add(n);
  }
  return touched;
}
