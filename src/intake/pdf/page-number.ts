import { parseNumeral } from '../../domain/policy/numeral.ts';

/** What stands round a page number: dashes, dots, strokes, brackets. */
const DRESS = '[-－—–―─‐‑−·•.．~～_|｜（）()\\[\\]【】<>《》]*';
const ARABIC = '[0-9０-９]{1,4}';
const HAN = '[〇零一二三四五六七八九十百]{1,5}';
const ROMAN = '[ivxlc]{1,7}|[IVXLC]{1,7}';
const NUMBER = `(?:${ARABIC}|${ROMAN})`;
const FORMS = [
  new RegExp(`^${DRESS}(?<n>${NUMBER})${DRESS}$`, 'u'),
  new RegExp(
    `^${DRESS}第(?<n>${ARABIC}|${HAN})页(?:${DRESS}[,，/／]?(?:共|总)(?:${ARABIC}|${HAN})页)?${DRESS}$`,
    'u',
  ),
  new RegExp(
    `^${DRESS}(?:[Pp]age|[Pp]\\.?|页码?[:：])?(?<n>${ARABIC})(?:/|／|of)${ARABIC}页?${DRESS}$`,
    'u',
  ),
  new RegExp(`^(?:[Pp]age|[Pp]\\.?|页码?[:：]?)(?<n>${ARABIC})$`, 'u'),
  new RegExp(`^(?<n>${ARABIC})页$`, 'u'),
];
const ROMAN_VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** A page number that stands alone: its number, and what is printed with `#` where the number is. */
export interface PageNumber {
  number: number;
  form: string;
}

/** Reads `1`, `—1—`, `第1页共8页`, `1/8`, `iv`, without white space; `null` for anything else. */
export function readPageNumber(text: string): PageNumber | null {
  for (const [i, pattern] of FORMS.entries()) {
    const printed = pattern.exec(text)?.groups?.['n'];
    if (printed === undefined) continue;
    const number = /^[a-z]+$/iu.test(printed) ? romanValue(printed) : parseNumeral(printed);
    if (number !== null) return { number, form: `#${i}` };
  }
  return null;
}

function romanValue(printed: string): number {
  const values = [...printed.toLowerCase()].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
