import type { Clause } from '../policy/clause.ts';
import { bestOf, type Sides } from './best.ts';
import type { Change, ChangeKind, Comparison } from './change.ts';
import { clausesWent } from './history.ts';
import { weighLikeness } from './likeness.ts';
import { matchItems } from './match.ts';
import { matchWithin, type Within } from './match-within.ts';
import type { Matching } from './matching.ts';
import { type Group, groupsOf } from './regroup.ts';
import { asOne, blocksOf, type Item, itemsOf, unitOf } from './units.ts';
import { whatDiffers } from './what.ts';

/** What is compared: paragraphs, or articles as wholes, for editions in which no word stayed where it was. */
export type CompareLevel = 'clause' | 'article';

/**
 * What became of each paragraph, or with `level: 'article'` of each article, of what is law in an edition. Form alone is no
 * amendment. Time grows about with the length.
 */
export function compareEditions(
  old: readonly Clause[],
  next: readonly Clause[],
  { level = 'clause' }: { level?: CompareLevel } = {},
): Comparison {
  const { sides, groups, isHome } = groupEditions(old, next, level);
  const changes: Change[] = [];
  const unchanged: Comparison['unchanged'] = [];
  for (const group of inReadingOrder(groups)) {
    const change = changeOf(sides, group, isHome);
    const [a, b] = [sides.old[group.old[0] ?? -1], sides.next[group.next[0] ?? -1]];
    if (change) changes.push(change);
    else if (a && b) unchanged.push({ old: unitOf(a), next: unitOf(b) });
  }
  return {
    changes,
    unchanged,
    formOnly: changes.filter(({ kind }) => kind === 'form').length,
    ...clausesWent(sides, groups),
  };
}

interface Grouped {
  sides: Sides;
  groups: Group[];
  /** Whether a pair stands where it stood: in the same article, under the same heading. */
  isHome(old: Item, next: Item): boolean;
}

function groupEditions(
  old: readonly Clause[],
  next: readonly Clause[],
  level: CompareLevel,
): Grouped {
  const [oldItems, nextItems] = [itemsOf(old), itemsOf(next)];
  const [oldBlocks, nextBlocks] = [blocksOf(oldItems), blocksOf(nextItems)];
  const articles = sidesOf(oldBlocks.map(asOne), nextBlocks.map(asOne));
  const ofArticles = bestOf(articles);
  const matching = matchItems(articles, ofArticles);
  const isHome = homesOf(articles, matching);
  if (level === 'article')
    return { sides: articles, groups: groupsOf(articles, matching, ofArticles), isHome };
  const sides = sidesOf(oldItems, nextItems);
  const best = bestOf(sides);
  const [from, to] = [placesOf(oldBlocks), placesOf(nextBlocks)];
  const pairs = matching.pairs().map(([i, j]): Within => [from[i] ?? [], to[j] ?? []]);
  return { sides, groups: groupsOf(sides, matchWithin(sides, best, pairs), best), isHome };
}

function sidesOf(old: readonly Item[], next: readonly Item[]): Sides {
  const keys = [old, next].map((items) => items.map(({ key }) => key));
  return { old, next, likeness: weighLikeness(keys[0] ?? [], keys[1] ?? []) };
}

function placesOf(blocks: readonly (readonly Item[])[]): number[][] {
  let n = 0;
  return blocks.map((block) => block.map(() => n++));
}

/** What stands in an article is at home in the one that this became, an article under the heading that its own became. */
function homesOf({ old, next }: Sides, matching: Matching): Grouped['isHome'] {
  const became = new Map(
    matching.pairs().map(([i, j]) => [old[i]?.block ?? '', next[j]?.block ?? '']),
  );
  const isFirst = ({ clause, block }: Item) => clause === block;
  return (a, b) => {
    if (!isFirst(a) && !isFirst(b)) return became.get(a.block) === b.block;
    if (became.get(a.block) !== b.block) return false;
    // Where a text has no headings nothing stands under another.
    return a.under === null || b.under === null || became.get(a.under) === b.under;
  };
}

/** By the new text; what was removed after what stood before it. */
function inReadingOrder(groups: readonly Group[]): Group[] {
  const at = new Map(groups.flatMap((group) => group.old.map((i) => [i, group] as const)));
  const placeOf = ({ old, next }: Group): [number, number] => {
    if (next.length > 0) return [Math.min(...next), -1];
    const own = Math.min(...old);
    for (let i = own - 1; i >= 0; i--) {
      const before = at.get(i)?.next ?? [];
      if (before.length > 0) return [Math.max(...before), own];
    }
    return [-1, own];
  };
  return groups
    .map((group) => ({ group, place: placeOf(group) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ group }) => group);
}

function changeOf(sides: Sides, group: Group, isHome: Grouped['isHome']): Change | null {
  const old = itemsAt(sides.old, group.old);
  const next = itemsAt(sides.next, group.next);
  const [a, b] = [old[0], next[0]];
  const units = { old: old.map(unitOf), next: next.map(unitOf) };
  if (!a || !b) {
    return { kind: a ? 'removed' : 'added', ...units, renumbered: false, moved: false };
  }
  const renumbered = a.clause !== b.clause;
  const moved = !isHome(a, b);
  const isSame = old.length === 1 && next.length === 1 && a.key === b.key;
  if (!isSame) {
    if (isOtherLines(sides, group)) return { kind: 'form', ...units, renumbered, moved };
    const kind = next.length > 1 ? 'split' : old.length > 1 ? 'merged' : 'changed';
    return { kind, ...units, renumbered, moved, what: whatDiffers(old, next) };
  }
  const kind: ChangeKind | null = moved
    ? 'moved'
    : renumbered
      ? 'renumbered'
      : isOtherForm(a, b)
        ? 'form'
        : null;
  return kind && { kind, ...units, renumbered, moved };
}

function isOtherForm(a: Item, b: Item): boolean {
  return a.marker + a.text !== b.marker + b.text;
}

/** Same words on more lines or fewer, broken where no sentence ends: that was done by a source, and by no decision. */
function isOtherLines(sides: Sides, group: Group): boolean {
  const [old, next] = [
    itemsAt(
      sides.old,
      group.old.toSorted((a, b) => a - b),
    ),
    itemsAt(
      sides.next,
      group.next.toSorted((a, b) => a - b),
    ),
  ];
  const words = (items: readonly Item[]) => items.map(({ key }) => key).join('');
  const several = old.length > 1 ? old : next;
  return (
    words(old) === words(next) &&
    several.slice(1).every(({ marker }) => marker === '') &&
    several.slice(0, -1).every(({ key }) => !/[。!?:]"?$/u.test(key))
  );
}

function itemsAt(items: readonly Item[], places: readonly number[]): Item[] {
  return places.flatMap((n) => items[n] ?? []);
}
