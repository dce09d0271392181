import type { Line } from '../reading.ts';
import {
  BOX_DOUBT,
  BY_PAGE,
  COMMENT,
  DELETED,
  HIDDEN,
  INNER_TABLE,
  LOST_BOX,
  WORD_ART,
} from './reasons.ts';
import { measureOf, type Sight } from './sights.ts';

/** What an editor should know of a Word file as a whole; `tracked`: it holds what was added in a tracked change. */
export function noticesOf(
  lines: readonly Line[],
  sights: readonly Sight[],
  tracked: boolean,
): string[] {
  return [...sightNotices(sights), ...textNotices(lines, tracked)];
}

function sightNotices(sights: readonly Sight[]): string[] {
  const kinds = [...new Set(sights.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const places = sights.filter((sight) => sight.kind === kind).map(({ place }) => place);
    return `文件里有 ${places.length} ${measureOf(kind)}${kind}（${listed(places)}），里面的字没有读。请对照原件：属于正文的，补到原文里。`;
  });
}

/** At most so many places are named. */
const MOST_NAMED = 8;

function listed(places: readonly string[]): string {
  const named = [...new Set(places)];
  const more = named.length > MOST_NAMED ? '等处' : '';
  return `${named.slice(0, MOST_NAMED).join('、')}${more}`;
}

/** A notice of lines that hold pieces for some reason; of their places, where those help. */
type Hint = [reasons: readonly string[], notice: (places: string) => string];

const HINTS: readonly Hint[] = [
  [
    [DELETED],
    () => '文件带有没有处理的修订：加进的字当作正文，删去的字没有收。请核对这是不是印发的定稿。',
  ],
  [[COMMENT], () => '文件带有批注，批注没有收。请核对这是不是印发的定稿。'],
  [[HIDDEN], () => '文件里有隐藏文字，印出来看不见，没有收；收了什么、去了什么见下面的清单。'],
  [
    [BOX_DOUBT, WORD_ART],
    (places) =>
      `文件里有文本框或者艺术字（${places}），常见的是红头和文号，排在它旁边那一段的前面。请对照原件核对它们的位置。`,
  ],
  [
    [LOST_BOX],
    (places) =>
      `文件里有文本框不知道在哪一段（${places}），排在了正文的后面。请对照原件，移到它该在的地方。`,
  ],
  [
    [INNER_TABLE],
    (places) => `表格里还有表格（${places}），里面的每一行写成了单元格里的一段。请对照原件核对。`,
  ],
  [
    [BY_PAGE],
    () => '脚注或者尾注每页重新编号，文件里没有分页，注号按全文连续编了。请对照原件改对。',
  ],
];

const NOTES = '文件里有脚注或者尾注，排在正文的最后；正文里的注号写成上标数字。';

function textNotices(lines: readonly Line[], tracked: boolean): string[] {
  const places = placesByReason(lines);
  if (tracked && !places.has(DELETED)) places.set(DELETED, new Set());
  const notices = HINTS.flatMap(([reasons, notice]) => {
    const found = reasons.flatMap((reason) => places.get(reason) ?? []);
    return found.length > 0 ? [notice(listed(found.flatMap((some) => [...some])))] : [];
  });
  const notes = lines.some(({ place }) => /^[脚尾]注/u.test(place));
  return notes ? [...notices, NOTES] : notices;
}

/** In the place of what floats; WordArt in a line of text stands where it is read. */
const BOX = '文本框';

function placesByReason(lines: readonly Line[]): Map<string, Set<string>> {
  const known = new Set(HINTS.flatMap(([reasons]) => reasons));
  const places = new Map<string, Set<string>>();
  for (const { place, pieces } of lines) {
    for (const { reason } of pieces) {
      if (!known.has(reason) || (reason === WORD_ART && !place.includes(BOX))) continue;
      const found = places.get(reason) ?? new Set();
      places.set(reason, found.add(place));
    }
  }
  return places;
}
