import type { Best, Sides } from './best.ts';
import type { Likeness } from './likeness.ts';
import type { Matching } from './matching.ts';
import type { Item } from './units.ts';

/** Items that are one change: several of one side where it was split or merged, the one it is foremost leading. */
export interface Group {
  old: number[];
  next: number[];
}

/** What is weaker than this is looked at again: its words may have gone elsewhere. */
const WEAK = 0.4;
/** How much of an item must stand in another for it to have been taken into that. */
const TAKEN = 0.7;
/** How much of one must be what is left over of the other, as a product of both shares. */
const PART = 0.1;
/** And how alike they must be. */
const PART_ALIKE = 0.2;
/** How much is enough where they stand side by side. */
const PART_BESIDE = 0.03;
/** Two side by side that are this much alike are parts, when what has the words already was rewritten so far. */
const ALIKE_BESIDE = 0.33;
const REWRITTEN = 0.75;
/** How much of the whole must be left over: a number that both have makes no part. */
const LEFT = 0.15;
/** How much more of the words a later part must have to lead. */
const LEADS = 1.25;

/** The groups of a matching: its pairs, what was split or merged, and what stands alone. */
export function groupsOf(sides: Sides, matching: Matching, best: Best): Group[] {
  releaseTaken(sides, matching);
  const groups = new Map(matching.pairs().map(([i, j]) => [i, { old: [i], next: [j] }]));
  const alone: Group[] = [];
  for (const j of matching.freeNext()) {
    const group = groups.get(wholeOf(sides, matching, best, j) ?? -1);
    if (group) group.next.push(j);
    else alone.push({ old: [], next: [j] });
  }
  /** Where each old item went, with those that were taken into another. */
  const went = Int32Array.from(matching.toNext);
  const free = matching.freeOld();
  // Of several in a row one leads to the next, from either side.
  for (const i of [...free, ...free.toReversed()]) {
    if (went[i] !== -1) continue;
    const taker = takerOf(sides, matching, best, { i, went }) ?? -1;
    const group = groups.get(matching.toOld[taker] ?? -1);
    // What was split is not merged as well.
    if (group?.next.length !== 1) continue;
    group.old.push(i);
    went[i] = taker;
  }
  for (const i of free) if (went[i] === -1) alone.push({ old: [i], next: [] });
  const all = [...groups.values(), ...alone];
  for (const group of all) lead(sides, group);
  return all;
}

/** Parts weak pairs of which one stands in a neighbour of the other: 款 2 went into 款 1, and a similar one was written. */
function releaseTaken(sides: Sides, matching: Matching): void {
  const { old, next } = sides;
  for (const [i, j] of matching.pairs()) {
    if (sides.likeness.of(i, j) >= WEAK) continue;
    for (const step of [-1, 1]) {
      const [a, b] = [i + step, j + step];
      if (matching.toNext[a] !== b) continue;
      const taken = shareOf(sides.likeness, old[i]?.key, next[b]?.key, old[a]?.key);
      const given = shareOf(sides.likeness, next[j]?.key, old[a]?.key, next[b]?.key);
      if (Math.max(taken, given) >= TAKEN && !matching.isFree(i, j)) matching.part(i, j);
    }
  }
}

/** How much of a text is in another, and not in what has its words already. */
function shareOf(likeness: Likeness, text = '', inside = '', without = ''): number {
  return likeness.shared(text, [inside], [without]) / likeness.shared(text, [text], []);
}

/** One side of a comparison and the other, so that a split is a merger read backwards. */
interface Part {
  /** What has no partner. */
  free: string;
  /** What it may be a part of, and what that goes with already. */
  whole: string;
  other: string;
  isBeside: boolean;
  /** How alike the free one and the whole are, and the whole and its partner. */
  alike: number;
  kept: number;
}

/** The old item that an added one is a part of: the one it is likest to, or that which a neighbour was. */
function wholeOf(
  { old, next, likeness }: Sides,
  { toNext, toOld }: Matching,
  best: Best,
  j: number,
): number | null {
  const likest = best.next[j]?.with ?? -1;
  const near = [likest, toOld[j - 1] ?? -1, toOld[j + 1] ?? -1].filter((i) => i !== -1);
  const found = near.find((i) => {
    const went = toNext[i] ?? -1;
    return (
      went !== -1 &&
      isPartOf(likeness, {
        free: next[j]?.key ?? '',
        whole: old[i]?.key ?? '',
        other: next[went]?.key ?? '',
        isBeside: Math.abs(went - j) === 1 && isOneLevel(next[went], next[j]),
        alike: likeness.of(i, j),
        kept: likeness.of(i, went),
      })
    );
  });
  return found ?? null;
}

/** Whether two stand in one article, or are articles both: a new article is no part of the 款 above it. */
function isOneLevel(one: Item | undefined, other: Item | undefined): boolean {
  const isFirst = (item: Item | undefined) => item?.clause === item?.block;
  return one?.block === other?.block || (isFirst(one) && isFirst(other));
}

/** The new item that a removed one went into: the one it is likest to, or that which a neighbour became. */
function takerOf(
  { old, next, likeness }: Sides,
  { toOld }: Matching,
  best: Best,
  { i, went }: { i: number; went: Int32Array },
): number | null {
  const likest = best.old[i]?.with ?? -1;
  const beside = [went[i - 1] ?? -1, went[i + 1] ?? -1];
  const near = [likest, ...beside].filter((j) => j !== -1);
  const found = near.find((j) => {
    const came = toOld[j] ?? -1;
    return (
      came !== -1 &&
      isPartOf(likeness, {
        free: old[i]?.key ?? '',
        whole: next[j]?.key ?? '',
        other: old[came]?.key ?? '',
        isBeside: beside.includes(j),
        alike: likeness.of(i, j),
        kept: likeness.of(came, j),
      })
    );
  });
  return found ?? null;
}

function isPartOf(
  likeness: Likeness,
  { free, whole, other, isBeside, alike, kept }: Part,
): boolean {
  if (whole === other) return false;
  if (isBeside && alike >= ALIKE_BESIDE && kept < REWRITTEN) return true;
  const left = likeness.shared(whole, [whole], [other]);
  if (left < LEFT * likeness.shared(whole, [whole], [])) return false;
  const both =
    shareOf(likeness, free, whole, other) * (likeness.shared(whole, [free], [other]) / left);
  return left > 0 && (isBeside ? both >= PART_BESIDE : both >= PART && alike >= PART_ALIKE);
}

/** Puts first what has most of the words; the first in the text, where it has about as many. */
function lead({ old, next, likeness }: Sides, group: Group): void {
  for (const [parts, items, whole] of [
    [group.old, old, next[group.next[0] ?? -1]],
    [group.next, next, old[group.old[0] ?? -1]],
  ] as const) {
    if (parts.length < 2 || !whole) continue;
    parts.sort((a, b) => a - b);
    const words = (n: number) => likeness.shared(items[n]?.key ?? '', [whole.key], []);
    const most = Math.max(...parts.map(words));
    const first = parts.find((n) => words(n) * LEADS >= most) ?? -1;
    parts.splice(parts.indexOf(first), 1);
    parts.unshift(first);
  }
}
