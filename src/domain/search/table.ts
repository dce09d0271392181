/**
 * What the search knows beforehand of a policy: a small table made at build from content, the same for build, browser
 * and evaluation. Texts travel joined by signs, which packs tighter; `packNames` and `entriesOf` are the two ways of it.
 */
export interface SearchTable {
  /** The policy's id, title and document number, and who may be asked. What else is known of it stands in `library.json`. */
  policy: { id: string; title: string; number: string; ask: string };
  /** The audiences it speaks to. */
  audiences: string[];
  /** The clauses that have a page, in reading order. */
  clauses: TableClause[];
  /** The sentences above and below the text, which have no page: letterhead, title, number, signature, date. */
  around: AroundSentence[];
  /** What people may type, and where it leads: `;`-separated names, each with its clause's place and its sentence after commas. */
  names: string;
  /**
   * For each of the names `|`-separated aliases, then, after a comma, those that only ask (怎么申请), then what the text
   * does not say of it.
   */
  said: string;
  /** Topics by the name of their page; and the people of the self-check. */
  topics: [slug: string, title: string][];
  checks: [slug: string, title: string][];
  /** Questions that people ask, with other wordings of each (`packFaqs`); absent where it has none. */
  faqs?: string;
  /** Words for things that the document does not treat, `|`-separated, each with the name that comes nearest after a comma. */
  notHere: string;
  /** Words that say nothing here, the longest first. */
  ignored: string[];
  /** Traditional forms of `charactersOf` the names, aliases and sentences, in their order: `購,,補`, many commas as their number. */
  simplified: string;
  /** How the same characters are read, without tones, in their order (`packReadings`). */
  syllables: string;
}

/** With the id of its clause, its place there and what it is (`Role`). */
export type AroundSentence = [clause: string, sentence: number, role: string, text: string];

type Place = [clause: number, sentence: number];

/** The place of what leads to the whole text. */
export const WHOLE = -1;

export interface TableClause {
  id: string;
  kind: string;
  /**
   * Level, number and 之 of its printed number; absent where there is none. Of 1.2.3 all its numbers, too; of points that
   * run on in it, the last.
   */
  marker?: [
    level: string,
    number: number,
    zhi: number,
    path?: readonly number[] | null,
    until?: number,
  ];
  parent: string | null;
  short: string;
  /** What it is called where it has no heading sentence; its first words, or `ours`. */
  label?: string;
  ours?: true;
  /** Whom it concerns: places in `audiences`. */
  concerns: number[];
  sentences: string[];
  /** Of each sentence the signs of the kinds of statement in it, `,`-separated (statement.ts); absent where there are none. */
  kinds?: string;
}

/** What a clause is called: its label, else its heading sentence. */
export function labelOf({ label, sentences: [heading = ''] }: TableClause): string {
  return label ?? heading.trim().replace(/。$/u, '');
}

/** A name, where it leads, what people call it, how they only ask for it, and what the text does not say of it. */
export interface NameRow {
  name: string;
  place: Place;
  aliases: readonly string[];
  asking: readonly string[];
  open?: string | undefined;
}

/** A word for what the document does not treat, with the name that comes nearest. */
export interface AbsentRow {
  word: string;
  near?: string | undefined;
}

/** Rows as they travel. */
export function packNames(rows: readonly NameRow[]): Pick<SearchTable, 'names' | 'said'> {
  const joined = (words: readonly string[]) => words.map(apart).join('|');
  const said = ({ aliases, asking, open = '' }: NameRow) =>
    [joined(aliases), joined(asking), apart(open)].join(',').replace(/,+$/u, '');
  return {
    names: rows.map(({ name, place }) => [apart(name), ...place].join(',')).join(';'),
    said: rows.map(said).join(';'),
  };
}

function unpackNames({ names, said }: Pick<SearchTable, 'names' | 'said'>): NameRow[] {
  const known = said.split(';');
  return names.split(';').map((row, i) => {
    const [name = '', clause, sentence] = row.split(',');
    const [aliases, asking, open] = known[i]?.split(',') ?? [];
    const words = (text = '') => (text === '' ? [] : text.split('|'));
    return {
      name,
      place: [Number(clause), Number(sentence)],
      aliases: words(aliases),
      asking: words(asking),
      open,
    };
  });
}

/** `公交,乘车证|彩票` */
export function packAbsent(rows: readonly AbsentRow[]): string {
  return rows
    .map(({ word, near }) => (near ? `${apart(word)},${apart(near)}` : apart(word)))
    .join('|');
}

export function absentOf({ notHere }: Pick<SearchTable, 'notHere'>): AbsentRow[] {
  return notHere.split('|').flatMap((row) => {
    const [word, near] = row.split(',');
    return word ? { word, near } : [];
  });
}

/** A text without the signs that stand between texts; their wide forms are the same to a search. */
function apart(text: string): string {
  return text.replace(/[,;|]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
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

/** The names and aliases of a table as single entries, each text once. */
export function entriesOf(table: Pick<SearchTable, 'names' | 'said'>): Entry[] {
  const rows = unpackNames(table);
  const entries = new Map<string, Entry>();
  const add = (text: string, { name, place, open }: NameRow): Entry => {
    const known = entries.get(text) ?? { text, at: [], ...(text === name ? {} : { term: name }) };
    if (open) known.open = [...(known.open ?? []), open];
    if (!known.at.some(([clause]) => clause === place[0])) known.at.push(place);
    entries.set(text, known);
    return known;
  };
  for (const row of rows) add(row.name, row);
  for (const row of rows) {
    for (const alias of row.aliases) add(alias, row);
    for (const alias of row.asking) add(alias, row).asks = true;
  }
  return [...entries.values()];
}

/** The sentences of a table one after another. */
export function lawOf({ clauses, around }: Pick<SearchTable, 'clauses' | 'around'>): string[] {
  return [...clauses.flatMap(({ sentences }) => sentences), ...around.map(([, , , text]) => text)];
}

/** The Chinese characters of texts, each once, in the order of their first use. */
export function charactersOf(texts: readonly string[]): string[] {
  return [...new Set(texts.join('').match(/\p{Script=Han}/gu))];
}
