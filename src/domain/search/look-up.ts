import type { Cited } from './links.ts';
import { asksForMore, isQuestion } from './query.ts';
import { type Candidate, fuseRanks, type Ranked, type Ranking } from './rank.ts';
import { type Asked, QueryReader, thingsIn } from './read-query.ts';
import { type Entry, type SearchTable, type TableClause, WHOLE } from './table.ts';

/** What a query comes to. */
export interface Answer {
  /** The query as it was understood. */
  folded: string;
  /** Its parts that name something. */
  parts: string[];
  hits: Hit[];
  /** Official terms that the reader's words were taken for: 房补 → 购房补贴. */
  terms: string[];
  /** What is asked for and the text does not say: 具体内容、金额、标准和期限. */
  open: string[];
  /** A term that sounds like what was typed: 您是不是要找. */
  meant: string | null;
  /** Whether the document does not treat what was asked for; `hits` are then what it treats that comes nearest. */
  notHere: boolean;
  /** Whether that is so only because too few of its words are known. */
  strange: boolean;
  /** Places and links that it names and the document has not: 七（一）. */
  missing: Cited[];
  /** Parts of the query that stand nowhere. */
  unknown: string[];
  /** Pages whose title holds a part of the query. */
  pages: FoundPage[];
}

/** A page about a topic, or of the self-check. */
export interface FoundPage {
  title: string;
  kind: 'topic' | 'check';
  id: string;
}

/** A place that answers. */
export interface Hit extends Ranking {
  /** The sentence shown of it; 0 where it has nothing but a heading. */
  shown: number;
}

/** Everything the small tables can answer, without the full-text engine. */
export class LookUp {
  private readonly table: SearchTable;
  private readonly reader: QueryReader;
  private readonly pages: Answer['pages'];

  /** The full text's lists come for the query just read. */
  private last: { raw: string; asked: Asked } | undefined;

  /** `near` finds entries that are written almost like the query; it is asked where the tables are not sure. */
  constructor(table: SearchTable, near: (words: string) => readonly Entry[] = () => []) {
    this.table = table;
    this.reader = new QueryReader(table, near);
    this.pages = pagesOf(table);
  }

  /** `more` are lists of the full-text engine, once they have come. */
  answer(raw: string, more: readonly Ranked[] = []): Answer {
    const asked = this.last?.raw === raw ? this.last.asked : this.reader.read(raw);
    this.last = { raw, asked };
    const { folded, cited, absent, parts, unknown } = asked;
    const nothing: Answer = {
      folded,
      parts,
      hits: [],
      terms: [],
      open: [],
      meant: null,
      notHere: false,
      strange: false,
      missing: cited.filter(({ clause, nearest }) => clause === null || nearest !== null),
      unknown: [],
      pages: [],
    };
    if (cited.length === 0 && !/[\p{L}\p{N}]/u.test(folded)) return nothing;
    if (isNotHere(asked)) {
      const strange = cited.length === 0 && absent.length === 0;
      const nearest = asked.nearest.flatMap((entry) => this.placesOf(entry, 'title'));
      const hits = this.shown(fuseRanks([{ weight: 1, candidates: nearest }]), asked);
      return { ...nothing, hits, notHere: true, strange, unknown };
    }
    const { aliases, sounds, near, known } = asked;
    return {
      ...nothing,
      hits: this.hitsFor(asked, more),
      terms: [...new Set(aliases.flatMap(({ term }) => term ?? []))],
      open: openIn(asked),
      meant: aliases.length ? null : ((sounds[0] ?? (known ? null : near[0]))?.text ?? null),
      unknown: unknownIn(asked),
      pages: this.pagesFor(asked),
    };
  }

  /** The places that are cited, in order; then the clauses for which most speaks. */
  private hitsFor(asked: Asked, more: readonly Ranked[]): Hit[] {
    const cited = asked.cited.flatMap(({ clause, sentence }) =>
      clause === null ? [] : { clause, sentence, reason: 'citation' as const, score: Infinity },
    );
    // A place alone asks for nothing else.
    const isPlace = cited.length > 0 && asked.parts.length === 0;
    const found = isPlace ? [] : fuseRanks([...this.listsFor(asked), ...more]);
    const others = found.filter(({ clause }) => !cited.some((place) => place.clause === clause));
    return this.shown([...cited, ...others], asked);
  }

  private shown(places: readonly Ranking[], { parts, aliases }: Asked): Hit[] {
    const words = [...parts, ...aliases.map(({ term, folded }) => term ?? folded)];
    return places.map((place) => ({ ...place, shown: this.shownOf(place, words) }));
  }

  /** The sentence that answers: never the heading, which only names what follows. */
  private shownOf({ clause: id, sentence, reason }: Ranking, words: readonly string[]): number {
    const clause = this.table.clauses.find((one) => one.id === id);
    if (!clause) return 0;
    const first = hasHeading(clause) ? 2 : 1;
    if (sentence !== null && (sentence >= first || reason === 'citation')) return sentence;
    if (first > clause.sentences.length) return 0;
    return reason === 'citation' ? first : this.reader.pairs.bestSentence(id, words, first);
  }

  /** What speaks for a clause, with the weight of its word. */
  private listsFor(asked: Asked): Ranked[] {
    const { aliases, denied, sounds, literal, near, overlap, parts } = asked;
    // What is called so is meant so, whatever else holds the word.
    const named = parts.join('') === aliases[0]?.folded;
    return [
      ...aliases.map((alias, i) => ({
        weight: (denied.includes(alias) ? 2 : 6) / (i + 1),
        candidates: this.placesOf(alias, 'alias'),
      })),
      ...sounds.map((sound, i) => ({
        weight: 5 / (i + 1),
        candidates: this.placesOf(sound, 'sound'),
      })),
      { weight: 3, candidates: literal },
      { weight: named ? 2 : 25, candidates: overlap },
      { weight: 2, candidates: near.flatMap((entry) => this.placesOf(entry, 'title')) },
    ];
  }

  private placesOf(entry: Entry, reason: Candidate['reason']): Candidate[] {
    return entry.at.flatMap(([clause, sentence]) => {
      const id = clause === WHOLE ? this.table.policy.id : this.table.clauses[clause]?.id;
      return id ? [{ clause: id, sentence: sentence || null, reason }] : [];
    });
  }

  private pagesFor({ parts, aliases }: Asked): Answer['pages'] {
    const named = [...parts, ...aliases.map(({ term, text }) => term ?? text)].filter(
      (part) => part.length > 1,
    );
    return this.pages
      .filter(({ title }) => named.some((part) => title.includes(part)))
      .slice(0, MOST_PAGES);
  }
}

/** Whether the document does not treat what is asked for, or has no such place. */
function isNotHere({ cited, sure, refused, literal, near, known }: Asked): boolean {
  if (cited.length) return cited.every(({ clause }) => clause === null) && !sure;
  return refused || (!sure && literal.length + near.length === 0 && !known);
}

/** What the text leaves open of the things that are asked about, then of what is asked for anything. */
function openIn(asked: Asked): string[] {
  const asking = asked.aliases.filter(({ asks }) => asks);
  const more = asking.length > 0 || asksForMore(asked.folded);
  const things = thingsIn(asked).filter(({ folded }) => more || isQuestion(folded));
  return [...new Set([...things, ...asking].flatMap(({ open }) => open ?? []))];
}

/** Words that stand nowhere and are said beside the hits. Where no word is left, nothing is said of the others. */
function unknownIn({ cited, aliases, sounds, absent, parts, unknown }: Asked): string[] {
  const others = unknown.filter(
    (part) => !aliases.some((a) => part.includes(a.folded) || a.folded.includes(part)),
  );
  const allThere = sounds.length > 0 || parts.every((part) => others.includes(part));
  return cited.length || allThere ? [] : [...new Set([...absent, ...others])];
}

/** Whether the first sentence of a clause only names what follows. */
function hasHeading({ label }: TableClause): boolean {
  return label === undefined;
}

/** Pages by what they are called. */
function pagesOf({ topics, checks }: SearchTable): Answer['pages'] {
  return [
    ...topics.map(([id, title]): FoundPage => ({ title: `主题：${title}`, kind: 'topic', id })),
    ...checks.flatMap(([id, ...titles]) =>
      titles.map((title): FoundPage => ({ title: `自查：${title}`, kind: 'check', id })),
    ),
  ];
}

const MOST_PAGES = 4;
