import { NUMERAL, parseNumeral } from '../policy/numeral.ts';
import { type DecisionPlace, type PlaceStep, UNITS, type Unit } from './decision.ts';
import { QUOTE } from './decision-words.ts';

/* Places as decisions write them are strict: 第 and a unit at each level. What people say is read by `CitationReader`. */

const UNIT = '(?:分编|编|部分|章|节|条|款|自然段|项|目)';
const NUMBER = `\\(?${NUMERAL}\\)?`;
/** 第四、五项, 第(一)项, 第一百三十三条之二 */
const STEP = `第${NUMBER}(?:[、和]第?${NUMBER})*${UNIT}(?:之${NUMERAL})?`;
/** What may stand between two levels: the words that a list begins with, 中, 的, …职权. */
const BETWEEN = `(?:(?:中|里)?的?${QUOTE}?(?:中|里)?的?|[\\p{Script=Han}]{2,20}?职权)`;
const STEPS = `${STEP}(?:${BETWEEN}${STEP})*`;
/** 宪法, 《某办法》, 本条例; the kind of document ends it. */
const DOCUMENT =
  '(?:《[^《》]{2,80}》(?:\\([^()]{2,30}\\))?|[^第《》,;。:、和将在对修改增删]{0,12}?(?:法|条例|办法|规定|细则|典|章程|规则|规程|准则|守则|公约|制度|方案|意见|标准|通知|决定))';
const OPENING = '(?:序言|引言|前言)';
/** 第三章章名: its heading alone, not what stands under it. */
const HEADING = '[编章节](?:名称?|标题)';
/** 名称、第一条: the title of the document, first in a list of places. */
const TITLE_ONLY = '(?:名称|标题|题目)';
const TITLE = `${TITLE_ONLY}(?=[、和与及]第)`;
/** 第二部分“补贴标准”中的 */
const NAMED = `(?:(?<=[部章]分?|节)${QUOTE}(?=[中里内]))?`;
/** 《解释》原第七条, 修改后的第八条 */
const PLACE = `(?:修改后的?)?(?:${DOCUMENT}的?)?原?(?:${OPENING}(?:的?${STEPS})?|${STEPS}(?:的?${HEADING}|${NAMED})|${TITLE})`;

/** Source of a regular expression for places: `第四条、第五条第一款`, `第七项至第九项`, `宪法序言第七自然段`. */
export const PLACES = `${PLACE}(?:(?:[、和与及至]|以及)${PLACE})*`;

const ORDER = new Map<Unit, number>(UNITS.map((unit, i) => [unit, i]));
/** A 自然段 stands beside a 款, not in it. */
const depthOf = (unit: Unit): number =>
  (unit === '自然段' ? ORDER.get('款') : ORDER.get(unit)) ?? 0;

/**
 * The places of a list, each in full; what is left out is taken from the place before, and of the first from `around`.
 * `第四项, in 第二条第二项 → 第二条第四项`
 */
export function readPlaces(written: string, around: DecisionPlace | null): DecisionPlace[] {
  const places: DecisionPlace[] = [];
  let before = around;
  const text = written.replace(new RegExp(QUOTE, 'gu'), '');
  for (const [one, sign] of partsOf(text)) {
    for (const place of placesIn(one, before)) {
      if (sign === '至') places.push(...between(places.at(-1), place));
      places.push(place);
      before = place;
    }
  }
  return places;
}

/** Each place with the sign before it. */
function partsOf(text: string): [string, string][] {
  const parts: [string, string][] = [];
  let sign = '';
  for (const match of text.matchAll(new RegExp(`(${PLACE})|([、,和与及至])`, 'gu'))) {
    if (match[1]) parts.push([match[1], sign]);
    sign = match[2] ?? '';
  }
  return parts;
}

/** Several only where the last level counts up: 第四、五项. */
function placesIn(text: string, around: DecisionPlace | null): DecisionPlace[] {
  const steps = [...text.matchAll(new RegExp(STEP, 'gu'))].map(([step]) => stepsIn(step));
  const isOpening = new RegExp(OPENING, 'u').test(text.replace(/《.*》/u, ''));
  const [first] = steps[0] ?? [];
  const isOfOpening = isOpening || (around?.part === 'preamble' && first?.unit === '自然段');
  if (new RegExp(`(?:^|的)${TITLE_ONLY}$`, 'u').test(text)) return [{ steps: [], part: 'title' }];
  const isHeading = new RegExp(`${HEADING}$`, 'u').test(text);
  const part: Pick<DecisionPlace, 'part'> = isOfOpening
    ? { part: 'preamble' }
    : isHeading
      ? { part: 'heading' }
      : {};
  if (!first) return [{ steps: [], ...part }];
  const outer = (around?.steps ?? []).filter(({ unit }) => depthOf(unit) < depthOf(first.unit));
  // An article is numbered through the whole text.
  const from = first.unit === '条' ? outer.filter(({ unit }) => depthOf(unit) < 0) : outer;
  const inner = steps.slice(0, -1).flatMap(([step]) => step ?? []);
  return (steps.at(-1) ?? []).map((last) => ({ steps: [...from, ...inner, last], ...part }));
}

function stepsIn(step: string): PlaceStep[] {
  const [, numbers = '', written = '', zhi = ''] =
    new RegExp(`^第(.+?)(${UNIT})(?:之(.+))?$`, 'u').exec(step) ?? [];
  const unit = UNITS.find((one) => one === written);
  if (!unit) return [];
  return numbers.split(/[、和]/u).flatMap((number): PlaceStep[] => {
    const read = parseNumeral(number.replace(/[第()]/gu, ''));
    return read === null ? [] : [{ unit, number: read, zhi: zhi ? (parseNumeral(zhi) ?? 0) : 0 }];
  });
}

/** What 至 leaves out between two places. */
function between(from: DecisionPlace | undefined, to: DecisionPlace): DecisionPlace[] {
  const [first, last] = [from?.steps.at(-1), to.steps.at(-1)];
  if (!first || !last || last.number - first.number > MOST) return [];
  const count = Math.max(0, last.number - first.number - 1);
  return Array.from({ length: count }, (_, i) => ({
    ...to,
    steps: [...to.steps.slice(0, -1), { ...last, number: first.number + i + 1, zhi: 0 }],
  }));
}

const MOST = 500;
