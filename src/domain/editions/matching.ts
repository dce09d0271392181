/** Which of one list goes with which of another; each with one at most. */
export class Matching {
  readonly toNext: Int32Array;
  readonly toOld: Int32Array;

  constructor(old: number, next: number) {
    this.toNext = new Int32Array(old).fill(-1);
    this.toOld = new Int32Array(next).fill(-1);
  }

  /** Joins two that are free. */
  join(old: number, next: number): void {
    this.toNext[old] = next;
    this.toOld[next] = old;
  }

  part(old: number, next: number): void {
    this.toNext[old] = -1;
    this.toOld[next] = -1;
  }

  isFree(old: number, next: number): boolean {
    return this.toNext[old] === -1 && this.toOld[next] === -1;
  }

  /** The pairs in the order of the old list. */
  pairs(): [old: number, next: number][] {
    return Array.from(this.toNext, (next, old): [number, number] => [old, next]).filter(
      ([, next]) => next !== -1,
    );
  }

  freeOld(): number[] {
    return indicesOf(this.toNext);
  }

  freeNext(): number[] {
    return indicesOf(this.toOld);
  }
}

function indicesOf(partners: Int32Array): number[] {
  return Array.from(partners, (partner, i) => (partner === -1 ? i : -1)).filter((i) => i !== -1);
}

/** The most pairs that keep their order in both lists: what was not moved. */
export function inOrder(pairs: readonly (readonly [number, number])[]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [at, [, next]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < next) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const kept: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const [old, next] = pairs[at] ?? [0, 0];
    kept.unshift([old, next]);
  }
  return kept;
}

/** Two thousand against two thousand. */
const MOST = 4_000_000;

/**
 * Of two stretches the pairs, in order, whose scores come to most. A score of 0 or less is no pair. Time grows with the
 * product of the lengths; stretches that are too long for that have none.
 */
export function bestInOrder(
  old: readonly number[],
  next: readonly number[],
  score: (old: number, next: number) => number,
): [number, number][] {
  if (old.length * next.length > MOST) return [];
  const width = next.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const taken = new Uint8Array(best.length);
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = next.length - 1; b >= 0; b--) {
      const at = a * width + b;
      const without = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      const own = score(old[a] ?? 0, next[b] ?? 0);
      const together = own > 0 ? own + (best[at + width + 1] ?? 0) : -1;
      best[at] = Math.max(without, together);
      taken[at] = together > without ? 1 : 0;
    }
  }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < old.length && b < next.length; ) {
    const at = a * width + b;
    if (taken[at] === 1) pairs.push([old[a++] ?? 0, next[b++] ?? 0]);
    else if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) a++;
    else b++;
  }
  return pairs;
}
