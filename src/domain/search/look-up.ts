import { checkHref, topicHref } from '../address.ts';
import { type Citable, findCitations, parseCitation } from '../policy/citation.ts';
import type { Level, Marker } from '../policy/marker.ts';
import { NUMERAL } from '../policy/numeral.ts';
import {
  fitPinyin,
  heard,
  misspelt,
  type Reading,
  readingFrom,
  soundsLike,
  spelledIn,
} from './pinyin.ts';
import {
  contentParts,
  foldQuery,
  pairsOf,
  simplifiedMap,
  standsAsWords,
  without,
  wordsOf,
} from './query.ts';
import { type Candidate, fuseRanks, type Ranked, type Ranking } from './rank.ts';
import { charactersOf, type Entry, entriesOf, type SearchTable, textsOf, WHOLE } from './table.ts';

/** What a query comes to. */
export interface Answer {
  /** The query as it was understood. */
  folded: string;
  /** Its parts that name something. */
  parts: string[];
  hits: Ranking[];
  /** Official terms that the reader's words were taken for: 房补 → 购房补贴. */
  terms: string[];
  /** A term that sounds like what was typed: 您是不是要找. */
  meant: string | null;
  /** Whether the document does not treat what was asked for. */
  notHere: boolean;
  /** Whether that is so only because none of its words is known. */
  strange: boolean;
  /** A clause that it names and the document has not: 七（一）. */
  missing: string | null;
  /** Parts of the query that stand nowhere. */
  unknown: string[];
  /** Pages whose title holds a part of the query. */
  pages: [title: string, href: string][];
}

/** An entry as queries are compared with it. */
type Known = Entry & { folded: string };

/** A place that a query names. */
interface Cited {
  written: string;
  /** The policy's id for the whole of it; `null` where there is no such place. */
  clause: string | null;
  sentence: number | null;
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
  private readonly simplified: ReadonlyMap<string, string>;
  private readonly reading: Reading;
  private readonly misspelt: Reading;
  private readonly heard: Reading;
  private readonly near: (words: string) => readonly Entry[];
  private readonly citable: Citable;
  private readonly sentences: string[][];
  /** Each clause's label and sentences with what people call what stands there; and all of it together. */
  private readonly said: string[][];
  private readonly texts: string[];
  private readonly pairs: ReadonlyMap<string, number>;
  private readonly pages: Answer['pages'];
  /** Names and aliases, the longest first; `words` with those for what the document does not treat. */
  private readonly entries: Known[];
  private readonly words: Known[];

  /** The full text's lists come for the query just read. */
  private last: { raw: string; asked: Asked } | undefined;

  /** `near` finds entries that are written almost like the query; it is asked where the tables are not sure. */
  constructor(table: SearchTable, near: (words: string) => readonly Entry[] = () => []) {
    this.table = table;
    this.near = near;
    const texts = textsOf(table);
    this.simplified = simplifiedMap(table.simplified, charactersOf(texts.all));
    const clauses = table.clauses.map(({ id, kind, marker, parent }) => ({
      id,
      kind: kind as Level,
      parent,
      marker: marker ? toMarker(marker) : null,
    }));
    this.citable = { ...table.policy, clauses };
    const known = (entry: Entry): Known => ({
      ...entry,
      folded: foldQuery(entry.text, this.simplified).replace(BETWEEN, ''),
    });
    const longestFirst = (a: Known, b: Known) => b.folded.length - a.folded.length;
    this.reading = readingFrom(table.syllables, charactersOf(texts.entries));
    this.misspelt = misspelt(this.reading);
    this.heard = heard(this.reading);
    this.entries = entriesOf(table).map(known).sort(longestFirst);
    const absent = table.notHere.split('|').map((text) => known({ text, at: [] }));
    this.words = [...absent, ...this.entries].sort(longestFirst);
    this.sentences = table.clauses.map(({ sentences }) => sentences.map(foldLaw));
    this.said = this.sentences.map((sentences, i) => [
      foldLaw(table.clauses[i]?.label ?? ''),
      ...sentences,
    ]);
    for (const { folded, at, term, asks } of this.entries) {
      if (term === undefined || asks) continue;
      for (const [clause, sentence] of at) {
        const said = this.said[clause];
        if (said) said[sentence] += `|${folded}`;
      }
    }
    this.texts = this.said.map((said) => said.join('|'));
    this.pairs = frequencies(this.texts);
    this.pages = pagesOf(table);
  }

  /** `more` are lists of the full-text engine, once they have come. */
  answer(raw: string, more: readonly Ranked[] = []): Answer {
    const folded = foldQuery(raw, this.simplified);
    const nothing: Answer = {
      folded,
      parts: [],
      hits: [],
      terms: [],
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
    const strange = unknown.filter(
      (part) => !aliases.some((a) => part.includes(a.folded) || a.folded.includes(part)),
    );
    // Where no word is left, nothing is said of the others.
    const there =
      cited?.clause || sounds.length > 0 || parts.every((part) => strange.includes(part));
    return {
      ...nothing,
      parts,
      hits: fuseRanks([...this.listsFor(asked), ...more]),
      terms: [...new Set(aliases.flatMap(({ term }) => term ?? []))],
      meant: aliases.length ? null : ((sounds[0] ?? (known ? null : near[0]))?.text ?? null),
      pages: this.pages
        .filter(([title]) => named.some((part) => title.includes(part)))
        .slice(0, MOST_PAGES),
      unknown: there ? [] : [...new Set([...(cited ? [cited.written] : absent), ...strange])],
    };
  }

  /** Everything that the tables see in a query. */
  private read(raw: string, folded: string): Asked {
    const bare = folded.replace(BETWEEN, '');
    const { ignored } = this.table;
    const cited = this.citedBy(raw.slice(0, 200), folded);
    const parts = contentParts(folded, ignored);
    const { aliases, absent, rest } = this.namedIn(bare, parts);
    const things = aliases.filter(({ asks }) => !asks);
    const sounds = this.soundsOf(folded, aliases[0]);
    // Who only asks (怎么申请) of something that the text does not know is not answered.
    const other = contentParts(rest, ignored).filter((part) => part.length > 1);
    const lost = things.length === 0 && other.length > 0 && this.covered(other) < COVERED_AT_LEAST;
    const sure = (aliases.length > 0 && !lost) || sounds.length > 0;
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
      known: !lost && this.covered(parts) >= COVERED_AT_LEAST,
      // A number is not another number that looks like it.
      near: sure || refused || cited || /^\d+$/u.test(bare) ? [] : this.near(folded),
      literal: this.literal(bare),
      ...this.overlap(absent.length ? contentParts(without(folded, absent), ignored) : parts),
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

  /** The place that a query names, alone or among other words; without a clause where the document has no such place. */
  private citedBy(raw: string, folded: string): Cited | null {
    // An address is read as it was typed, since folding takes its signs away.
    for (const text of [raw, folded]) {
      const { place, sentence } = splitSentence(text, this.table.policy.id);
      // 三、四 is said for 三（四）, and 三 alone for the part.
      const alone = LONE_NUMERAL.test(place) ? [`${place}、`] : [];
      const whole = [place, place.replaceAll('、', '.'), ...alone]
        .map((written) => parseCitation(written, this.citable))
        .find((found) => found !== null);
      if (whole) return this.cited(place, whole.clause ?? this.table.policy.id, sentence);
    }
    const spaceless = folded.replace(/\s/gu, '');
    const within = findCitations(spaceless, this.citable);
    const found = within.find(({ clause }) => clause) ?? within[0];
    if (!found) return null;
    const [, s] = /^第(\d{1,3})句/u.exec(spaceless.slice(found.index + found.text.length)) ?? [];
    return this.cited(found.text, found.clause, s ? Number(s) : null);
  }

  /** A sentence that the clause has not is passed over. */
  private cited(written: string, clause: string | null, sentence: number | null): Cited {
    const count = this.table.clauses.find(({ id }) => id === clause)?.sentences.length ?? 0;
    const there = sentence !== null && sentence >= 1 && sentence <= count;
    return { written, clause, sentence: there ? sentence : null };
  }

  /**
   * Entries that stand in the query, none inside another, or that the query begins: those that name something first,
   * then the longest. `absent` are the words for things that the document does not treat, `rest` is neither.
   */
  private namedIn(
    bare: string,
    parts: readonly string[],
  ): { aliases: Known[]; absent: string[]; rest: string } {
    const aliases: Known[] = [];
    const absent: string[] = [];
    let rest = bare;
    for (const entry of this.words) {
      const { folded } = entry;
      if (!holds(rest, folded) || (folded.length < 2 && folded !== bare)) continue;
      if (entry.at.length) aliases.push(entry);
      // Words that only ask may run into its last character.
      else if ([bare, ...parts].some((text) => standsAsWords(text, folded))) absent.push(folded);
      else continue;
      rest = rest.replaceAll(folded, '\u0000');
    }
    if (rest === bare && bare.length >= 2 && !/^[a-z0-9]+$/u.test(bare)) {
      aliases.push(
        ...this.entries
          .filter(({ folded }) => folded.startsWith(bare))
          .slice(-3)
          .reverse(),
      );
    }
    aliases.sort((a, b) => Number(a.asks ?? false) - Number(b.asks ?? false));
    return { aliases: aliases.slice(0, 5), absent, rest: rest.replaceAll('\u0000', ' ') };
  }

  /** Entries that letters spell, or that the query sounds like; only such as say more than the alias already found. */
  private soundsOf(folded: string, found?: Known): Known[] {
    const bare = folded.replace(BETWEEN, '');
    if (/[a-z]/u.test(bare)) {
      if (found) return [];
      const spelt = (reading: Reading) =>
        this.best(
          ({ folded: entry }) =>
            fitPinyin(folded, entry, reading) || wordFit(folded, entry, reading),
        );
      const exact = spelt(this.reading);
      if (exact.length) return exact;
      const almost = spelt(this.misspelt);
      if (almost.length) return almost;
      return this.best(({ folded: entry }) => {
        const letters = spelledIn(bare, entry, this.reading);
        return entry.length > 1 && letters >= SPELLED_AT_LEAST ? letters : 0;
      });
    }
    // Two characters sound like a part of nearly any question, and so do words that only ask.
    const least = Math.max(found ? found.folded.length + 2 : 0, bare.length > 3 ? 3 : 2);
    const sounds = ({ folded: entry, asks }: Known) =>
      !asks &&
      entry.length >= least &&
      !bare.includes(entry) &&
      soundsLike(bare, entry, this.heard);
    return this.best((entry) => (sounds(entry) ? 3 : 0));
  }

  /** The entries that fit best, official names before aliases. */
  private best(fit: (entry: Known) => number): Known[] {
    return this.entries
      .map((entry) => ({ entry, fit: fit(entry) }))
      .filter(({ fit }) => fit > 0)
      .sort(
        (a, b) => b.fit - a.fit || Number(Boolean(a.entry.term)) - Number(Boolean(b.entry.term)),
      )
      .slice(0, 3)
      .map(({ entry }) => entry);
  }

  private literal(bare: string): Candidate[] {
    if (bare.length < 2) return [];
    return this.table.clauses.flatMap(({ id }, i) => {
      const at = this.sentences[i]?.findIndex((s) => s.includes(bare)) ?? -1;
      return at < 0 ? [] : [{ clause: id, sentence: at + 1, reason: 'text' as const }];
    });
  }

  /** The share of the pairs of characters that the text knows. Two words may meet in a pair that says nothing. */
  private covered(parts: readonly string[]): number {
    const known = pairsOf(parts).filter((pair) => this.pairs.has(pair)).length;
    const strange = pairsOf(parts.flatMap(wordsOf)).filter((pair) => !this.pairs.has(pair)).length;
    return known ? known / (known + strange) : 0;
  }

  /** Clauses by the pairs of characters they share with the query, rare pairs counting more (idf). */
  private overlap(parts: readonly string[]): {
    overlap: Candidate[];
    unknown: string[];
  } {
    const pairs = pairsOf(parts);
    const weight = (pair: string) =>
      Math.log(1 + this.texts.length / (this.pairs.get(pair) ?? 0.5));
    const known = pairs.filter((pair) => this.pairs.has(pair));
    const all = known.reduce((sum, pair) => sum + weight(pair), 0);
    const overlap = this.table.clauses
      .map(({ id }, i) => {
        const text = this.texts[i] ?? '';
        const score = known.reduce(
          (sum, pair) => sum + (text.includes(pair) ? weight(pair) : 0),
          0,
        );
        const best = (this.said[i] ?? [])
          .map((s, n) => ({ n, shared: known.filter((pair) => s.includes(pair)).length }))
          .sort((a, b) => b.shared - a.shared)[0];
        return {
          clause: id,
          sentence: (best?.shared && best.n) || null,
          reason: 'text' as const,
          score,
        };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ score, ...candidate }) => ({ ...candidate, share: score / (all + ONE_WORD) }));
    const unknown = parts.filter(
      (part) => part.length > 1 && pairsOf([part]).every((pair) => !this.pairs.has(pair)),
    );
    return { overlap, unknown };
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

/** Whether a name stands in a text. A number is not the end of another: 3年 is not in 2023年. */
function holds(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/\d\d/u.test(text.charAt(at - 1) + name.charAt(0));
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

/** What readers leave out when they type a name: “鹰城英才”绿卡. */
const BETWEEN = /[\s“”"]/gu;

const LONE_NUMERAL = new RegExp(`^${NUMERAL}$`, 'u');

/** Below this share of known pairs, with nothing else found, a question is not answered by the document. */
const COVERED_AT_LEAST = 0.4;

/** Fewer letters than two long syllables have stand in many words by chance. */
const SPELLED_AT_LEAST = 5;

/** A question of one word is held by many clauses: its share counts for a sixth, that of a long sentence for most. */
const ONE_WORD = 20;

/** Letters with blanks between words: each word must fit somewhere in the entry (`rencai lvka`). */
function wordFit(folded: string, entry: string, reading: Reading): number {
  const words = folded.split(' ').filter((word) => word.length > 1);
  if (words.length < 2) return 0;
  const characters = Array.from(entry);
  const fits = words.every((word) =>
    characters.some((_, i) => fitPinyin(word, characters.slice(i).join(''), reading) > 0),
  );
  return fits ? 2 : 0;
}

function toMarker([level, number, zhi]: [string, number, number]): Marker {
  return { level: level as Level, number, zhi, printed: '' };
}

/** The law's own words as queries are compared with them; made once, not at every key. */
function foldLaw(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN, '');
}

/** In how many texts each pair of characters stands. */
function frequencies(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = new Set(pairsOf(text.split(/[\p{P}\p{S}]+/u)));
    for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    for (const c of new Set(text)) if (!own.has(c)) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  return counts;
}

/** `三（四）第4句` */
const IN_WORDS = /^(?<place>.*\S)\s*第(?<s>[0-9０-９]{1,3})句。?\s*$/u;
/** `prs-2018-156/p3-4.html#s4`, `prs-2018-156.html#p3-4-s4`, `p3-4-s4`; messengers add a question of their own. */
const ADDRESS =
  /^\s*(?<page>[a-z0-9/-]+?)(?:\.html)?(?:\?[^#\s]*)?(?:#(?!s\d)(?<at>[a-z0-9-]+?))?(?:[#-]s(?<s>\d{1,3}))?\s*$/iu;

/** A citation of a sentence as this site writes it, in words or as an address: `三（四）第4句 → 三（四）, 4`. */
function splitSentence(raw: string, policy: string): { place: string; sentence: number | null } {
  // Whatever folder the site stands in, the policy comes after it.
  const address = raw.slice(Math.max(0, raw.lastIndexOf(policy)));
  const {
    page,
    at = page,
    place = at ?? raw,
    s,
  } = (IN_WORDS.exec(raw) ?? ADDRESS.exec(address))?.groups ?? {};
  return { place, sentence: s ? Number(s.normalize('NFKC')) : null };
}
