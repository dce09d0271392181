import { clauseText, sentencesOf } from '../../policy/clause.ts';
import { quotes } from '../../policy/equality.ts';
import type { Failure, Proof } from './proof.ts';

/** 4: the quote occurs in the clause it names, the marker in the quote; who, by, condition and bearer in the clause. */
export const quotesAreThere: Proof = ({ policy, outcomes, facts }) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  for (const { id, clause: where, quote, marker, ...rest } of outcomes) {
    const clause = policy.clauses.find((c) => c.id === where);
    if (!clause || !quotes(clauseText(clause), quote)) {
      const home = policy.clauses.find((c) => quotes(clauseText(c), quote));
      failures.push({
        at: ['outcomes', id, clause && !home ? 'quote' : 'clause'],
        section: '引文',
        problem: clause
          ? `结论“${id}”的引文不在它所指的条款 ${where} 里。`
          : `结论“${id}”所指的条款 ${where} 原文里没有。`,
        fix: home
          ? `这句话在 ${home.id}，把 clause 改成 ${home.id}。`
          : '照抄原文，标点、全角半角都不改。',
      });
    }
    const { who = [], by = [], condition, bearer } = rest;
    const words: [string, ...(string | number)[]][] = [
      ...who.map((text, i): [string, string, number] => [text, 'who', i]),
      ...by.map((text, i): [string, string, number] => [text, 'by', i]),
      ...(condition ? [[condition, 'condition'] as [string, string]] : []),
      ...(bearer ? [[bearer.name, 'bearer', 'name'] as [string, string, string]] : []),
    ];
    for (const [text, ...path] of words) {
      if (!clause || clauseText(clause).includes(text)) continue;
      failures.push({
        at: ['outcomes', id, ...path],
        section: '引文',
        problem: `结论“${id}”的“${text}”不在 ${where} 里。`,
        fix: '从这一条里照抄，空格、标点都不改；原文没有写的，删去这一项。',
      });
    }
    if (!quotes(quote, marker)) {
      failures.push({
        at: ['outcomes', id, 'marker'],
        section: '引文',
        problem: `结论“${id}”的强度词“${marker}”不在引文里。`,
        fix: '从引文里照抄一个词。',
      });
    }
  }
  for (const { id, clause: where, s, quote } of facts) {
    const clause = policy.clauses.find((c) => c.id === where);
    const sentence = clause && sentencesOf(clause).find(({ n }) => n === s);
    if (sentence && quotes(sentence.text, quote)) continue;
    failures.push({
      at: ['facts', id, 'quote'],
      section: '引文',
      problem: `“${id}”的引文不在 ${where} 的第 ${s} 句里。`,
      fix: sentence ? `照抄这一句里的话：${sentence.text.trim()}` : '改成存在的条款和句子。',
    });
  }
  return failures;
};
