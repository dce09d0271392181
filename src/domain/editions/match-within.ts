import type { Best, Sides } from './best.ts';
import { equalInOrder, FAR, isEqual, joinClear, joinInOrder } from './match.ts';
import { joinLeft } from './match-left.ts';
import { Matching } from './matching.ts';

/** Fewer signs stand in many places. */
const TELLING = 8;
/** How alike paragraphs must be that are left, wherever they stand. */
const LEFT = 0.45;

/** The paragraphs of an article in both editions. */
export type Within = readonly [old: readonly number[], next: readonly number[]];

/**
 * Which paragraphs of two editions are the same ones, when it is known which articles are: first inside these, then what
 * went from one article to another.
 */
export function matchWithin(sides: Sides, best: Best, articles: readonly Within[]): Matching {
  const matching = new Matching(sides.old.length, sides.next.length);
  for (const article of articles) joinEqualIn(sides, matching, article);
  joinTelling(sides, matching);
  for (const [old, next] of articles) {
    const from = old.filter((i) => matching.toNext[i] === -1);
    const to = next.filter((j) => matching.toOld[j] === -1);
    const [i, j] = [from[0], to[0]];
    // Of what has one paragraph in both editions there is nothing to choose.
    if (old.length === 1 && next.length === 1 && i !== undefined && j !== undefined)
      matching.join(i, j);
    else joinInOrder(sides, matching, best, from, to);
  }
  joinClear(matching, best, FAR);
  joinLeft(sides, matching, best, LEFT);
  return matching;
}

/** Equal words in order, then those that changed places. */
function joinEqualIn(sides: Sides, matching: Matching, [old, next]: Within): void {
  for (const [i, j] of equalInOrder(sides, old, next)) matching.join(i, j);
  for (const i of old.filter((one) => matching.toNext[one] === -1)) {
    const j = next.find((one) => matching.isFree(i, one) && isEqual(sides, i, one));
    if (j !== undefined) matching.join(i, j);
  }
}

/** Equal words that are left once on either side, and enough to be no chance. */
function joinTelling(sides: Sides, matching: Matching): void {
  const places = new Map<string, { old: number[]; next: number[] }>();
  const at = (key: string) => {
    const found = places.get(key) ?? { old: [], next: [] };
    places.set(key, found);
    return found;
  };
  for (const i of matching.freeOld()) at(sides.old[i]?.key ?? '').old.push(i);
  for (const j of matching.freeNext()) at(sides.next[j]?.key ?? '').next.push(j);
  for (const [key, { old, next }] of places) {
    const [[i], [j]] = [old, next];
    if (key.length < TELLING || old.length !== 1 || next.length !== 1) continue;
    if (i !== undefined && j !== undefined && isEqual(sides, i, j)) matching.join(i, j);
  }
}
