import type { Likeness } from './likeness.ts';
import type { Item } from './units.ts';

/** Less in common is nothing. */
const TRACE = 0.05;
/** How many are looked at of those that have something in common with one: rows of a table all have. */
const LIKEST = 60;

/** What is compared, and how alike it is. */
export interface Sides {
  old: readonly Item[];
  next: readonly Item[];
  likeness: Likeness;
}

/** Of each item how alike the likest is, and the one after it. */
export interface Best {
  near: Map<number, number>[];
  old: Two[];
  next: Two[];
}

/** The likest and how alike the next one is. */
export interface Two {
  first: number;
  with: number;
  second: number;
}

export function bestOf({ old, next, likeness }: Sides): Best {
  const none = (): Two => ({ first: 0, with: -1, second: 0 });
  const best: Best = { near: [], old: old.map(none), next: next.map(none) };
  const put = (two: Two | undefined, score: number, other: number) => {
    if (!two) return;
    if (score > two.first) Object.assign(two, { first: score, with: other, second: two.first });
    else if (score > two.second) two.second = score;
  };
  for (const [j, item] of next.entries()) {
    const near = likeness
      .near(j)
      .filter((one) => one.score >= TRACE && old[one.old]?.isHeading === item.isHeading);
    best.near.push(new Map(likestOf(near).map((one) => [one.old, one.score])));
    for (const { old: i, score } of near) {
      put(best.old[i], score, j);
      put(best.next[j], score, i);
    }
  }
  return best;
}

function likestOf<T extends { score: number }>(near: readonly T[]): readonly T[] {
  return near.length > LIKEST ? near.toSorted((a, b) => b.score - a.score).slice(0, LIKEST) : near;
}
