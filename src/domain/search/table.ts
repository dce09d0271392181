/**
 * What the search knows beforehand: small tables made at build from content, the same for build, browser and
 * evaluation. Short keys, because they travel.
 */
export interface SearchTable {
  /** The policy's id, title and document number, its status (试行), and who may be asked. */
  policy: { id: string; title: string; number: string; status: string; ask: string };
  /** The clauses that have a page, in reading order. */
  clauses: TableClause[];
  /**
   * What people may type, and where it leads: a name, its clause's place and sentence, and `|`-separated aliases, then
   * those that only ask (怎么申请). A name that stands in its sentence is given by start and length there.
   */
  names: [
    name: string | [start: number, length: number],
    clause: number,
    sentence: number,
    aliases?: string,
    asking?: string,
  ][];
  /** Pages that gather or ask, by what they are called: topics, the self-check and its questions. */
  pages: [title: string, href: string][];
  /** Words for things that the document does not treat. */
  notHere: string[];
  /** Words that say nothing here, the longest first. */
  ignored: string[];
  /** Questions to begin with. */
  examples: string[];
  /** Traditional forms of `charactersOf` its names, aliases and sentences, in their order: `購,,補`. */
  simplified: string;
  /** How `charactersOf` the names and aliases are read, without tones, in their order: `gou fang chang/zhang`. */
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
  const add = (text: string, place: [number, number], term?: string, asks = false) => {
    const known = entries.get(text) ?? { text, at: [], ...(term === undefined ? {} : { term }) };
    if (asks) known.asks = true;
    if (!known.at.some(([clause]) => clause === place[0])) known.at.push(place);
    entries.set(text, known);
  };
  for (const row of names) add(nameOf(row), [row[1], row[2]]);
  for (const row of names) {
    for (const [i, packed] of [row[3], row[4]].entries()) {
      for (const alias of packed?.split('|') ?? []) {
        if (alias) add(alias, [row[1], row[2]], nameOf(row), i === 1);
      }
    }
  }
  return [...entries.values()];
}

/** The texts of a table whose characters its readings (entries) and its traditional forms (all) are given for. */
export function textsOf(table: SearchTable): { entries: string[]; all: string[] } {
  const entries = entriesOf(table).map(({ text }) => text);
  return { entries, all: [...entries, ...table.clauses.flatMap(({ sentences }) => sentences)] };
}

/** The Chinese characters of texts, each once, in the order of their first use. */
export function charactersOf(texts: readonly string[]): string[] {
  return [...new Set(texts.join('').match(/\p{Script=Han}/gu))];
}

/** An official term, a label or what people call it. */
export interface Entry {
  text: string;
  /** Places in `clauses`, with the sentence that says it. */
  at: [clause: number, sentence: number][];
  /** The official term it stands for, where it is none itself. */
  term?: string;
  /** Whether it only asks and names nothing: 怎么申请. */
  asks?: boolean;
}
