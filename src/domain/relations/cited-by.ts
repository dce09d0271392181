import type { CitationInText } from './citation-in-text.ts';

/** Who cites: this sentence of this clause of a document. */
interface Citing {
  document: string;
  clause: string;
  /** The number of the sentence in its clause. */
  n: number;
  written: string;
}

/** Who cites a document: as a whole, and each of its clauses. */
export interface CitedBy {
  document: readonly Citing[];
  clauses: ReadonlyMap<string, readonly Citing[]>;
}

/**
 * The reverse of all citations by the id of the held document that is cited; one sentence once a clause. What a document
 * cites of itself is in it, too.
 */
export function citedBy(
  all: readonly { id: string; citations: readonly CitationInText[] }[],
): ReadonlyMap<string, CitedBy> {
  const index = new Map<string, { document: Citing[]; clauses: Map<string, Citing[]> }>();
  for (const { id, citations } of all)
    for (const { clause, n, written, target } of citations) {
      if (target.is === 'stub') continue;
      const cited = target.is === 'own' ? id : target.document;
      const entry = index.get(cited) ?? { document: [], clauses: new Map<string, Citing[]>() };
      index.set(cited, entry);
      const citing = { document: id, clause, n, written };
      if (target.clauses.length === 0) addOnce(entry.document, citing);
      for (const one of target.clauses) {
        const list = entry.clauses.get(one) ?? [];
        entry.clauses.set(one, list);
        addOnce(list, citing);
      }
    }
  return index;
}

/** Citations come sentence by sentence: one that has been added is the last. */
function addOnce(list: Citing[], citing: Citing): void {
  const last = list.at(-1);
  const isSame =
    last?.document === citing.document && last.clause === citing.clause && last.n === citing.n;
  if (!isSame) list.push(citing);
}
