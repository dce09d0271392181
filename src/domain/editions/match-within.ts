import type { Best, Sides } from './best.ts';
import { equalInOrder, FAR, isEqual, joinClear, joinInOrder } from './match.ts';
import { Matching } from './matching.ts';

/** Fewer signs stand in many places. */
const TELLING = 8;
/** How alike what is left must be, and how far a second best may come to it. */
const LEFT_ALIKE = 0.45;
const LEFT_SECOND = 0.8;
/** How much of the shorter one stands in the other when it is a part of it. */
const WHOLLY = 0.75;

interface Score {
  i: number;
  j: number;
  score: number;
}

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
  joinLeft(sides, matching, best);
  return matching;
}

/** What is left on both sides and likest to each other, when those that have their partner are no rivals any more. */
function joinLeft(sides: Sides, matching: Matching, best: Best): void {
  const scores: Score[] = matching
    .freeNext()
    .flatMap((j) =>
      [...(best.near[j] ?? [])].flatMap(([i, score]) =>
        score >= LEFT_ALIKE && matching.toNext[i] === -1 ? { i, j, score } : [],
      ),
    );
  const byOld = Map.groupBy(scores, ({ i }) => i);
  const byNext = Map.groupBy(scores, ({ j }) => j);
  for (const { i, j, score } of scores.sort((a, b) => b.score - a.score)) {
    if (!matching.isFree(i, j)) continue;
    const others = [...(byOld.get(i) ?? []), ...(byNext.get(j) ?? [])].filter(
      (one) => (one.i !== i || one.j !== j) && one.score > score * LEFT_SECOND,
    );
    const isRival = (one: Score) => matching.isFree(one.i, one.j) && !isPart(sides, one);
    if (!others.some(isRival)) matching.join(i, j);
  }
}

/** Whether an old one is wholly in a new one: it may be taken into that beside another. */
function isPart({ likeness }: Sides, { i, j }: Score): boolean {
  return likeness.holds(i, j) >= WHOLLY;
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
