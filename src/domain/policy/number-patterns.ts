import type { Level } from './marker.ts';

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

/** How a number of a level may be written at the head of a folded line. */
interface Pattern {
  level: Level | 'ordinal';
  pattern: RegExp;
  sure: boolean;
  needsInner?: true;
  /** What may as well be something else than a number. */
  quiet?: true;
}

/** Numbers by how they are written, the likeliest first. A look ahead is never far, so that time stays linear. */
export const PATTERNS: readonly Pattern[] = [
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
