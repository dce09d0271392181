import { LIST_LEVELS } from './list-levels.ts';
import type { Marker } from './marker.ts';
import { holdsNumeral } from './numeral.ts';

const LETTERS: Partial<Record<Marker['level'], string>> = {
  annex: 'f',
  book: 'b',
  subbook: 'b',
  chapter: 'z',
  section: 'j',
  division: 'p',
  part: 'p',
  article: 't',
  paragraph: 'k',
  decimal: 'n',
  item: 'x',
  point: 'd',
  subpoint: 'm',
  paren: 'q',
  circle: 'c',
};

/** Where a number stands, as far as its id tells of it. */
export interface IdContext {
  /** Id of the enclosing clause, or `null` at the top. */
  parent: string | null;
  /** Id of the annex or the further document round it, or `null`. */
  region: string | null;
  /** The number of the enclosing clause, where it has one. */
  around: Marker | null;
  /** Whether its level is the first of lists in that clause. */
  isFirstList: boolean;
  /** Whether the numbers of its level run on through the document, whatever they stand in. */
  running: boolean;
}

/** Levels that are named by a bare number inside each other, and in a 第三部分: 三、（二）1. is p3-2-1. */
const BARE: ReadonlySet<Marker['level']> = new Set(['part', ...LIST_LEVELS]);

/**
 * The permanent id of a printed number: lower-case ASCII that begins with a letter and holds no dot, so that it
 * works as path, fragment, file name and over the telephone.
 *
 * `七、（二） → p7-2`, `（十七）` running on `→ x17`, `第二编第三章 → b2-z3`, `第十二条 → t12`, `第一百三十三条之二 → t133zhi2`,
 * `1.2.3 → n1-2-3`.
 */
export function clauseId(
  marker: Marker,
  { parent, region, around, isFirstList, running }: IdContext,
): string {
  const { level, path } = marker;
  const own = ownNumber(marker);
  // 1.1 in 1. goes on with its number.
  if (path && around?.level === 'point' && path[0] === around.number)
    return within(parent, path.slice(1).join('-'));
  if (path) return within(parent, `n${path.join('-')}`);
  // Articles are numbered through a whole document, whatever book or chapter they stand in.
  if (level === 'article') return within(region, `t${own}`);
  if (running) return within(region, `${level === 'point' ? 'n' : LETTERS[level]}${own}`);
  const isBareIn = around !== null && (around.level === 'division' || BARE.has(around.level));
  if (isFirstList && isBareIn && BARE.has(level)) return within(parent, own);
  // A first number without anything round it: d2 would be the second document.
  const letter = level === 'point' && parent === region ? 'n' : LETTERS[level];
  return within(parent, `${letter}${own}`);
}

/** `附件2 → f2`, `附件1-2 → f1zhi2`, `附表3 → fb3`, `附图1 → ft1`; one without a number by its place among all. */
export function annexId(marker: Marker, nth: number): string {
  const { printed } = marker;
  const letters = printed.includes('表') ? 'fb' : printed.includes('图') ? 'ft' : 'f';
  const number = holdsNumeral(printed) ? marker.number : nth;
  return `${letters}${ownNumber({ ...marker, number })}`;
}

function ownNumber({ number, zhi }: Pick<Marker, 'number' | 'zhi'>): string {
  return `${number}${zhi ? `zhi${zhi}` : ''}`;
}

/** The id of what stands in a clause, or at the top: `p7, 2 → p7-2`. */
export function within(parent: string | null, own: string): string {
  return parent === null ? own : `${parent}-${own}`;
}

/** Gives every id once: a second `p1` becomes `p1-again2`. Returns the id to use and whether it had to change. */
export function uniqueIds(): (id: string) => { id: string; repeated: boolean } {
  const uses = new Map<string, number>();
  return (id) => {
    let n = uses.get(id) ?? 0;
    let unique = id;
    do {
      n++;
      unique = n === 1 ? id : `${id}-again${n}`;
    } while (n > 1 && uses.has(unique));
    uses.set(id, n);
    if (unique !== id) uses.set(unique, 1);
    return { id: unique, repeated: unique !== id };
  };
}
