/**
 * What the search knows beforehand: small tables made at build from content, the same for build, browser and
 * evaluation. Short keys, because they travel.
 */
export interface SearchTable {
  /** The policy's id, title and document number, and who may be asked. What else is known of it stands in `library.json`. */
  policy: { id: string; title: string; number: string; ask: string };
  /** The audiences it speaks to. */
  audiences: string[];
  /** The clauses that have a page, in reading order. */
  clauses: TableClause[];
  /**
   * What people may type, and where it leads: `;`-separated names, each with its clause's place and sentence after
   * commas. A name that stands in its sentence is left out, and its start and length in all the sentences one after
   * another come instead; the start is counted from that of the one before.
   */
  names: string;
  /**
   * For each of the names `|`-separated aliases, then, after a comma, those that only ask (怎么申请), then what the text
   * does not say of it.
   */
  said: string;
  /** Topics by the name of their page, and what the self-check asks about them, after its own title. */
  topics: [slug: string, title: string][];
  checks: [slug: string, ...titles: string[]][];
  /** Words for things that the document does not treat, `|`-separated, each with the name that comes nearest after a comma. */
  notHere: string;
  /** Words that say nothing here, the longest first. */
  ignored: string[];
  /** Traditional forms of `charactersOf` the names and aliases, in their order: `購,,補`, many commas as their number. */
  simplified: string;
  /** How `charactersOf` the names and aliases are read, without tones, in their order: `gou fang chang/zhang`. */
  syllables: string;
}

type Place = [clause: number, sentence: number];

/** The place of what leads to the whole text. */
export const WHOLE = -1;

export interface TableClause {
  id: string;
  kind: string;
  /** Level, number and 之 of its printed number; absent where there is none. */
  marker?: [level: string, number: number, zhi: number];
  parent: string | null;
  short: string;
  /** What it is called where it has no heading sentence; its first words, or `ours`. */
  label?: string;
  ours?: true;
  /** Whom it concerns: places in `audiences`. */
  concerns: number[];
  sentences: string[];
}

/** What a clause is called: its label, else its heading sentence. */
export function labelOf({ label, sentences: [heading = ''] }: TableClause): string {
  return label ?? heading.trim().replace(/。$/u, '');
}

/** The names and aliases of a table as single entries, each text once. */
export function entriesOf({ names, said, clauses }: SearchTable): Entry[] {
  let text = '';
  const law = clauses.flatMap(({ sentences }, clause) =>
    sentences.map((sentence, i) => {
      const begins = text.length;
      text += sentence;
      return { begins, place: [clause, i + 1] as Place };
    }),
  );
  let start = 0;
  const aliases = said.split(';');
  const rows = names.split(';').map((row, i) => {
    const [name = '', at, n] = row.split(',');
    const own = { said: aliases[i]?.split(',') ?? [] };
    if (name) return { name, place: [Number(at), Number(n)] as Place, ...own };
    start += Number(at);
    const there = law.findLast(({ begins }) => begins <= start)?.place ?? [WHOLE, 0];
    return { name: text.slice(start, start + Number(n)), place: there as Place, ...own };
  });
  const entries = new Map<string, Entry>();
  const add = (text: string, place: Place, open: string, term?: string) => {
    const known = entries.get(text) ?? { text, at: [], ...(term === undefined ? {} : { term }) };
    if (open) known.open = [...(known.open ?? []), open];
    if (!known.at.some(([clause]) => clause === place[0])) known.at.push(place);
    entries.set(text, known);
    return known;
  };
  for (const { name, place, said } of rows) add(name, place, said[2] ?? '');
  for (const { name, place, said } of rows) {
    const [known = '', asking = '', open = ''] = said;
    for (const alias of known.split('|')) if (alias) add(alias, place, open, name);
    for (const alias of asking.split('|')) if (alias) add(alias, place, open, name).asks = true;
  }
  return [...entries.values()];
}

/** The Chinese characters of entries, each once, in the order of their first use. */
export function charactersOf(entries: readonly Entry[]): string[] {
  const texts = entries.map(({ text }) => text);
  return [...new Set(texts.join('').match(/\p{Script=Han}/gu))];
}

/** An official term, a label or what people call it. */
export interface Entry {
  text: string;
  /** Places in `clauses`, with the sentence that says it. */
  at: Place[];
  /** The official term it stands for, where it is none itself. */
  term?: string;
  /** Whether it only asks and names nothing: 怎么申请. */
  asks?: boolean;
  /** What the text does not say of it. */
  open?: string[];
}
