/**
 * What the search knows beforehand: small tables made at build from content, the same for build, browser and
 * evaluation. Short keys, because they travel.
 */
export interface SearchTable {
  /** The policy's id, title and document number, and who may be asked. */
  policy: { id: string; title: string; number: string; ask: string };
  /** The clauses that have a page, in reading order. */
  clauses: TableClause[];
  /**
   * What people may type, and where it leads: a name, its clause's place and sentence, and `|`-separated aliases. A name
   * that stands in its sentence is given by start and length there.
   */
  names: [
    name: string | [start: number, length: number],
    clause: number,
    sentence: number,
    aliases?: string,
  ][];
  /** Pages that gather or ask, by what they are called: topics, the self-check and its questions. */
  pages: [title: string, href: string][];
  /** Words for things that the document does not treat. */
  notHere: string[];
  /** Simplified forms of traditional characters in use: `購购學学…`. */
  simplified: string;
  /** Syllables without tones, each with the characters in use that are read so: `gou 购构`. */
  syllables: string;
}

/** The place of what leads to the whole text. */
export const WHOLE = -1;

export interface TableClause {
  id: string;
  kind: string;
  /** Level, number and 之 of its printed number; absent where there is none. */
  marker?: [level: string, number: number, zhi: number];
  parent: string | null;
  short: string;
  label: string;
  ours: boolean;
  /** Whom it concerns. */
  concerns: string[];
  sentences: string[];
}

/** The names and aliases of a table as single entries, each text once. */
export function entriesOf({ names, clauses }: SearchTable): Entry[] {
  const nameOf = ([name, clause, sentence]: SearchTable['names'][number]): string =>
    typeof name === 'string'
      ? name
      : (clauses[clause]?.sentences[sentence - 1]?.slice(name[0], name[0] + name[1]) ?? '');
  const entries = new Map<string, Entry>();
  const add = (text: string, place: [number, number], term?: string) => {
    const known = entries.get(text) ?? { text, at: [], ...(term === undefined ? {} : { term }) };
    if (!known.at.some(([clause]) => clause === place[0])) known.at.push(place);
    entries.set(text, known);
  };
  for (const row of names) add(nameOf(row), [row[1], row[2]]);
  for (const row of names) {
    for (const alias of row[3]?.split('|') ?? []) add(alias, [row[1], row[2]], nameOf(row));
  }
  return [...entries.values()];
}

/** An official term, a label or what people call it. */
export interface Entry {
  text: string;
  /** Places in `clauses`, with the sentence that says it. */
  at: [clause: number, sentence: number][];
  /** The official term it stands for, where it is none itself. */
  term?: string;
}
