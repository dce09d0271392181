import type { Best, Sides } from './best.ts';
import type { Matching } from './matching.ts';

/** How far a second best may come to the best. */
const SECOND = 0.8;
/** How much of the shorter one stands in the other when it is a part of it. */
const WHOLLY = 0.75;

interface Score {
  i: number;
  j: number;
  score: number;
}

/**
 * Joins what is left on both sides and likest to each other, by `least` at least, when those that have their partner are no
 * rivals any more.
 */
export function joinLeft(sides: Sides, matching: Matching, best: Best, least: number): void {
  const scores: Score[] = matching
    .freeNext()
    .flatMap((j) =>
      [...(best.near[j] ?? [])].flatMap(([i, score]) =>
        score >= least && matching.toNext[i] === -1 ? { i, j, score } : [],
      ),
    );
  const byOld = Map.groupBy(scores, ({ i }) => i);
  const byNext = Map.groupBy(scores, ({ j }) => j);
  for (const { i, j, score } of scores.sort((a, b) => b.score - a.score)) {
    if (!matching.isFree(i, j)) continue;
    const others = [...(byOld.get(i) ?? []), ...(byNext.get(j) ?? [])].filter(
      (one) => (one.i !== i || one.j !== j) && one.score > score * SECOND,
    );
    const isRival = (one: Score) => matching.isFree(one.i, one.j) && !isPart(sides, one);
    if (!others.some(isRival)) matching.join(i, j);
  }
}

/** Whether an old one is wholly in a new one: it may be taken into that beside another. */
function isPart({ likeness }: Sides, { i, j }: Score): boolean {
  return likeness.holds(i, j) >= WHOLLY;
}
