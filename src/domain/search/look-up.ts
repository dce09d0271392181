import { checkHref, topicHref } from '../address.ts';
import type { Level, Marker } from '../policy/marker.ts';
import { CitationReader } from '../policy/read-citation.ts';
import { isBesideOthers } from './enumeration.ts';
import { type Cited, linksIn } from './links.ts';
import { type Known, type Named, Names } from './names.ts';
import { Pairs } from './pairs.ts';
import { asksForMore, bareOf, contentParts, foldQuery, isQuestion, without } from './query.ts';
import { type Candidate, fuseRanks, type Ranked, type Ranking } from './rank.ts';
import { type Entry, labelOf, type SearchTable, type TableClause, WHOLE } from './table.ts';

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
  /** Whether the document does not treat what was asked for. */
  notHere: boolean;
  /** Whether that is so only because too few of its words are known. */
  strange: boolean;
  /** Places and links that it names and the document has not: 七（一）. */
  missing: Cited[];
  /** Parts of the query that stand nowhere. */
  unknown: string[];
  /** Pages whose title holds a part of the query. */
  pages: [title: string, href: string][];
}

/** A place that answers. */
export interface Hit extends Ranking {
  /** The sentence shown of it; 0 where it has nothing but a heading. */
  shown: number;
}

/** What the tables see in a query. */
interface Asked extends Named {
  folded: string;
  cited: readonly Cited[];
  /** Names that sound or are written almost like it. */
  sounds: Known[];
  near: readonly Entry[];
  parts: string[];
  /** Those that stand nowhere in the text. */
  unknown: string[];
  /** Clauses that hold the whole of it, or something of it. */
  literal: Candidate[];
  overlap: Candidate[];
  /** Whether something in it is named, most of it asks for what is not treated, the text knows half of it. */
  sure: boolean;
  refused: boolean;
  known: boolean;
}

/** Everything the small tables can answer, without the full-text engine. */
export class LookUp {
  private readonly table: SearchTable;
  private readonly near: (words: string) => readonly Entry[];
  private readonly reader: CitationReader;
  private readonly names: Names;
  private readonly pairs: Pairs;
  /** Of each clause, as queries are compared with them. */
  private readonly sentences: string[][];
  private readonly pages: Answer['pages'];

  /** The full text's lists come for the query just read. */
  private last: { raw: string; asked: Asked } | undefined;

  /** `near` finds entries that are written almost like the query; it is asked where the tables are not sure. */
  constructor(table: SearchTable, near: (words: string) => readonly Entry[] = () => []) {
    this.table = table;
    this.near = near;
    this.reader = readerOf(table);
    this.names = new Names(table);
    this.sentences = table.clauses.map(({ sentences }) => sentences.map(foldLaw));
    this.pairs = new Pairs(this.said());
    this.pages = pagesOf(table);
  }

  /** `more` are lists of the full-text engine, once they have come. */
  answer(raw: string, more: readonly Ranked[] = []): Answer {
    const asked = this.last?.raw === raw ? this.last.asked : this.read(raw);
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
      return { ...nothing, notHere: true, strange, unknown };
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

  /** Each clause's label and sentences, with what people call what stands there. */
  private said(): { id: string; said: string[] }[] {
    const all = this.table.clauses.map((clause, i) => ({
      id: clause.id,
      said: [foldLaw(labelOf(clause)), ...(this.sentences[i] ?? [])],
    }));
    for (const { folded, at, term, asks } of this.names.entries) {
      if (term === undefined || asks) continue;
      for (const [clause, sentence] of at) {
        const said = all[clause]?.said;
        if (said) said[sentence] += `|${folded}`;
      }
    }
    return all;
  }

  /** Everything that the tables see in a query. */
  private read(raw: string): Asked {
    const { simplified } = this.names;
    const { policy, ignored } = this.table;
    const { links, rest } = linksIn(raw, this.reader, policy.id);
    const folded = foldQuery(rest, simplified);
    const bare = bareOf(folded);
    const cited = [...links, ...this.reader.read(folded)];
    const parts = contentParts(folded, ignored);
    const named = this.names.within(bare, parts);
    const { aliases, denied, absent } = named;
    const things = thingsIn(named);
    // What is known to be absent or is denied is not what sounds like it: 租房补贴 is not 住房补贴.
    const heard = without(folded, [...absent, ...denied.map((one) => one.folded)]);
    const sounds = this.names.soundsOf(heard, bareOf(heard), aliases[0]);
    // Who only asks (怎么申请) of something that the text does not know is not answered.
    const other = contentParts(named.rest, ignored).filter((part) => part.length > 1);
    const lost =
      things.length === 0 && other.length > 0 && this.pairs.covered(other) < COVERED_AT_LEAST;
    const sure = (aliases.length > 0 && !lost) || sounds.length > 0;
    const refused = asksForAbsent(named, bare) && !this.isBesideTreated(folded);
    const treated = absent.length ? contentParts(without(folded, absent), ignored) : parts;
    // What is denied says what is not meant, as long as something else is said.
    const meant = contentParts(
      without(
        treated.join(' '),
        denied.map((one) => one.folded),
      ),
      ignored,
    );
    return {
      ...named,
      folded,
      cited,
      sounds,
      parts,
      sure,
      refused,
      known: !lost && this.pairs.covered(parts) >= COVERED_AT_LEAST,
      // A number is not another number that looks like it.
      near:
        sure || refused || cited.length || parts.length === 0 || /^\d+$/u.test(bare)
          ? []
          : this.near(folded),
      literal: this.literal(bare),
      overlap: this.pairs.overlap(meant.length ? meant : treated),
      unknown: this.pairs.unknown(treated),
    };
  }

  /** Whether the question names something that is treated beside what is not: 绿卡和公积金. */
  private isBesideTreated(folded: string): boolean {
    return isBesideOthers(folded, (member) => {
      const bare = bareOf(member);
      const named = this.names.within(bare, contentParts(member, this.table.ignored));
      if (named.absent.length) return null;
      const [thing] = thingsIn(named);
      if (thing) return thing.folded === bare ? 'alone' : 'within';
      return this.literal(bare).length ? 'alone' : null;
    });
  }

  /** The places that are cited, in order; then the clauses for which most speaks. */
  private hitsFor(asked: Asked, more: readonly Ranked[]): Hit[] {
    const cited = asked.cited.flatMap(({ clause, sentence }) =>
      clause === null ? [] : { clause, sentence, reason: 'citation' as const, score: Infinity },
    );
    const found = fuseRanks([...this.listsFor(asked), ...more]);
    const others = found.filter(({ clause }) => !cited.some((place) => place.clause === clause));
    const words = [...asked.parts, ...asked.aliases.map(({ term, folded }) => term ?? folded)];
    return [...cited, ...others].map((hit) => ({ ...hit, shown: this.shownOf(hit, words) }));
  }

  /** The sentence that answers: never the heading, which only names what follows. */
  private shownOf({ clause: id, sentence, reason }: Ranking, words: readonly string[]): number {
    const clause = this.table.clauses.find((one) => one.id === id);
    if (!clause) return 0;
    const first = hasHeading(clause) ? 2 : 1;
    if (sentence !== null && (sentence >= first || reason === 'citation')) return sentence;
    if (first > clause.sentences.length) return 0;
    return reason === 'citation' ? first : this.pairs.bestSentence(id, words, first);
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

  private literal(bare: string): Candidate[] {
    if (bare.length < 2) return [];
    return this.table.clauses.flatMap(({ id }, i) => {
      const at = this.sentences[i]?.findIndex((s) => s.includes(bare)) ?? -1;
      return at < 0 ? [] : [{ clause: id, sentence: at + 1, reason: 'text' as const }];
    });
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
      .filter(([title]) => named.some((part) => title.includes(part)))
      .slice(0, MOST_PAGES);
  }
}

/** Whether the document does not treat what is asked for, or has no such place. */
function isNotHere({ cited, sure, refused, literal, near, known }: Asked): boolean {
  if (cited.length) return cited.every(({ clause }) => clause === null) && !sure;
  return refused || (!sure && literal.length + near.length === 0 && !known);
}

function thingsIn({ aliases }: Named): Known[] {
  return aliases.filter(({ asks }) => !asks);
}

/** Whether most of what is named is not in the document. */
function asksForAbsent(named: Named, bare: string): boolean {
  const { absent } = named;
  const things = thingsIn(named);
  // What a question comes to last is what it asks for: 孩子打疫苗. The text's own words are shown all the same.
  const last = (words: readonly string[]) =>
    Math.max(...words.map((word) => bare.lastIndexOf(word)));
  return (
    absent.length > things.length ||
    (absent.length === things.length &&
      things.every(({ term }) => term !== undefined) &&
      last(absent) > last(things.map(({ folded }) => folded)))
  );
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

function readerOf({ policy, clauses }: SearchTable): CitationReader {
  const citable = clauses.map(({ id, kind, marker, parent }) => ({
    id,
    kind: kind as Level,
    parent,
    marker: marker ? toMarker(marker) : null,
  }));
  return new CitationReader(
    { ...policy, clauses: citable },
    (id) => clauses.find((clause) => clause.id === id)?.sentences.length ?? 0,
  );
}

/** Pages by what they are called. */
function pagesOf({ topics, checks }: SearchTable): Answer['pages'] {
  return [
    ...topics.map(([slug, title]): [string, string] => [`主题：${title}`, topicHref(slug)]),
    ...checks.flatMap(([slug, ...titles]) =>
      titles.map((title): [string, string] => [`自查：${title}`, checkHref(slug)]),
    ),
  ];
}

const MOST_PAGES = 4;

/** Below this share of known pairs, with nothing else found, a question is not answered by the document. */
const COVERED_AT_LEAST = 0.4;

function toMarker([level, number, zhi]: [string, number, number]): Marker {
  return { level: level as Level, number, zhi, printed: '' };
}

/** The law's own words as queries are compared with them; made once, not at every key. */
function foldLaw(text: string): string {
  return bareOf(text.normalize('NFKC').toLowerCase());
}
