import type { LibraryTable } from './library-table.ts';

/** What a reader narrows the hits to; nothing where he has not. */
export interface Narrowing {
  policy?: string;
  status?: Status;
  /** An audience, or a part of the policy. */
  within?: string;
}

type Status = 'current' | 'repealed';

type Known = Pick<LibraryTable, 'policies'>;

/** A filter as it stands in an address, its words in any order: `abc-2020-1 current readers`. */
export function readFilter(filter: string, library: Known): Narrowing {
  const words = filter.split(/\s+/u).filter(Boolean);
  return Object.fromEntries(words.map((word) => [kindOf(word, library), word]));
}

/** A filter after one of its words was pressed: it takes the place of another of its kind, or goes. */
export function toggleFilter(filter: string, word: string, library: Known): string {
  const kind = kindOf(word, library);
  const before = readFilter(filter, library);
  const after: Narrowing = { ...before, [kind]: word };
  if (before[kind] === word) delete after[kind];
  // What stands within one document is not in another.
  if (kind === 'policy') delete after.within;
  return Object.values(after).join(' ');
}

function kindOf(word: string, { policies }: Known): keyof Narrowing {
  if (word === 'current' || word === 'repealed') return 'status';
  return policies.some(({ id }) => id === word) ? 'policy' : 'within';
}
