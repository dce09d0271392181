import { clauseText } from '../../policy/clause.ts';
import { forbiddenWords, foreignNumbers } from '../../wording.ts';
import { isMerged } from '../tree.ts';
import type { Failure, Proof } from './proof.ts';

/** 8: our words hold no promise and no number that the quote lacks, and every gap is worded. */
export const wordsAreOurs: Proof = (rules) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const { policy, gaps } = rules;
  const textOf = (id: string) => {
    const clause = policy.clauses.find((c) => c.id === id);
    return clause ? clauseText(clause) : '';
  };
  const say = (at: Failure['at'], words: string | undefined, law: string) => {
    if (words === undefined) return;
    for (const number of foreignNumbers(words, law)) {
      failures.push({
        at,
        section: '数字',
        problem: `我们的话里有数字“${number}”，引文没有。`,
        fix: '删去这个数字，或者照引文的数字写。',
      });
    }
    for (const word of forbiddenWords(words, law)) {
      failures.push({
        at,
        section: '判断表',
        problem: `我们的话里有“${word}”，原文没有这个意思。`,
        fix: '照原文的强度写，不替机关下结论。',
      });
    }
  };
  const known = (at: Failure['at'], id: string) => {
    if (Object.hasOwn(gaps, id)) return;
    failures.push({
      at,
      section: '没有写明',
      problem: `gaps.yml 里没有“${id}”。`,
      fix: `先在 gaps.yml 里加上“${id}”。`,
    });
  };
  for (const { id, title, note, quote, gaps: open, aside = {}, table } of rules.outcomes) {
    for (const [name, reason] of Object.entries(aside))
      say(['outcomes', id, 'aside', name], reason, quote);
    say(['outcomes', id, 'title'], title, quote);
    say(['outcomes', id, 'note'], note, quote);
    for (const [i, gap] of open.entries()) known(['outcomes', id, 'gaps', i], gap);
    if (typeof table === 'string') continue;
    for (const [i, line] of table.entries()) {
      say(['outcomes', id, 'cases', i, 'note'], line.note, quote);
      for (const gap of line.gaps ?? []) known(['outcomes', id, 'cases', i, 'gaps'], gap);
    }
  }
  for (const { id, question, help, answers, clause, gap } of rules.facts) {
    say(['facts', id, 'question'], question, textOf(clause));
    say(['facts', id, 'help'], help, textOf(clause));
    for (const [slug, label] of Object.entries(answers)) {
      say(['facts', id, 'answers', slug], label, textOf(clause));
    }
    if (gap) known(['facts', id, 'gap'], gap);
  }
  for (const { id, intro, questions } of rules.topics) {
    say([`topics/${id}`, 'intro'], intro, '');
    for (const [i, { fact, text, help, answers }] of questions.entries()) {
      const asked = rules.facts.find((f) => f.id === fact);
      if (!asked) continue;
      const law = textOf(asked.clause ?? '');
      const at = [`topics/${id}`, 'questions', i] as const;
      // Words of facts.yml were looked at above.
      if (text !== asked.question) say([...at, 'question'], text, law);
      if (help !== asked.help) say([...at, 'help'], help, law);
      for (const { slug, label } of answers.filter(isMerged))
        say([...at, 'merge', slug, 'label'], label, law);
    }
  }
  for (const [i, { clause, reason }] of rules.ledger.entries())
    say(['ledger', i, 'reason'], reason, textOf(clause));
  return failures;
};
