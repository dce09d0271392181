import { foldHead } from './fold.ts';
import { PATTERNS } from './number-patterns.ts';
import { parseNumeral } from './numeral.ts';

/**
 * The levels of numbering in Chinese official documents (GB/T 9704 and the legislation law's 编章节条款项目),
 * outermost first: a level stands inside those before it.
 */
export const LEVELS = [
  'annex', // 附件1
  'book', // 第二编
  'subbook', // 第一分编
  'chapter', // 第九章
  'section', // 第一节
  'division', // 第三部分
  'part', // 三、
  'article', // 第十二条
  'paragraph', // 第二款: an article's second, unnumbered paragraph
  'decimal', // 1 · 1.2 · 1.2.3
  'item', // （二）
  'point', // 1.
  'subpoint', // （1）
  'paren', // 1）
  'circle', // ①
] as const;

/** One level of numbering. */
export type Level = (typeof LEVELS)[number];

/** A number as it is printed at the head of a paragraph. */
export interface Marker {
  level: Level;
  number: number;
  /** The 之二 of 第一百三十三条之二, or 0. */
  zhi: number;
  /** Of 1.2.3 all its numbers, the last one being `number`. */
  path?: readonly number[];
  /** Of points that run on in one paragraph (1.甲；2.乙。) the last number. */
  until?: number;
  /** The printed characters with the white space round them, as they stand in the text. */
  printed: string;
}

/** A number that may stand at the head of a line. */
export interface Candidate extends Marker {
  /** Whether it can be nothing else; 第二条规定的…, 三 alone and 2 人 are numbers only where one is due. */
  sure: boolean;
  /** Whether it may as well speak of something else: 第二条规定的…, 二、三等奖. Then it is no doubt where it is not taken. */
  speaks: boolean;
  /** Of 1范围, which is one only where 1.1 follows. */
  needsInner: boolean;
}

const ORDINALS: Record<string, Level> = {
  编: 'book',
  篇: 'book',
  分编: 'subbook',
  章: 'chapter',
  节: 'section',
  条: 'article',
  部分: 'division',
};
/** With what a number begins; most lines are asked nothing more. */
const BEGINS = /[第附(〇Oo一二三四五六七八九十百千\d①-⑳㉑-㉟㊱-㊿]/u;
/** Longest marker that can be: a look at this many characters is enough. */
const WINDOW = 32;

/**
 * What may be a number at the head of a paragraph, the likeliest first; one that can be nothing else stands alone.
 * `(一) 拓宽… → item 1`, `三、高层次… → part 3`, `1 总则 → decimal 1, point 1`.
 */
export function readCandidates(paragraph: string): Candidate[] {
  const start = paragraph.length - paragraph.trimStart().length;
  const { text, ends } = foldHead(paragraph.slice(start, start + WINDOW));
  // A zero-width sign before a number folds to nothing, and the white space after it is then first.
  const lead = text.length - text.trimStart().length;
  const found: Candidate[] = [];
  const head = text.slice(lead);
  if (!BEGINS.test(head.slice(0, 1))) return found;
  for (const { level: kind, pattern, sure, needsInner = false, quiet = false } of PATTERNS) {
    const match = pattern.exec(head);
    if (!match) continue;
    const { n, unit, zhi, path: written, sign, speaks, next } = match.groups ?? {};
    const path = written?.split('.').map(Number);
    const number = sign ? circled(sign) : (path?.at(-1) ?? (n === undefined ? 1 : numberIn(n)));
    const level = kind === 'ordinal' ? ORDINALS[unit ?? ''] : kind;
    if (!number || !level || path?.[0] === 0) continue;
    if (found.some((one) => one.level === level)) continue;
    const length = match[0].length - (speaks?.length ?? 0);
    const end = start + (ends[lead + length - 1] ?? 0);
    const rest = paragraph.slice(end);
    const blank = rest.length - rest.trimStart().length;
    found.push({
      level,
      number,
      zhi: zhi ? (numberIn(zhi) ?? 0) : 0,
      ...(path ? { path } : {}),
      printed: paragraph.slice(0, end + blank),
      sure,
      // 二、三等奖 counts on, 三、一般要求 does not.
      speaks: quiet || (next === undefined ? Boolean(speaks) : numberIn(next) === number + 1),
      needsInner,
    });
    if (sure) break;
  }
  return found;
}

/** The likeliest of them, or `null`. */
export function readCandidate(paragraph: string): Candidate | null {
  return readCandidates(paragraph)[0] ?? null;
}

function numberIn(written: string): number | null {
  return parseNumeral(written.replace(/ /gu, '').replace(/[Oo]/gu, '〇'));
}

/** The number at the head of a paragraph read by itself, or `null`: what can be nothing else, or speaks of no other place. */
export function readMarker(paragraph: string): Marker | null {
  const candidate = readCandidate(paragraph);
  if (!candidate || candidate.speaks) return null;
  return candidate.sure || ORDINAL.has(candidate.level) ? markerOf(candidate) : null;
}

/** A candidate taken for a number. */
export function markerOf({ level, number, zhi, path, printed }: Candidate): Marker {
  return { level, number, zhi, printed, ...(path ? { path } : {}) };
}

/** Levels that are written 第…. */
export const ORDINAL: ReadonlySet<Level> = new Set(Object.values(ORDINALS));

/** `① → 1`, `㉑ → 21`, `㊱ → 36` */
function circled(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x32b1) return code - 0x32b1 + 36;
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
}

/** Levels whose numbers 1.1, 1.2 may begin with: 第1章, 第一部分, 一、, 1. */
export const HOLDS_DECIMALS: ReadonlySet<Level> = new Set(['chapter', 'division', 'part', 'point']);

/** How numbers of one level follow each other: 第五条, 第四条之一 or 第四条之二 after 第四条. */
export function follows(before: Marker | null, { number, zhi }: Marker): boolean {
  if (!before) return number === 1 && zhi === 0;
  if (zhi === 0) return number === (before.until ?? before.number) + 1;
  return number === before.number && zhi > before.zhi && zhi <= before.zhi + 2;
}

/** 1.2.3 after 1.2.2, 1.3 after 1.2.9, 1.2.1 after 1.2, 1.0.1 after 1. */
export function followsPath(before: readonly number[], path: readonly number[]): boolean {
  const depth = path.length;
  const own = path.at(-1) ?? 0;
  const shared = Math.min(before.length, depth - 1);
  if (!path.slice(0, shared).every((n, i) => n === before[i])) return false;
  if (before.length >= depth) return own === (before[depth - 1] ?? 0) + 1;
  return before.length > 0 && own === 1 && path.slice(shared, -1).every((n) => n === 0);
}
