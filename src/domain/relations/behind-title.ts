import { matchAt } from './folded-text.ts';
import { NUMBER_TAIL } from './names.ts';

/** What brackets behind a title say of it. */
export interface BehindTitle {
  number: string | null;
  /** What it is called for short from there on. */
  short: string | null;
  /** Where all that ends, and where what belongs to the citation itself does. */
  end: number;
  linkEnd: number;
}

const LONGEST_TITLE = 200;
const BRACKET = /(?<word>文件?|一文)?\((?<inside>[^()]{1,80})\)/uy;
const NUMBERED = new RegExp(`^(?:[^()]{0,30}?)${NUMBER_TAIL}$`, 'u');
const NUMBER_IN = new RegExp(`^([^,;()]{0,30}?${NUMBER_TAIL})[,;]`, 'u');
const SHORT =
  /(?:(?:以下|下)?(?:简称|统称)为?|(?:以下|下)称)[:]?[《"“「〈]?([^《》"“”「」〈〉,;]{1,30})[》"”」〉]?/u;
const EDITION = /(?:修正|修订|年版)/u;

/** Where the title that opens at a place of a folded text closes: titles in titles are counted. */
export function closeOf(text: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < text.length && at - open < LONGEST_TITLE; at++) {
    const sign = text.charAt(at);
    if (sign === '《' || sign === '〈') depth++;
    if (sign === '》' || sign === '〉') depth--;
    if (depth === 0) return at - open > 1 ? at : null;
  }
  return null;
}

/** Reads the brackets behind a title: `（某发〔2020〕1号，以下简称《细则》）`, `（2018年修订）`. */
export function readBehind(text: string, at: number): BehindTitle {
  const behind: BehindTitle = { number: null, short: null, end: at, linkEnd: at };
  for (;;) {
    const bracket = matchAt(BRACKET, text, behind.end);
    const { word, inside = '' } = bracket?.groups ?? {};
    if (!bracket) return behind;
    const [, short] = SHORT.exec(inside) ?? [];
    const number = NUMBERED.test(inside) ? inside : NUMBER_IN.exec(inside)?.[1];
    if (!short && (word || !(number || EDITION.test(inside)))) return behind;
    behind.number ??= number ?? null;
    behind.short ??= short ?? null;
    behind.end += bracket[0].length;
    if (behind.short === null) behind.linkEnd = behind.end;
  }
}
