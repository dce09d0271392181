import { foldSigns, NUMERAL, ON_BILLS, parseNumeral, readBills } from './numeral.ts';
import { DEPTH_OF_BRACKET, DEPTH_OF_NUMBER, depthOf, unitPattern } from './spoken-levels.ts';

/** A level as it was written: `第三部分`, `（四）、（五）`, `3`. */
export interface Step {
  /** 部分, 条, 项 …; `null` where only a number was written. */
  unit: string | null;
  bracketed: boolean;
  /** Whether it was written with 第, and in Chinese numerals. */
  ordinal: boolean;
  han: boolean;
  /** Several where the last level is a list or a range: 第（四）至（六）项. Below 0 they count from the end: 最后一项. */
  numbers: number[];
  /** The 之二 of 第一百三十三条之二, or 0. */
  zhi: number;
}

/** A place as it was written, before anybody looks whether it is there. */
export interface WrittenPlace {
  steps: Step[];
  /** 第4、5句; they belong to the last of its numbers. */
  sentences: number[];
  /** Whether 至 leads to it from the place before. */
  range: boolean;
  /** Nothing but numbers, which could mean anything among other words: 3.4, 三四. */
  bare: boolean;
  /** As it stands in the folded text, without the sentences. */
  text: string;
  end: number;
}

/** How to read what can be read in two ways. */
export interface Reading {
  /** Whether 三、四项 are two items; else it is said for 三（四）. */
  lists: boolean;
  /** Whether 之 and 点 stand between levels (三之四, 三点四); else they belong to one (第三条之二, 第三点). */
  joins: boolean;
}

const ALSO = '(?:[、,;/+&]|和|与|以?及|或者?|还有|跟)';
const TO = '[至到-]';
const BETWEEN = `(?:${ALSO}|${TO})`;
const AGAIN = `${BETWEEN}第?`;

const SIMPLE: Record<string, string> = {
  條: '条',
  項: '项',
  點: '点',
  節: '节',
  編: '编',
  號: '号',
  與: '与',
};

const UNITS = unitPattern(false);
const UNITS_OR_POINT = unitPattern(true);
/** 第三个部分, 最后一个大点 */
const COUNTED = new RegExp(`([第前后]${NUMERAL})个(?=${UNITS})`, 'gu');
/** 第3.4条 */
const DOTTED = new RegExp(`第?(\\d{1,2})\\.(\\d{1,2})${UNITS}`, 'gu');
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
/** III(IV) */
const ROMAN = new RegExp(`(^|\\()(${ROMANS.join('|')})(?=[()])`, 'gu');
/** 叁（肆）, 第叁部分; elsewhere they are names and words: 队伍, 参加. */
const BILLS = new RegExp(`[第(][${ON_BILLS}]+|^[${ON_BILLS}]+(?=\\()`, 'gu');

/** For reading only: width, brackets of every kind, blanks, dashes, noughts and other forms of numerals are made alike. */
export function foldCitation(text: string): string {
  const alike = foldSigns(text)
    .normalize('NFKC')
    .replace(/[\s“”"'‘’§\p{Cf}]+/gu, '')
    .replace(/[○◯]/gu, '〇')
    .replaceAll('部份', '部分')
    .replace(/[條項點節編號與]/gu, (c) => SIMPLE[c] ?? c)
    .replace(/[〔［【[{〖〘﹝（〈](?=\d{4}[〕］】\]}〗〙﹞）〉)])/gu, '(')
    .replace(/(?<year>\(\d{4})[〕］】\]}〗〙﹞）〉]/gu, '$<year>)')
    .replace(/[〔［【[{〖〘﹝（]/gu, '(')
    .replace(/[〕］】\]}〗〙﹞）]/gu, ')')
    .replace(/[‐‑‒–—―−﹣－~～〜]+/gu, '-')
    .replace(/^〈(.+?)〉/u, '《$1》')
    .toLowerCase();
  return foldWords(alike);
}

/** Ways of writing and saying a place that come to the same. */
function foldWords(text: string): string {
  return text
    .replace(BILLS, readBills)
    .replace(ROMAN, (_, before: string, c: string) => `${before}${ROMANS.indexOf(c) + 1}`)
    .replaceAll('第廿', '第二十')
    .replaceAll('第卅', '第三十')
    .replace(COUNTED, '$1')
    .replace(/(\d)。(?=\d)/gu, '$1.')
    .replaceAll('首句', '第一句')
    .replaceAll('末句', '最后一句')
    .replace(/([、,和与及至到-][一二三四五六七八九\d])两(?=[句部条款项])/gu, '$1')
    .replace(DOTTED, '$1($2)');
}

const patterns = new Map<string, RegExp>();
/** What stands at a place of a text. */
function at(source: string, text: string, index: number): RegExpExecArray | null {
  const pattern = patterns.get(source) ?? new RegExp(source, 'uy');
  patterns.set(source, pattern);
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/**
 * The places of a list that begins at `start` of a folded text: `三(四)、(五)和第六条 → 3(4,5), 6`. Numbers alone are
 * places only with `bare`.
 */
export function readList(
  text: string,
  start: number,
  bare: boolean,
  reading: Reading,
): WrittenPlace[] {
  const places: WrittenPlace[] = [];
  let index = start;
  let range = false;
  for (;;) {
    const place = readPlace(text, index, bare, reading);
    if (!place) return places;
    places.push({ ...place, range });
    const [more, to] = at(`${ALSO}|(${TO})`, text, place.end) ?? [];
    if (more === undefined) return places;
    index = place.end + more.length;
    range = to !== undefined;
  }
}

/** What may stand between a level and the one inside it. */
const IN = '(?:里面?|中|下|内)?';
const INSIDE = `[.,:、之点-]|${IN}的?`;

function readPlace(
  text: string,
  start: number,
  bare: boolean,
  reading: Reading,
): Omit<WrittenPlace, 'range'> | null {
  // 三四 is said for 三（四）.
  const [pair] = bare ? (at(TWO_DIGITS, text, start) ?? []) : [];
  if (pair) return placeOf([...pair].map(digitStep), [], pair, start + pair.length);
  const steps: Step[] = [];
  let end = start;
  let sign = '';
  while (!at(SENTENCES, text, end)) {
    const last = steps.at(-1);
    const [inside = ''] = last ? (at(INSIDE, text, end) ?? []) : [];
    const found = readStep(text, end + inside.length, reading);
    if (!found) break;
    const { step, next } = found;
    const isNumber = step.unit === null && !step.bracketed;
    const goesOn = isNumber
      ? last
        ? bare && continues(last, inside, sign) && !(last.bracketed && at(OPENS, text, next))
        : bare || at(OPENS, text, next) !== null
      : !last || isInside(step, last, inside);
    if (!goesOn) break;
    if (isNumber) sign = inside;
    steps.push(step);
    end = next;
  }
  if (steps.length === 0) return null;
  const [sentences = ''] = at(SENTENCES, text, end) ?? [];
  return placeOf(steps, numbersIn(sentences), text.slice(start, end), end + sentences.length);
}

/** After a lone number a place goes on: `三(四)`, `三、(四)`, `五第二款`. */
const OPENS = `[.,:、之-]?(?:\\(|第)`;
const COUNT = '前|最?后|倒数';
const SENTENCE = `(?:${COUNT})?第?${NUMERAL}(?:${AGAIN}${NUMERAL})*句话?`;
const SENTENCES = `${IN}的?${SENTENCE}(?:(?:${BETWEEN}|(?=第))${SENTENCE})*`;
const TWO_DIGITS = '[一二三四五六七八九]{2}(?![〇零一二三四五六七八九十百千两])';

function digitStep(digit: string): Step {
  return {
    unit: null,
    bracketed: false,
    ordinal: false,
    han: true,
    numbers: [parseNumeral(digit) ?? 0],
    zhi: 0,
  };
}

function placeOf(
  steps: Step[],
  sentences: number[],
  text: string,
  end: number,
): Omit<WrittenPlace, 'range'> {
  const bare = steps.every(({ unit, bracketed }) => unit === null && !bracketed);
  return { steps, sentences, bare, text, end };
}

/** Whether a lone number goes on after a sign: `3.4`, `3-4-4`, 三、四, 四之2, 三点四, 第三部分四; one sign throughout. */
function continues(last: Step, sign: string, before: string): boolean {
  // A point after its item: 第六条（五）1.
  if (last.bracketed) return sign === '';
  if (last.unit !== null) return depthOf(last.unit) === DEPTH_OF_NUMBER;
  if (before === '') return /^[.、之的点-]$/u.test(sign);
  return sign === before && /[.-]/u.test(sign);
}

/** Whether a word names a part: 部分, 大点. */
function isPart(unit = ''): boolean {
  return unit !== '' && depthOf(unit) === DEPTH_OF_NUMBER;
}

function depthOfStep({ unit, bracketed }: Step): number {
  if (unit !== null) return depthOf(unit);
  return bracketed ? DEPTH_OF_BRACKET : DEPTH_OF_NUMBER;
}

/** Whether a step can stand inside another: 第三条、第五条 are two places. （三）（四） is said for 三（四）. */
function isInside(step: Step, last: Step, between: string): boolean {
  // 四，（二）, but not 三（四），（五）.
  const opens = step.bracketed && last.unit === null && !last.bracketed;
  if (between === '点' || (/^[,:]$/u.test(between) && !step.ordinal && !opens)) return false;
  if (step.bracketed && last.bracketed && between === '' && !last.unit) return true;
  // 第三点第四小点 begins with a part.
  const outer = last.unit === '点' ? DEPTH_OF_NUMBER : depthOfStep(last);
  return depthOfStep(step) > outer;
}

function readStep(
  text: string,
  index: number,
  { lists, joins }: Reading,
): { step: Step; next: number } | null {
  const more = (written: string, between = AGAIN) => (lists ? `(?:${between}${written})*` : '');
  const units = joins ? UNITS : UNITS_OR_POINT;
  const zhi = joins ? '' : `(?:之(?<zhi>${NUMERAL}))?`;
  const bracket = `\\(${NUMERAL}\\)`;
  const forms = [
    `附[件录表图](?:${NUMERAL})?`,
    // 六（一）（二） are two items, unless the second stands inside the first.
    `第?${bracket}${more(bracket, joins ? `(?:${AGAIN})?` : AGAIN)}(?<inner>${units})?`,
    `(?:${COUNT})?第?${NUMERAL}${more(NUMERAL)}(?<unit>${units})${zhi}`,
    `(?:第(?=${NUMERAL}[.、]?\\())?${NUMERAL}`,
  ];
  for (const form of forms) {
    const match = at(form, text, index);
    if (!match) continue;
    const [written] = match;
    const groups = match.groups ?? {};
    const { unit } = groups;
    // 三四条 may be three or four; 三四部分 and 第三四条 are both.
    const isRun = written.includes('(') || written.startsWith('第') || isPart(unit);
    const isAnnex = written.startsWith('附');
    // 附件 alone is the first, or the only one.
    const all = numbersIn(written.replace(/之.*$/u, ''), isRun);
    const numbers = isAnnex && written.length === 2 ? [1] : all;
    if (!numbers.length) continue;
    return {
      step: {
        unit: isAnnex ? '附件' : (groups['inner'] ?? unit ?? null),
        bracketed: written.includes('('),
        ordinal: written.startsWith('第'),
        han: !/\d/u.test(written),
        numbers,
        zhi: parseNumeral(groups['zhi'] ?? '') ?? 0,
      },
      next: index + written.length,
    };
  }
  return null;
}

const NUMBERS = new RegExp(`(?<to>${TO})?(?<count>${COUNT})?第?\\(?(?<n>${NUMERAL})`, 'gu');
const ONE_TO_NINE = '一二三四五六七八九';
/** Nobody cites more at once. */
const MOST = 50;

/**
 * `第2、4至6句 → 2, 4, 5, 6`, `前两句 → 1, 2`, `最后两句 → -2, -1`, and with `isRun` `四五六 → 4, 5, 6`; none where something
 * in it is no number.
 */
function numbersIn(text: string, isRun = true): number[] {
  const numbers: number[] = [];
  for (const { groups } of text.matchAll(NUMBERS)) {
    const { n = '', to, count } = groups ?? {};
    if (isRun && n.length > 1 && ONE_TO_NINE.includes(n)) {
      numbers.push(...Array.from(n, (c) => ONE_TO_NINE.indexOf(c) + 1));
      continue;
    }
    const number = parseNumeral(n);
    if (number === null) return [];
    const last = numbers.at(-1);
    const [from, until] =
      count === undefined
        ? [to && last !== undefined && number - last < MOST ? last + 1 : number, number]
        : count === '前'
          ? [1, Math.min(number, MOST)]
          : [-Math.min(number, MOST), count === '倒数' ? -number : -1];
    for (let n = from; n <= until; n++) numbers.push(n);
  }
  return numbers;
}
