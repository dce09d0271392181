import type { Clause } from '../policy/clause.ts';
import { weighLikeness } from './likeness.ts';
import { matchItems, type Sides } from './match.ts';
import { matchWithin, type Within } from './match-within.ts';
import type { Matching } from './matching.ts';
import { asOne, blocksOf, type Item, itemsOf } from './units.ts';

export type Level = 'clause' | 'article';

export interface Matched {
  sides: Sides;
  matching: Matching;
}

export function matchEditions(old: readonly Clause[], next: readonly Clause[], level: Level) {
  const items = [itemsOf(old), itemsOf(next)] as const;
  const blocks = items.map(blocksOf);
  const [oldBlocks = [], nextBlocks = []] = blocks;
  const articles = sidesOf(oldBlocks.map(asOne), nextBlocks.map(asOne));
  const matching = matchItems(articles);
  if (level === 'article') return { sides: articles, matching, blocks: matching };
  const sides = sidesOf(...items);
  const [from, to] = [placesOf(oldBlocks), placesOf(nextBlocks)];
  const within = matching.pairs().map(([i, j]): Within => [from[i] ?? [], to[j] ?? []]);
  return { sides, matching: matchWithin(sides, within), blocks: matching };
}

function placesOf(blocks: readonly (readonly Item[])[]): number[][] {
  let n = 0;
  return blocks.map((block) => block.map(() => n++));
}

function sidesOf(old: readonly Item[], next: readonly Item[]): Sides {
  const likeness = weighLikeness(
    old.map(({ key }) => key),
    next.map(({ key }) => key),
  );
  return { old, next, likeness };
}
