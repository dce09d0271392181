import { formatShort } from '../../domain/policy/citation.ts';
import type { Advice, Section } from '../../domain/problem.ts';
import {
  brokenCitations,
  forbiddenWords,
  foreignNumbers,
  strengthWords,
} from '../../domain/wording.ts';
import type { Policy } from '../read/policy.ts';

type Findings = [section: Section, advice: Advice][];

/** What our words may not hold, each with the heading of the handbook that says so. `where` names the law they speak of. */
export function checkWords(ours: string, law: string, policy: Policy, where: string): Findings {
  const numbers = foreignNumbers(ours, law).map((number): Findings[number] => [
    '数字',
    {
      problem: `我们的话里有数字“${number}”，${where}没有。`,
      fix: '删去这个数字，或者照原文的数字写。',
    },
  ]);
  return [...numbers, ...checkClaims(ours, law, policy)];
}

/** The same without the numbers, for words that speak of the site too. */
export function checkClaims(ours: string, law: string, policy: Policy): Findings {
  const example = policy.clauses.find(({ parent, marker }) => parent && marker);
  return [
    ...forbiddenWords(ours, law).map((word): Findings[number] => [
      '条款文件',
      {
        problem: `我们的话里有“${word}”，原文没有这个意思。`,
        fix: ['现行', '有效'].includes(word)
          ? '不说文件是不是还管用；要提醒读者的，写“是否仍然有效，请向发文机关核实”。'
          : '照原文写“可”“鼓励”“协助”等词，不替机关下结论。',
      },
    ]),
    ...brokenCitations(ours, policy).map((cited): Findings[number] => [
      '编号与地址',
      {
        problem: `我们的话里提到“${cited}”，本文件没有这一条。`,
        fix: `改成存在的编号${example ? `，例如 ${formatShort(policy, example.id)}` : ''}。`,
      },
    ]),
  ];
}

/** Words of ours that say how strongly and that the law does not have. `ours` and `where` name the two in the message. */
export function tooStrong(words: string, law: string, ours: string, where: string): Advice | null {
  const known = strengthWords(law);
  const stronger = strengthWords(words).filter((word) => !known.includes(word));
  if (law === '' || stronger.length === 0) return null;
  return {
    problem: `${ours}里有“${stronger.join('”“')}”，${where}没有这样写。`,
    fix: '照原文写“可”“鼓励”“允许”“协助”“应”“要”，不换，也不添。',
  };
}
