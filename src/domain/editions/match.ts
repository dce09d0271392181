import type { Best, Sides, Two } from './best.ts';
import { commonPlaces } from './common-places.ts';
import { joinHeadings } from './headings.ts';
import { joinLeft } from './match-left.ts';
import { bestInOrder, inOrder, Matching } from './matching.ts';
import type { Item } from './units.ts';

/** How alike two must be to go together wherever they stand, and how far a second best may come to them. */
interface Clear {
  least: number;
  second: number;
}

const CLEAR: Clear = { least: 0.5, second: 0.8 };
/** When all neighbours have been asked. */
export const FAR: Clear = { least: 0.22, second: 0.75 };
/** What stands between the same neighbours goes together when it is alike by this much, or wholly in the other. */
const BETWEEN = 0.18;
/** Before anything is sought elsewhere, what stands between the same neighbours must be more alike. */
const SURELY_BETWEEN = 0.4;
/** How alike articles must be that are left, wherever they stand. */
const LEFT = 0.35;
/** How much less alike than the likest elsewhere it may be. */
const RIVAL = 0.6;

/**
 * Which items of two editions are the same ones: first those of equal words, then by order among neighbours with likeness.
 * Never by number alone, nor by likeness alone.
 */
export function matchItems(sides: Sides, best: Best): Matching {
  const matching = new Matching(sides.old.length, sides.next.length);
  joinEqual(sides, matching);
  joinSurely(sides, matching, best);
  joinClear(matching, best, CLEAR);
  joinBetween(sides, matching, best);
  joinBeside(sides, matching, best);
  joinClear(matching, best, FAR);
  joinBetween(sides, matching, best);
  joinBeside(sides, matching, best);
  joinLeft(sides, matching, best, LEFT);
  joinHeadings(sides, matching);
  return matching;
}

/** Equal words that stand once, then equal neighbours of these, then what is left of equal words in order. */
function joinEqual(sides: Sides, matching: Matching): void {
  const places = placesByKey(sides);
  for (const { old, next } of places.values()) {
    if (old.length === 1 && next.length === 1) matching.join(old[0] ?? 0, next[0] ?? 0);
  }
  spreadEqual(sides, matching);
  for (const [from, to] of gapsOf(sides, matching)) {
    for (const [i, j] of equalInOrder(sides, from, to)) matching.join(i, j);
  }
  for (const { old, next } of places.values()) {
    const [from, to] = [old, next].map((all, side) =>
      all.filter((n) => isFreeOn(matching, side, n)),
    );
    if (from?.length !== to?.length) continue;
    for (const [n, i] of from?.entries() ?? []) matching.join(i, to?.[n] ?? 0);
  }
}

function isFreeOn({ toNext, toOld }: Matching, side: number, n: number): boolean {
  return (side === 0 ? toNext : toOld)[n] === -1;
}

function placesByKey({ old, next }: Sides): Map<string, { old: number[]; next: number[] }> {
  const places = new Map<string, { old: number[]; next: number[] }>();
  const at = (item: Item) => {
    const found = places.get(item.key) ?? { old: [], next: [] };
    places.set(item.key, found);
    return found;
  };
  for (const [i, item] of old.entries()) at(item).old.push(i);
  for (const [j, item] of next.entries()) at(item).next.push(j);
  return places;
}

/** Of two stretches the pairs of equal words, in order. */
export function equalInOrder(
  { old, next }: Sides,
  from: readonly number[],
  to: readonly number[],
): [number, number][] {
  const places = commonPlaces(
    from.map((i) => old[i]?.key ?? ''),
    to.map((j) => next[j]?.key ?? ''),
  );
  return (places ?? []).map(([a, b]) => [from[a] ?? 0, to[b] ?? 0]);
}

export function isEqual({ old, next }: Sides, i: number, j: number): boolean {
  const [a, b] = [old[i], next[j]];
  return a !== undefined && a.key === b?.key;
}

/** Pairs spread to neighbours of equal words on either side. */
function spreadEqual(sides: Sides, matching: Matching): void {
  const { toNext } = matching;
  const spread = (i: number, step: number) => {
    const [a, b] = [i + step, (toNext[i] ?? -1) + step];
    if (toNext[i] === -1 || !matching.isFree(a, b) || !isEqual(sides, a, b)) return;
    matching.join(a, b);
  };
  for (let i = 0; i < toNext.length; i++) spread(i, 1);
  for (let i = toNext.length - 1; i >= 0; i--) spread(i, -1);
}

/** What is free between two pairs that follow each other in both editions. */
function gapsOf({ old, next }: Sides, matching: Matching): [number[], number[]][] {
  const fixed = inOrder(matching.pairs());
  const gaps: [number[], number[]][] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...fixed, [old.length, next.length] as const]) {
    const from = range(i, a).filter((n) => matching.toNext[n] === -1);
    const to = range(j, b).filter((n) => matching.toOld[n] === -1);
    if (from.length > 0 && to.length > 0) gaps.push([from, to]);
    [i, j] = [a + 1, b + 1];
  }
  return gaps;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
}

/** Two of which each is by far the likest to the other, whatever else has a partner already: a twin has two likest. */
export function joinClear(
  matching: Matching,
  { old, next }: Best,
  { least, second: most }: Clear,
): void {
  for (const [i, { first, with: j, second }] of old.entries()) {
    const back = next[j];
    if (first < least || back?.with !== i || !matching.isFree(i, j)) continue;
    if (Math.max(second, back.second) <= first * most) matching.join(i, j);
  }
}

/** In each gap what is so alike that it need not be sought elsewhere. */
function joinSurely(sides: Sides, matching: Matching, best: Best): void {
  for (const [from, to] of gapsOf(sides, matching)) {
    const pairs = bestInOrder(from, to, (i, j) => {
      if (sides.old[i]?.isHeading !== sides.next[j]?.isHeading) return 0;
      const own = best.near[j]?.get(i) ?? 0;
      const rival = rivalIn(best, matching, i, j);
      return own < rival * RIVAL ? 0 : own - SURELY_BETWEEN;
    });
    for (const [i, j] of pairs) matching.join(i, j);
  }
}

/** In each gap the likest, in order. */
function joinBetween(sides: Sides, matching: Matching, best: Best): void {
  for (const [from, to] of gapsOf(sides, matching)) joinInOrder(sides, matching, best, from, to);
}

export function joinInOrder(
  sides: Sides,
  matching: Matching,
  best: Best,
  from: readonly number[],
  to: readonly number[],
): void {
  const score = (i: number, j: number) => {
    if (isEqual(sides, i, j)) return 1;
    if (sides.old[i]?.isHeading !== sides.next[j]?.isHeading) return 0;
    const own = likenessOf(sides, best, i, j);
    // What is much more alike to something that is free elsewhere is kept for that.
    const rival = rivalIn(best, matching, i, j);
    return own - BETWEEN - Math.max(0, rival - own) / 2;
  };
  for (const [i, j] of bestInOrder(from, to, score)) matching.join(i, j);
}

/** How alike the likest free one elsewhere is to either of two. */
function rivalIn(best: Best, { toNext, toOld }: Matching, i: number, j: number): number {
  return Math.max(rivalOf(best.old[i], j, toOld), rivalOf(best.next[j], i, toNext));
}

function rivalOf(two: Two | undefined, other: number, partners: Int32Array): number {
  if (!two || two.with === other || two.with === -1) return 0;
  return partners[two.with] === -1 ? two.first : 0;
}

/** Likeness, or how much of the shorter is in the longer, which counts for less. */
function likenessOf({ likeness }: Sides, { near }: Best, i: number, j: number): number {
  const own = near[j]?.get(i) ?? 0;
  return own === 0 ? 0 : Math.max(own, 0.6 * likeness.holds(i, j));
}

/** What stands free right after or right before a pair, on both sides: neighbours of what was moved. */
function joinBeside(sides: Sides, matching: Matching, best: Best): void {
  const { toNext, toOld } = matching;
  for (const [i, j] of matching.pairs()) {
    for (const step of [1, -1]) {
      const from = run(toNext, i, step);
      const to = run(toOld, j, step);
      if (from.length > 0 && to.length > 0) joinInOrder(sides, matching, best, from, to);
    }
  }
}

/** The free stretch that begins beside a place, in reading order. */
function run(partners: Int32Array, from: number, step: number): number[] {
  const free: number[] = [];
  for (let at = from + step; partners[at] === -1; at += step) free.push(at);
  return step > 0 ? free : free.reverse();
}
