import type { Level, Marker } from '../policy/marker.ts';
import { CitationReader } from '../policy/read-citation.ts';
import { isBesideOthers } from './enumeration.ts';
import { type Cited, linksIn } from './links.ts';
import { type Known, type Named, Names } from './names.ts';
import { Pairs } from './pairs.ts';
import { bareOf, contentParts, foldQuery, without } from './query.ts';
import type { Candidate } from './rank.ts';
import { type Entry, labelOf, type SearchTable, type TableClause } from './table.ts';

/** What the tables see in a query. */
export interface Asked extends Named {
  folded: string;
  cited: readonly Cited[];
  /** Names that sound like it. */
  sounds: Known[];
  /** Whether nothing in it is sure, and names written almost like it (`near`) may help. */
  unsure: boolean;
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

/** Reads a query by the tables: what it names, cites, denies, and how much of it is known. */
export class QueryReader {
  private readonly table: SearchTable;
  private readonly reader: CitationReader;
  readonly names: Names;
  readonly pairs: Pairs;
  /** Of each clause, as queries are compared with them. */
  private readonly sentences: string[][];

  /** `reader` reads what is cited, where the table needs another than the usual one. */
  constructor(table: SearchTable, reader = new CitationReader(...citableOf(table))) {
    this.table = table;
    this.reader = reader;
    this.names = new Names(table);
    this.sentences = table.clauses.map(({ sentences }) => sentences.map(foldLaw));
    this.pairs = new Pairs(table.policy.id, this.said());
  }

  /** Whether a word for what another document does not treat stands in the text of this one, or is a name here. */
  holds(word: string): boolean {
    return (
      this.sentences.some((own) => own.some((sentence) => sentence.includes(word))) ||
      this.names.entries.some(({ folded }) => folded.includes(word))
    );
  }

  /** Words for what the document does not treat that stand in a query. */
  absentIn(raw: string): string[] {
    const { simplified, absent } = this.names;
    const bare = bareOf(foldQuery(raw, simplified));
    return absent.flatMap(({ folded }) => (bare.includes(folded) ? folded : []));
  }

  /** Everything that the table sees in a query. `others` are words for what this document does not treat either. */
  read(raw: string, others: readonly string[] = []): Asked {
    const { simplified } = this.names;
    const { policy, ignored } = this.table;
    const { links, rest } = linksIn(raw, this.reader, policy.id);
    const folded = foldQuery(rest, simplified);
    const alone = this.reader.readAlone(folded);
    const cited = once([...links, ...(alone ?? this.reader.read(folded))]);
    // Who types nothing but a place asks for nothing else.
    const words = alone ? '' : folded;
    const bare = bareOf(words);
    // Numbers say nothing beside the place that they name.
    const parts = contentParts(words, ignored).filter(
      (part) => cited.length === 0 || !/^[\d一二三四五六七八九十]+$/u.test(part),
    );
    const named = this.names.within(bare, parts, others);
    const { aliases, denied, absent } = named;
    const things = this.namedIn(named);
    // What is known to be absent or is denied is not what sounds like it: 阶梯电价 is not 阶梯水价.
    const meant = without(words, [...absent, ...denied.map((one) => one.folded)]);
    const sounds = this.names.soundsOf(meant, bareOf(meant), aliases[0]);
    // Who only asks (怎么申请) of something that the text does not know is not answered; a time is nothing asked of.
    const other = contentParts(named.rest, ignored).filter(
      (part) => part.length > 1 && !/^\d+[年月日号]?$/u.test(part),
    );
    const lost =
      things.length === 0 && other.length > 0 && this.pairs.covered(other) < COVERED_AT_LEAST;
    const sure = (aliases.length > 0 && !lost) || sounds.length > 0;
    const refused = asksForAbsent(absent, things, bare) && !this.isBesideTreated(words, others);
    const treated = absent.length ? contentParts(without(words, absent), ignored) : parts;
    // What is denied says what is not meant, as long as something else is said.
    const affirmed = contentParts(meant, ignored);
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
      unsure: !(sure || refused || cited.length || parts.length === 0 || /^\d+$/u.test(bare)),
      near: [],
      literal: this.literal(bare),
      overlap: this.pairs.overlap(affirmed.length ? affirmed : treated),
      unknown: this.pairs.unknown(treated),
    };
  }

  /** Whether the question names something that is treated beside what is not: 门票和公积金. */
  private isBesideTreated(folded: string, others: readonly string[]): boolean {
    return isBesideOthers(folded, (member) => {
      const bare = bareOf(member);
      const parts = contentParts(member, this.table.ignored);
      const named = this.names.within(bare, parts, others);
      if (named.absent.length) return null;
      const [thing] = this.namedIn(named);
      // 研修班 is a name as 研修 is, 我有门票 is none.
      if (thing) return thing.folded === bare || parts.join('') === bare ? 'alone' : 'within';
      return this.literal(bare).length ? 'alone' : null;
    });
  }

  /** What is named, also by a way of asking that holds its name: 办门票, 一起落户. */
  private namedIn({ aliases }: Named): Known[] {
    return aliases.filter(({ asks, folded }) => !asks || this.names.isNamedIn(folded));
  }

  private literal(bare: string): Candidate[] {
    if (bare.length < 2) return [];
    return this.table.clauses.flatMap(({ id }, i) => {
      const at = this.sentences[i]?.findIndex((s) => s.includes(bare)) ?? -1;
      const { id: policy } = this.table.policy;
      return at < 0 ? [] : [{ policy, clause: id, sentence: at + 1, reason: 'text' as const }];
    });
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
}

/** Each place once: [三（四）](…/p7-2.html). */
function once(places: readonly Cited[]): Cited[] {
  const isSame = (a: Cited, b: Cited) =>
    a.clause !== null && a.clause === b.clause && a.sentence === b.sentence;
  return places.filter(
    (place, i) => i === places.findIndex((other) => other === place || isSame(other, place)),
  );
}

/** What is named and does not only ask. */
export function thingsIn({ aliases }: Named): Known[] {
  return aliases.filter(({ asks }) => !asks);
}

/** Whether most of what is named is not in the document. */
function asksForAbsent(absent: readonly string[], things: readonly Known[], bare: string): boolean {
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

/** Below this share of known pairs, with nothing else found, a question is not answered by the document. */
const COVERED_AT_LEAST = 0.4;

/** What reading citations needs to know of a table: the document, its sentences, what clauses are called. */
export function citableOf({
  policy,
  clauses,
}: SearchTable): ConstructorParameters<typeof CitationReader> {
  const citable = clauses.map(({ id, kind, marker, parent, label }) => ({
    id,
    ...(kind === 'document' ? { heading: label ?? null } : {}),
    kind: kind as Level,
    parent,
    marker: marker ? toMarker(marker) : null,
  }));
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return [
    { ...policy, clauses: citable },
    (id) => byId.get(id)?.sentences.length ?? 0,
    (id) => byId.get(id)?.short ?? id,
  ];
}

function toMarker([level, number, zhi, path, until]: NonNullable<TableClause['marker']>): Marker {
  const marker = { level: level as Level, number, zhi, printed: '' };
  return { ...marker, ...(path ? { path } : {}), ...(until ? { until } : {}) };
}

/** The law's own words as queries are compared with them; made once, not at every key. */
function foldLaw(text: string): string {
  return bareOf(text.normalize('NFKC').toLowerCase());
}
