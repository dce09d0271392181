import type { CitationReader } from '../policy/read-citation.ts';
import { Faqs, type FoundFaq } from './faqs.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cited } from './links.ts';
import type { Known } from './names.ts';
import { asksForMore, isQuestion } from './query.ts';
import type { Candidate, Ranked, Ranking } from './rank.ts';
import { type Asked, QueryReader, thingsIn } from './read-query.ts';
import { type Entry, type SearchTable, type TableClause, WHOLE } from './table.ts';
import type { Corpus, Term, TextIndex } from './text-index.ts';

/** A page about a topic, or of the self-check. */
export interface FoundPage {
  policy: string;
  title: string;
  kind: 'topic' | 'check';
  id: string;
}

/** A place that answers. */
export interface Hit extends Ranking {
  /** The sentence shown of it; 0 where it has nothing but a heading. */
  shown: number;
  /** The sentence that its link leads to; `null` for the whole clause. */
  leads: number | null;
}

/** What one document says to a query. */
export interface Said {
  document: LookUp;
  asked: Asked;
}

/** Finds entries that are written almost like some words. */
export type Near = (words: string) => readonly Entry[];

/**
 * One document, by its table: what a query names, cites and shares with it. What comes of that, of one document or of
 * many, `LibraryLookUp` says.
 */
export class LookUp {
  readonly table: SearchTable;
  private readonly reader: QueryReader;
  private readonly near: Near;
  private readonly faqs: Faqs;
  private readonly pages: readonly FoundPage[];
  /** Where clauses stand in the table, by id. */
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    table: SearchTable,
    near: Near = () => [],
    reader?: CitationReader,
    lexicon?: Lexicon,
  ) {
    this.table = table;
    this.reader = new QueryReader(table, reader, lexicon);
    this.near = near;
    this.faqs = new Faqs(table.faqs ?? '', table.ignored);
    this.pages = pagesOf(table);
    this.places = new Map(table.clauses.map(({ id }, i) => [id, i]));
  }

  get id(): string {
    return this.table.policy.id;
  }

  get text(): TextIndex {
    return this.reader.text;
  }

  /**
   * `corpus` are the texts that are searched, `others` words in it for what other documents do not treat, and this one
   * does not hold either.
   */
  read(raw: string, corpus: Corpus, others: readonly string[] = []): Said {
    return { document: this, asked: this.reader.read(raw, corpus, others) };
  }

  /** The same with the names that are written almost like it: for a query of which no document is sure. */
  withNear(asked: Asked): Said {
    return { document: this, asked: { ...asked, near: this.near(asked.folded) } };
  }

  /** The question of people that a query is or comes near to. `hits` are what it leads to, of all documents. */
  faqFor(raw: string, hits: readonly Candidate[] = []): FoundFaq | null {
    const led = hits.map(({ policy, clause }) =>
      policy === this.id ? (this.places.get(clause) ?? WHOLE) : Number.NaN,
    );
    return this.faqs.find(raw, this.reader.names.simplified, led);
  }

  /** Its words for what it does not treat that stand in a query. */
  absentIn(raw: string): string[] {
    return this.reader.absentIn(raw);
  }

  /** Whether a word stands in its text or is a name in it. */
  holds(word: string): boolean {
    return this.reader.holds(word);
  }

  /**
   * What speaks for its clauses beside their words, with the weight of each list's word. Beside `several` documents a name
   * counts for as much of the question as it is: others may have no names of their own.
   */
  listsFor(asked: Asked, several: boolean): Ranked[] {
    const { aliases, denied, sounds, literal, near, parts } = asked;
    const asks = parts.join('').length || 1;
    const part = ({ folded }: Known) => (several ? Math.min(1, folded.length / asks) : 1);
    return [
      ...aliases.map((alias, i) => ({
        weight: ((denied.includes(alias) ? 2 : 6) * part(alias)) / (i + 1),
        candidates: this.placesOf(alias, 'alias'),
      })),
      ...sounds.map((sound, i) => ({
        weight: 5 / (i + 1),
        candidates: this.placesOf(sound, 'sound'),
      })),
      { weight: 3, candidates: literal },
      { weight: 2, candidates: near.flatMap((entry) => this.placesOf(entry, 'title')) },
    ];
  }

  /** Where an entry leads. */
  placesOf(entry: Entry, reason: Candidate['reason']): Candidate[] {
    return entry.at.flatMap(([clause, sentence]) => {
      const id = clause === WHOLE ? this.id : this.table.clauses[clause]?.id;
      return id ? [{ policy: this.id, clause: id, sentence: sentence || null, reason }] : [];
    });
  }

  /** A place of this document as it is shown: the sentence that answers, never the heading, which only names what follows. */
  shown(place: Ranking, asked: Asked): Hit {
    const shown = this.shownOf(place, asked);
    // Who cites a clause means the whole of it; what stands round the text is of no clause.
    const whole =
      shown <= 1 ||
      place.clause === this.id ||
      (place.reason === 'citation' && place.sentence === null);
    return { ...place, shown, leads: whole ? null : shown };
  }

  private shownOf(
    { clause: id, sentence, reason }: Ranking,
    { aliases, terms, kinds }: Asked,
  ): number {
    const clause = this.table.clauses[this.places.get(id) ?? WHOLE];
    // Who cites the whole means the whole; else the sentence above or below the text is told.
    if (!clause) return reason === 'citation' ? 0 : (sentence ?? 0);
    const first = hasHeading(clause) ? 2 : 1;
    if (sentence !== null && (sentence >= first || reason === 'citation')) return sentence;
    if (first > clause.sentences.length) return 0;
    if (reason === 'citation') return first;
    const names = aliases.map(({ term, folded }): Term => ({ forms: [term ?? folded], weight: 1 }));
    return this.text.bestSentence(id, [...names, ...terms], kinds, first);
  }

  /** Whether a clause, or what stands in it, says a kind of thing (statement.ts). */
  says({ clause }: Pick<Candidate, 'clause'>, kind: string): boolean {
    return this.text.says(clause, kind);
  }

  /** Pages whose title holds a part of the query. */
  pagesFor({ parts, aliases }: Asked): FoundPage[] {
    const named = [...parts, ...aliases.map(({ term, text }) => term ?? text)].filter(
      (part) => part.length > 1,
    );
    return this.pages.filter(({ title }) => named.some((part) => title.includes(part)));
  }
}

/** Whether a document does not treat what is asked for, or has no such place. */
export function isNotHere({ cited, sure, refused, literal, near, known }: Asked): boolean {
  if (cited.length) return cited.every(({ clause }) => clause === null) && !sure;
  return refused || (!sure && literal.length + near.length === 0 && !known);
}

/** Whether that is so only because too few of the query's words are known. */
export function isStrange({ cited, absent }: Asked): boolean {
  return cited.length === 0 && absent.length === 0;
}

/** Whether it names nothing but places. */
export function isPlace({ cited, parts }: Asked): boolean {
  return parts.length === 0 && cited.some(({ clause }) => clause !== null);
}

/** The places and links that it names and the document has not: 七（一）. */
export function missingIn({ cited }: Asked): Cited[] {
  return cited.filter(({ clause, nearest }) => clause === null || nearest !== null);
}

/** What the text leaves open of the things that are asked about, then of what is asked for anything. */
export function openIn(asked: Asked): string[] {
  const asking = asked.aliases.filter(({ asks }) => asks);
  const more = asking.length > 0 || asksForMore(asked.folded);
  const things = thingsIn(asked).filter(({ folded }) => more || isQuestion(folded));
  return [...new Set([...things, ...asking].flatMap(({ open }) => open ?? []))];
}

/** Words that stand nowhere and are said beside the hits. */
export function unknownIn(asked: Asked): string[] {
  const { cited, aliases, sounds, near, absent, parts, unknown } = asked;
  const others = unknown.filter(
    (part) => !aliases.some((a) => part.includes(a.folded) || a.folded.includes(part)),
  );
  const isNamed = aliases.length > 0 && parts.every((part) => others.includes(part));
  const isMeant = sounds.length + near.length > 0 || isNamed;
  return cited.length || isMeant ? [] : [...new Set([...absent, ...others])];
}

/** Whether the first sentence of a clause only names what follows. */
function hasHeading({ label }: TableClause): boolean {
  return label === undefined;
}

/** Pages by what they are called. */
function pagesOf({ policy: { id: policy }, topics, checks }: SearchTable): FoundPage[] {
  return [
    ...topics.map(
      ([id, title]): FoundPage => ({ policy, title: `主题：${title}`, kind: 'topic', id }),
    ),
    ...checks.map(
      ([id, title]): FoundPage => ({ policy, title: `自查：${title}`, kind: 'check', id }),
    ),
  ];
}
