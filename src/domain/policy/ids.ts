import type { Marker } from './marker.ts';

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

/** What an id is made from: the marker and the ids of the clause it stands in. */
export interface IdContext {
  /** Id of the enclosing clause, or `null` at the top. */
  parent: string | null;
  /** Id of the annex or the further document round it, or `null`. */
  region: string | null;
  /** Level and number of the enclosing clause. */
  parentLevel: Marker['level'] | null;
  parentNumber: number;
  /** Whether its level is the first of lists in that clause. */
  bare: boolean;
  /** Whether the numbers of its level run on through the document, whatever they stand in. */
  running: boolean;
}

/** Levels that are named by a bare number inside those that are numbered alike: 三、（二）1. */
const BARE_IN: ReadonlySet<Marker['level'] | null> = new Set([
  'division',
  'part',
  'item',
  'point',
  'subpoint',
  'paren',
  'circle',
]);

/**
 * The permanent id of a printed number: lower-case ASCII that begins with a letter and holds no dot, so that it
 * works as path, fragment, file name and over the telephone.
 *
 * `七、（二） → p7-2`, `（十七）` running on `→ x17`, `第二编第三章 → b2-z3`, `第十二条 → t12`, `第一百三十三条之二 → t133zhi2`,
 * `1.2.3 → n1-2-3`.
 */
export function clauseId(
  marker: Marker,
  { parent, region, parentLevel, parentNumber, bare, running }: IdContext,
): string {
  const { level, number, zhi, path } = marker;
  const own = `${number}${zhi ? `zhi${zhi}` : ''}`;
  // 1.1 in 1. goes on with its number.
  if (path && parentLevel === 'point' && path[0] === parentNumber)
    return join(parent, path.slice(1).join('-'));
  if (path) return join(parent, `n${path.join('-')}`);
  // Articles are numbered through a whole document, whatever book or chapter they stand in.
  if (level === 'article') return join(region, `t${own}`);
  if (running) return join(region, `${level === 'point' ? 'n' : LETTERS[level]}${own}`);
  if (bare && BARE_IN.has(parentLevel) && BARE.has(level)) return join(parent, own);
  // A first number without anything round it: d2 would be the second document.
  const letter = level === 'point' && parent === region ? 'n' : LETTERS[level];
  return join(parent, `${letter}${own}`);
}

/** Levels whose letter is left out where `BARE_IN` is round them. */
const BARE: ReadonlySet<Marker['level']> = new Set([
  'part',
  'item',
  'point',
  'subpoint',
  'paren',
  'circle',
]);

function join(parent: string | null, own: string): string {
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
