import type { Marker } from './marker.ts';

const LETTERS: Partial<Record<Marker['level'], string>> = {
  annex: 'f',
  book: 'b',
  chapter: 'z',
  section: 'j',
  part: 'p',
  article: 't',
  paragraph: 'k',
};

/** What an id is made from: the marker and the ids of the clause it stands in. */
export interface IdContext {
  /** Id of the enclosing clause, or `null` at the top. */
  parent: string | null;
  /** Id of the enclosing annex, or `null`. */
  annex: string | null;
  /** Level of the enclosing clause. */
  parentLevel: Marker['level'] | null;
  /** Whether the numbers of the items run on from part to part. */
  running: boolean;
}

/**
 * The permanent id of a printed number: lower-case ASCII that begins with a letter and holds no dot, so that it
 * works as path, fragment, file name and over the telephone.
 *
 * `七、（二） → p7-2`, `（十七）` running on `→ x17`, `第二编第三章 → b2-z3`, `第十二条 → t12`, `第一百三十三条之二 → t133zhi2`.
 */
export function clauseId(
  marker: Marker,
  { parent, annex, parentLevel, running }: IdContext,
): string {
  const { level, number, zhi } = marker;
  const own = `${number}${zhi ? `zhi${zhi}` : ''}`;
  const letter = LETTERS[level];
  // Articles are numbered through a whole document, whatever book or chapter they stand in.
  if (level === 'article') return join(annex, `t${own}`);
  if (letter) return join(parent, `${letter}${own}`);
  if (level === 'item' && running) return join(annex, `x${own}`);
  const nameless =
    parentLevel === null || !['part', 'item', 'point', 'subpoint'].includes(parentLevel);
  return join(parent, nameless ? `${level === 'item' ? 'x' : 'd'}${own}` : own);
}

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
