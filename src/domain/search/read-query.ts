import type { ClauseKind } from '../policy/clause.ts';
import type { Level, Marker } from '../policy/marker.ts';
import { CitationReader } from '../policy/read-citation.ts';
import { aroundClause } from './around.ts';
import { Concepts } from './concepts.ts';
import { isBesideOthers } from './enumeration.ts';
import { Hearing } from './hearing.ts';
import { type Concept, Lexicon, type Spoken, unmarked } from './lexicon.ts';
import { type Cited, linksIn } from './links.ts';
import { type Known, type Named, Names } from './names.ts';
import { bareOf, contentParts, foldLaw, foldQuery, without } from './query.ts';
import type { Candidate } from './rank.ts';
import { type Entry, labelOf, type SearchTable, type TableClause } from './table.ts';
import { type Corpus, type SaidClause, type Term, TextIndex } from './text-index.ts';

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
  /** What of them stands nowhere in the text. */
  unknown: string[];
  /** The words of the text for what is said in others: 返还 for 退钱. */
  said: string[];
  /** What the clauses are looked for by, and signs of the kinds of statement that are asked for (statement.ts). */
  terms: Term[];
  kinds: string[];
  /** Clauses that hold the whole of it, or something of it. */
  literal: Candidate[];
  overlap: Candidate[];
  /** Whether it is nothing but a name, beside what the document does not treat. */
  isName: boolean;
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
  readonly text: TextIndex;
  private readonly lexicon: Lexicon;
  private readonly concepts: Concepts;
  private readonly hearing: Hearing;
  /** Of each clause, as queries are compared with them. */
  private readonly sentences: string[][];

  /** `reader` reads what is cited, where the table needs another than the usual one. */
  constructor(
    table: SearchTable,
    reader = new CitationReader(...citableOf(table)),
    lexicon = new Lexicon(),
  ) {
    this.table = table;
    this.lexicon = lexicon;
    this.reader = reader;
    this.names = new Names(table);
    this.sentences = table.clauses.map(({ sentences }) => sentences.map(foldLaw));
    this.text = new TextIndex(table.policy.id, this.said());
    this.concepts = new Concepts(this.text, lexicon);
    this.hearing = new Hearing(this.names.sounds, this.text, lexicon);
  }

  /** Whether a word for what another document does not treat stands in the text of this one, or is a name here. */
  holds(word: string): boolean {
    return (
      this.sentences.some((own) => own.some((sentence) => sentence.includes(word))) ||
      this.names.entries.some(({ folded }) => folded.includes(word)) ||
      this.holdsAll(this.lexicon.read(word).concepts)
    );
  }

  private holdsAll(concepts: readonly Concept[]): boolean {
    const held = concepts.map((one) => this.concepts.held(one).held);
    return held.length > 0 && held.every((forms) => forms.length > 0);
  }

  /** Words for what the document does not treat that stand in a query. */
  absentIn(raw: string): string[] {
    const { simplified, absent } = this.names;
    const bare = bareOf(foldQuery(raw, simplified));
    return absent.flatMap(({ folded }) => (bare.includes(folded) ? folded : []));
  }

  /**
   * Everything that the table sees in a query. `corpus` are the texts that are searched, `others` words for what this
   * document does not treat either.
   */
  read(raw: string, corpus: Corpus, others: readonly string[] = []): Asked {
    const { simplified } = this.names;
    const { policy } = this.table;
    const { links, rest } = linksIn(raw, this.reader, policy.id);
    // What the document writes stays as it is.
    const folded = this.lexicon.simplify(foldQuery(rest, simplified), this.names.characters);
    const alone = this.reader.readAlone(folded);
    const cited = once([...links, ...(alone ?? this.reader.read(folded))]);
    // Who types nothing but a place asks for nothing else.
    const words = alone ? '' : folded;
    const bare = bareOf(words);
    const spoken = this.lexicon.read(words);
    // Numbers say nothing beside the place that they name.
    const parts = this.partsIn(spoken).filter(
      (part) => cited.length === 0 || !/^[\d一二三四五六七八九十]+$/u.test(part),
    );
    const named = this.names.within(bare, parts, others);
    const { aliases, denied, absent } = named;
    const things = this.namedIn(named);
    // What is known to be absent or is denied is not what sounds like it: 阶梯电价 is not 阶梯水价.
    const meant = without(words, [...absent, ...denied.map((one) => one.folded)]);
    // What stands in the text as it is typed is not what sounds like it: 谁负责 is not 附则.
    const mayBeMeant = /[a-z]/u.test(meant) || this.hearing.isOdd(parts);
    const names = mayBeMeant ? this.names.soundsOf(meant, bareOf(meant), aliases[0]) : [];
    const heard = names.length || aliases.length ? [] : this.hearing.heard(meant, parts);
    const sounds = [...names, ...heard.map((text): Known => ({ text, folded: text, at: [] }))];
    // Who only asks (怎么申请) of something that the text does not know is not answered; a time is nothing asked of.
    const concepts = spoken.concepts.map((concept) => this.concepts.held(concept));
    const other = this.partsOf(named.rest).filter(
      (part) => part.length > 1 && !/^\d+[年月日号]?$/u.test(part),
    );
    const lost = things.length === 0 && other.length > 0 && !this.concepts.isKnown(other, concepts);
    const sure = (aliases.length > 0 && !lost) || sounds.length > 0;
    const refused = asksForAbsent(absent, things, bare) && !this.isBesideTreated(words, others);
    const treated = absent.length ? this.partsOf(without(words, absent)) : parts;
    // What is denied says what is not meant, as long as something else is said.
    const affirmed = this.partsOf(meant);
    // What is called so by name needs no other word.
    const unnamed = concepts.filter(
      ({ word }) => meant.includes(word) && !aliases.some((alias) => alias.folded.includes(word)),
    );
    const terms = corpus.weigh([
      ...this.text.termsOf([...(affirmed.length ? affirmed : treated), ...heard]),
      ...unnamed.flatMap((concept) => this.concepts.termsOf(concept)),
    ]);
    return {
      ...named,
      folded,
      cited,
      sounds,
      parts,
      isName: this.isNameOf(aliases[0], treated),
      sure,
      refused,
      known: !(lost && aliases.length) && this.concepts.maybeKnown(parts, concepts),
      said: unnamed.flatMap((concept) => this.concepts.toldOf(concept, SAID_FORMS)),
      terms,
      kinds: spoken.kinds,
      // A number is not another number that looks like it.
      unsure: !(sure || refused || cited.length || parts.length === 0 || /^\d+$/u.test(bare)),
      near: [],
      literal: this.literal(bare),
      overlap: this.text.overlap(terms, corpus.length, spoken.kinds),
      unknown: this.concepts.unknownIn(treated, concepts),
    };
  }

  /** Whether parts are what is left of a name without words that only ask. */
  private isNameOf(name: Known | undefined, parts: readonly string[]): boolean {
    const left = parts.join('');
    if (!name || left === '') return false;
    return left === name.folded || left === this.partsOf(name.folded).join('');
  }

  /** What a text names, each word of the lexicon whole. */
  private partsOf(text: string): string[] {
    return this.partsIn(this.lexicon.read(text));
  }

  private partsIn({ marked, words }: Spoken): string[] {
    return contentParts(marked, this.table.ignored).map((part) => unmarked(part, words));
  }

  /** Whether the question names something that is treated beside what is not: 门票和公积金. */
  private isBesideTreated(folded: string, others: readonly string[]): boolean {
    return isBesideOthers(folded, (member) => {
      const bare = bareOf(member);
      const parts = this.partsOf(member);
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
  private said(): SaidClause[] {
    const all: (SaidClause & { said: string[] })[] = this.table.clauses.map((clause, i) => ({
      id: clause.id,
      kind: clause.kind as ClauseKind,
      parent: clause.parent,
      kinds: ['', ...(clause.kinds?.split(',') ?? [])],
      said: [foldLaw(labelOf(clause)), ...(this.sentences[i] ?? [])],
    }));
    for (const { folded, at, term, asks } of this.names.entries) {
      if (term === undefined || asks) continue;
      for (const [clause, sentence] of at) {
        const said = all[clause]?.said;
        if (said) said[sentence] += `|${folded}`;
      }
    }
    return [...all, aroundClause(this.table)];
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

/** Of a word so many of those that the text has for it are told. */
const SAID_FORMS = 2;

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
