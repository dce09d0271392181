import { NUMERAL, parseNumeral } from './numeral.ts';

/**
 * The levels of numbering in Chinese official documents (GB/T 9704 and the legislation law's 编章节条款项目),
 * outermost first: a level stands inside those before it.
 */
export const LEVELS = [
  'annex', // 附件1
  'book', // 第二编
  'chapter', // 第九章
  'section', // 第一节
  'part', // 三、 · 第三部分
  'article', // 第十二条
  'paragraph', // 第二款: an article's second, unnumbered paragraph
  'item', // （二）
  'point', // 1.
  'subpoint', // （1）
] as const;

/** One level of numbering. */
export type Level = (typeof LEVELS)[number];

/** A number as it is printed at the head of a paragraph. */
export interface Marker {
  level: Level;
  number: number;
  /** The 之二 of 第一百三十三条之二, or 0. */
  zhi: number;
  /** The printed characters with the white space round them, as they stand in the text. */
  printed: string;
}

const ORDINALS: Record<string, Level> = {
  编: 'book',
  章: 'chapter',
  节: 'section',
  条: 'article',
  部分: 'part',
};
const HAN = '[〇零一二三四五六七八九十百千]{1,8}';
const ARABIC = '[0-9０-９]{1,4}';
// 第二条规定的人员除外 and 附件所列单位 speak of another place; they do not begin one.
const NO_REFERENCE = '(?!所|规定|中|的|和|、|，|或|至|第|等|以外|除外)';
// A blank inside a bracket is one at most, so that no pattern looks far ahead (time stays linear).
const PATTERNS: readonly [Level | 'ordinal', RegExp][] = [
  [
    'annex',
    new RegExp(
      `^附件(?:[ \\t\\u3000]?(?<n>${NUMERAL})[：:.．]?${NO_REFERENCE}|[：:]|(?=\\s*$))`,
      'u',
    ),
  ],
  [
    'ordinal',
    new RegExp(
      `^第(?<n>${NUMERAL})(?<unit>部分|[编章节条])(?:之(?<zhi>${HAN}))?${NO_REFERENCE}`,
      'u',
    ),
  ],
  ['part', new RegExp(`^(?<n>${HAN})[、．]`, 'u')],
  ['item', new RegExp(`^[（(][ \\u3000]?(?<n>${HAN})[ \\u3000]?[）)][、.．]?`, 'u')],
  ['point', new RegExp(`^(?<n>${ARABIC})[.．、](?![0-9０-９])`, 'u')],
  ['subpoint', new RegExp(`^[（(](?<n>${ARABIC})[）)]`, 'u')],
];
/** Longest marker that can be: a look at this many characters is enough. */
const WINDOW = 32;

/** The marker at the head of a paragraph, or `null`. `(一) 拓宽… → item 1`, `三、高层次… → part 3`. */
export function readMarker(paragraph: string): Marker | null {
  const start = paragraph.length - paragraph.trimStart().length;
  const head = paragraph.slice(start, start + WINDOW);
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(head);
    if (!match?.groups) continue;
    const { n, unit, zhi } = match.groups;
    const number = n === undefined ? 1 : parseNumeral(n);
    const level = kind === 'ordinal' ? ORDINALS[unit ?? ''] : kind;
    if (number === null || number === 0 || !level) return null;
    const rest = paragraph.slice(start + match[0].length);
    const blank = rest.length - rest.trimStart().length;
    const printed = paragraph.slice(0, start + match[0].length + blank);
    return { level, number, zhi: zhi ? (parseNumeral(zhi) ?? 0) : 0, printed };
  }
  return null;
}
