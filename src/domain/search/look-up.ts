import { checkHref, topicHref } from '../address.ts';
import type { Citable } from '../policy/citation.ts';
import type { Level, Marker } from '../policy/marker.ts';
import { type Cited, citedIn } from './cited.ts';
import { type Known, Names } from './names.ts';
import { Pairs } from './pairs.ts';
import { bareOf, contentParts, foldQuery, without } from './query.ts';
import { type Candidate, fuseRanks, type Ranked, type Ranking } from './rank.ts';
import { type Entry, labelOf, type SearchTable, WHOLE } from './table.ts';

/** What a query comes to. */
export interface Answer {
  /** The query as it was understood. */
  folded: string;
  /** Its parts that name something. */
  parts: string[];
  hits: Ranking[];
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
  /** A clause that it names and the document has not: 七（一）. */
  missing: string | null;
  /** Parts of the query that stand nowhere. */
  unknown: string[];
  /** Pages whose title holds a part of the query. */
  pages: [title: string, href: string][];
}

/** What the tables see in a query. */
interface Asked {
  cited: Cited | null;
  /** Names and aliases in it, and such as are written or sound almost like it. */
  aliases: Known[];
  sounds: Known[];
  near: readonly Entry[];
  /** Words for what the document does not treat. */
  absent: string[];
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
  private readonly citable: Citable;
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
    const clauses = table.clauses.map(({ id, kind, marker, parent }) => ({
      id,
      kind: kind as Level,
      parent,
      marker: marker ? toMarker(marker) : null,
    }));
    this.citable = { ...table.policy, clauses };
    this.names = new Names(table);
    this.sentences = table.clauses.map(({ sentences }) => sentences.map(foldLaw));
    this.pairs = new Pairs(this.said());
    this.pages = pagesOf(table);
  }

  /** `more` are lists of the full-text engine, once they have come. */
  answer(raw: string, more: readonly Ranked[] = []): Answer {
    const folded = foldQuery(raw, this.names.simplified);
    const nothing: Answer = {
      folded,
      parts: [],
      hits: [],
      terms: [],
      open: [],
      meant: null,
      notHere: false,
      strange: false,
      missing: null,
      pages: [],
      unknown: [],
    };
    if (!/[\p{L}\p{N}]/u.test(folded)) return nothing;

    const asked = this.last?.raw === raw ? this.last.asked : this.read(raw, folded);
    this.last = { raw, asked };
    const { cited, aliases, sounds, absent, near, parts, unknown, known } = asked;
    if (isNotHere(asked)) {
      const strange = !cited && absent.length === 0;
      const missing = cited?.written ?? null;
      return { ...nothing, parts, notHere: true, strange, missing, unknown };
    }
    const named = [...parts, ...aliases.flatMap(({ term, text }) => term ?? text)].filter(
      (part) => part.length > 1,
    );
    const others = unknown.filter(
      (part) => !aliases.some((a) => part.includes(a.folded) || a.folded.includes(part)),
    );
    // Where no word is left, nothing is said of the others.
    const there =
      cited?.clause || sounds.length > 0 || parts.every((part) => others.includes(part));
    return {
      ...nothing,
      parts,
      hits: fuseRanks([...this.listsFor(asked), ...more]),
      terms: [...new Set(aliases.flatMap(({ term }) => term ?? []))],
      open: [...new Set(aliases.flatMap(({ open }) => open ?? []))],
      meant: aliases.length ? null : ((sounds[0] ?? (known ? null : near[0]))?.text ?? null),
      pages: this.pages
        .filter(([title]) => named.some((part) => title.includes(part)))
        .slice(0, MOST_PAGES),
      unknown: there ? [] : [...new Set([...(cited ? [cited.written] : absent), ...others])],
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
  private read(raw: string, folded: string): Asked {
    const bare = bareOf(folded);
    const { clauses, ignored } = this.table;
    const countSentences = (clause: string) =>
      clauses.find(({ id }) => id === clause)?.sentences.length ?? 0;
    const cited = citedIn(raw.slice(0, 200), folded, this.citable, countSentences);
    const parts = contentParts(folded, ignored);
    const { aliases, absent, rest } = this.names.within(bare, parts);
    const things = aliases.filter(({ asks }) => !asks);
    const sounds = this.names.soundsOf(folded, bare, aliases[0]);
    // Who only asks (怎么申请) of something that the text does not know is not answered.
    const other = contentParts(rest, ignored).filter((part) => part.length > 1);
    const lost =
      things.length === 0 && other.length > 0 && this.pairs.covered(other) < COVERED_AT_LEAST;
    const sure = (aliases.length > 0 && !lost) || sounds.length > 0;
    const treated = absent.length ? contentParts(without(folded, absent), ignored) : parts;
    // What a question comes to last is what it asks for: 孩子打疫苗. The text's own words are shown all the same.
    const last = (words: readonly string[]) =>
      Math.max(...words.map((word) => bare.lastIndexOf(word)));
    const refused =
      absent.length > things.length ||
      (absent.length === things.length &&
        things.every(({ term }) => term !== undefined) &&
        last(absent) > last(things.map((thing) => thing.folded)));
    return {
      cited,
      aliases,
      absent,
      sounds,
      parts,
      sure,
      refused,
      known: !lost && this.pairs.covered(parts) >= COVERED_AT_LEAST,
      // A number is not another number that looks like it.
      near: sure || refused || cited || /^\d+$/u.test(bare) ? [] : this.near(folded),
      literal: this.literal(bare),
      overlap: this.pairs.overlap(treated),
      unknown: this.pairs.unknown(treated),
    };
  }

  /** What speaks for a clause, with the weight of its word. */
  private listsFor({ cited, aliases, sounds, literal, near, overlap, parts }: Asked): Ranked[] {
    // What is called so is meant so, whatever else holds the word.
    const named = parts.join('') === aliases[0]?.folded;
    const { clause = null, sentence = null } = cited ?? {};
    return [
      { weight: 100, candidates: clause ? [{ clause, sentence, reason: 'citation' }] : [] },
      ...aliases.map((alias, i) => ({
        weight: 6 / (i + 1),
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
}

/** Whether the document does not treat what is asked for, or has no such place. */
function isNotHere({ cited, sure, refused, literal, near, known }: Asked): boolean {
  if (cited) return !cited.clause && !sure;
  return refused || (!sure && literal.length + near.length === 0 && !known);
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
