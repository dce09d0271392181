import { foldHead } from './fold.ts';
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
const HAN = '[〇Oo一二三四五六七八九十百千]{1,8}';
/** Blanks may space the signs of a number out: 第 十 一 条. */
const SPACED = '(?:[〇Oo一二三四五六七八九十百千] ?){1,8}';
const EITHER = `(?:${HAN}|\\d{1,4})`;
/** 第二条规定的人员除外 and 附件所列单位 speak of another place; 第二条中央财政 does not. */
const SPEAKS = '(?:所|规定|中|的|和|、|,|或|至|及|与|第|等|以外|除外|之|已|前|后|内|里|上|下)';
/** What is measured, and no word begins with: 3万元, 1.5 倍, 2.5亩. */
const UNIT = ' *(?:[万亿元%％‰倍岁℃亩㎡㎞°~]|平方|立方|公里|千克|公斤|米|吨)';
/** What is counted, and words begin with, too: 2.5个月, 2.5 个人信息. */
const COUNTS = ' *[个人年月日号时分秒名周届期天]';
const COUNTED = '(?: *(?<speaks>[个人年月日号时分秒名周届期天级类种次项条所家户—-]|至))?';

interface Pattern {
  level: Level | 'ordinal';
  pattern: RegExp;
  sure: boolean;
  needsInner?: true;
  /** What may as well be something else than a number. */
  quiet?: true;
}

/** A look ahead is never far, so that time stays linear. */
const PATTERNS: readonly Pattern[] = [
  {
    level: 'annex',
    pattern: new RegExp(
      `^附(?: ?[件表图录])?(?: ?(?<n>${EITHER})(?:-(?<zhi>\\d{1,2}))?(?:[:.、]| |$)|:|(?= *$))`,
      'u',
    ),
    sure: true,
  },
  {
    level: 'annex',
    pattern: new RegExp(`^附 ?[件表图](?<n>${EITHER})(?!${SPEAKS}|[\\d-])`, 'u'),
    sure: false,
  },
  {
    level: 'ordinal',
    pattern: new RegExp(
      `^第 ?(?<n>${SPACED}|\\d{1,4}) ?(?<unit>部分|分编|[编篇章节条])(?:之(?<zhi>${HAN}))?(?= |\\t|$|:)`,
      'u',
    ),
    sure: true,
  },
  {
    level: 'ordinal',
    pattern: new RegExp(
      `^第 ?(?<n>${EITHER}) ?(?<unit>部分|分编|[编篇章节条])(?:之(?<zhi>${HAN}))?(?<speaks>${SPEAKS})?`,
      'u',
    ),
    sure: false,
  },
  { level: 'part', pattern: new RegExp(`^(?<n>${HAN})[、.](?!${HAN})`, 'u'), sure: true },
  {
    level: 'part',
    pattern: new RegExp(`^(?<n>${HAN})[、.](?=(?<next>${HAN}))`, 'u'),
    sure: false,
  },
  { level: 'part', pattern: new RegExp(`^(?<n>${HAN})(?:[,:]| |\\t|(?= *$))`, 'u'), sure: false },
  {
    level: 'item',
    pattern: new RegExp(
      `^\\( ?(?<n>${HAN}) ?\\)(?!(?:、|至|和|或) ?\\(|[项目款](?:规定|所|、|和|,|的|或))[、.]?`,
      'u',
    ),
    sure: true,
  },
  { level: 'item', pattern: new RegExp(`^(?<n>${HAN})\\)`, 'u'), sure: false },
  {
    level: 'decimal',
    pattern: new RegExp(
      `^(?<path>\\d{1,2}(?:\\.\\d{1,2}){1,4})(?:\\.?(?= |\\t)(?!${UNIT}|${COUNTS})|、)`,
      'u',
    ),
    sure: true,
  },
  {
    level: 'decimal',
    pattern: new RegExp(
      `^(?<path>\\d{1,2}(?:\\.\\d{1,2}){1,4})\\.?(?=[^\\d./~～]|$)(?!${UNIT})${COUNTED}`,
      'u',
    ),
    sure: false,
  },
  { level: 'point', pattern: /^(?<n>\d{1,3}) ?[.、](?!\d)/u, sure: true },
  { level: 'point', pattern: /^(?<n>\d{1,3})(?:、(?=\d)(?!\d{1,3}、)|,(?!\d))/u, sure: false },
  // 1.2020年底前: a number, or a quantity that is no doubt.
  {
    level: 'point',
    pattern: new RegExp(`^(?<n>\\d{1,3})\\.(?=\\d)(?!\\d+${UNIT})`, 'u'),
    sure: false,
    quiet: true,
  },
  {
    level: 'decimal',
    pattern: new RegExp(`^(?<path>\\d{1,2})(?: +|\\t)(?!${UNIT}|\\d)${COUNTED}`, 'u'),
    sure: false,
  },
  {
    level: 'point',
    pattern: new RegExp(`^(?<n>\\d{1,2})(?: +|\\t)(?!${UNIT}|\\d)${COUNTED}`, 'u'),
    sure: false,
  },
  {
    level: 'decimal',
    pattern: new RegExp(`^(?<path>\\d{1,2})(?=\\p{Script=Han})(?!${UNIT})${COUNTED}`, 'u'),
    sure: false,
    needsInner: true,
  },
  { level: 'subpoint', pattern: /^\( ?(?<n>\d{1,3}) ?\)/u, sure: true },
  { level: 'paren', pattern: /^(?<n>\d{1,2})\)/u, sure: false },
  { level: 'circle', pattern: /^(?<sign>[①-⑳㉑-㉟㊱-㊿])/u, sure: true },
];
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
  for (const { level: kind, pattern, sure, needsInner = false, quiet = false } of PATTERNS) {
    const match = pattern.exec(text.slice(lead));
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
  const { sure, speaks, needsInner, ...marker } = candidate;
  return sure || ORDINAL_LEVELS.has(marker.level) ? marker : null;
}

const ORDINAL_LEVELS: ReadonlySet<Level> = new Set([
  'book',
  'subbook',
  'chapter',
  'section',
  'division',
  'article',
]);

/** `① → 1`, `㉑ → 21`, `㊱ → 36` */
function circled(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x32b1) return code - 0x32b1 + 36;
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
}

/** How levels of numbers follow each other: 1.2 after 1.1, 2 after 1.9.9, 1.1 after 1, and 第五条 or 第四条之一 after 第四条. */
export function follows(before: Marker | null, { number, zhi }: Marker): boolean {
  if (!before) return number === 1 && zhi === 0;
  if (zhi === 0) return number === before.number + 1;
  return number === before.number && zhi > before.zhi && zhi <= before.zhi + 2;
}
