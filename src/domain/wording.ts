import { type Citable, findCitations } from './policy/citation.ts';
import { parseNumeral } from './policy/numeral.ts';

/** Words that decide for the authority or claim what the text does not say. */
const FORBIDDEN = ['您符合', '您有资格', '保证', '现行有效'];

const HAN_NUMBER = '[〇零一二三四五六七八九十百千两]+';
const UNIT = '(?:个月|周年|万元|年|月|日|天|元|人|名|项|条|倍|岁|次|类|所|家|个)';
const DIGITS = /\d+/gu;
const COUNTED = new RegExp(`(${HAN_NUMBER})(?=${UNIT})`, 'gu');

/** Numbers that a text of ours holds and the clause does not: `五年` where the clause says `3年 → [五]`. */
export function foreignNumbers(ours: string, clauseText: string, policy: Citable): string[] {
  const words = findCitations(ours, policy).reduceRight(
    (text, { index, text: cited }) => `${text.slice(0, index)} ${text.slice(index + cited.length)}`,
    ours,
  );
  const known = new Set(numbersIn(clauseText).values());
  return [...numbersIn(words)].filter(([, value]) => !known.has(value)).map(([written]) => written);
}

/** Written form → value. A lone 一 before a measure word (一个, 一项) says "a", not "one". */
function numbersIn(text: string): Map<string, number> {
  const folded = text.normalize('NFKC');
  const found = new Map<string, number>();
  for (const [digits] of folded.matchAll(DIGITS)) found.set(digits, Number(digits));
  for (const [, han = ''] of folded.matchAll(COUNTED)) {
    const value = parseNumeral(han);
    if (value !== null && han !== '一') found.set(han, value);
  }
  return found;
}

/** Forbidden words that stand in a text of ours. */
export function forbiddenWords(ours: string): string[] {
  return FORBIDDEN.filter((word) => ours.includes(word));
}

/** Citations in a text of ours that name no clause of the policy. */
export function brokenCitations(ours: string, policy: Citable): string[] {
  return findCitations(ours, policy)
    .filter(({ clause }) => clause === null)
    .map(({ text }) => text);
}
