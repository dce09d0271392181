import type { ClauseKind } from './clause.ts';
import { LEVELS, type Level, type Marker } from './marker.ts';

/** How the levels of a document stand in each other, outermost first from 0, and which of them run on through it. */
export interface Ranks {
  ranks: ReadonlyMap<ClauseKind, number>;
  running: ReadonlySet<Level>;
}

/** Levels whose numbers may run on: （一）–（五十三） across parts, 1.–114. across 一、, 一、 across 章. */
const MAY_RUN: readonly Level[] = ['division', 'chapter', 'section', 'part', 'item', 'point'];

/**
 * Reads from the numbers of a document, or of an annex, in their order how its levels stand in each other. 一、 stands in
 * articles where the articles come first; 1. stands round （一） where that begins anew after each.
 */
export function ranksOf(markers: readonly Marker[]): Ranks {
  const order = [...LEVELS];
  const first = (level: Level) => markers.findIndex((marker) => marker.level === level);
  if (first('article') >= 0 && first('part') > first('article')) move(order, 'part', 'paragraph');
  if (isRound(markers, 'point', 'item')) move(order, 'item', 'point');
  if (isRound(markers, 'item', 'part')) move(order, 'part', 'item');
  const ranks = new Map<ClauseKind, number>(order.map((level, rank) => [level, rank]));
  const running = new Set(MAY_RUN.filter((level) => runsOn(markers, level, ranks)));
  return { ranks, running };
}

/** Puts a level behind another. */
function move(order: Level[], level: Level, behind: Level): void {
  order.splice(order.indexOf(level), 1);
  order.splice(order.indexOf(behind) + 1, 0, level);
}

/** Whether lists of one level begin anew, each from its first number on, between numbers of the other that go on. */
function isRound(markers: readonly Marker[], outer: Level, inner: Level): boolean {
  let [last, inners, times] = [0, 0, 0];
  for (const { level, number } of markers) {
    if (level === inner) inners = number === 1 ? 1 : inners;
    else if (level === outer) {
      if (number === last + 1 && last > 0 && inners === 1) times++;
      [last, inners] = [number, 0];
    } else [last, inners] = [0, 0];
  }
  return times > 1;
}

/** Whether numbers go on where something round them begins anew, and never begin anew themselves. */
function runsOn(
  markers: readonly Marker[],
  level: Level,
  ranks: ReadonlyMap<ClauseKind, number>,
): boolean {
  const rank = ranks.get(level) ?? 0;
  let [last, first, runs] = [0, true, false];
  for (const marker of markers) {
    if ((ranks.get(marker.level) ?? 0) < rank) first = true;
    if (marker.level !== level) continue;
    if (first && last > 0) {
      if (marker.number !== last + 1) return false;
      runs = true;
    }
    first = false;
    last = marker.number;
  }
  return runs;
}
