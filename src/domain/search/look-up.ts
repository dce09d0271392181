import { type Citable, parseCitation } from '../policy/citation.ts';
import type { Level, Marker } from '../policy/marker.ts';
import { fitPinyin, type Reading, readingFrom, soundsLike } from './pinyin.ts';
import { contentParts, foldQuery, pairsOf, simplifiedMap } from './query.ts';
import { type Candidate, fuseRanks, type Ranked, type Ranking } from './rank.ts';
import { type Entry, entriesOf, type SearchTable, WHOLE } from './table.ts';

/** What a query comes to. */
export interface Answer {
  /** The query as it was understood. */
  folded: string;
  hits: Ranking[];
  /** Official terms that the reader's words were taken for: 房补 → 购房补贴. */
  terms: string[];
  /** A term that sounds like what was typed: 您是不是要找. */
  meant: string | null;
  /** Whether the document does not treat what was asked for. */
  notHere: boolean;
  /** Parts of the query that stand nowhere. */
  unknown: string[];
  /** Pages whose title holds a part of the query. */
  pages: [title: string, href: string][];
}

/** Everything the small tables can answer, without the full-text engine. */
export class LookUp {
  private readonly table: SearchTable;
  private readonly simplified: ReadonlyMap<string, string>;
  private readonly reading: Reading;
  private readonly citable: Citable;
  private readonly sentences: string[][];
  private readonly texts: string[];
  private readonly pairs: ReadonlyMap<string, number>;
  private readonly entries: (Entry & { folded: string })[];

  constructor(table: SearchTable) {
    this.table = table;
    this.simplified = simplifiedMap(table.simplified);
    this.reading = readingFrom(table.syllables);
    const clauses = table.clauses.map(({ id, kind, marker, parent }) => ({
      id,
      kind: kind as Level,
      parent,
      marker: marker ? toMarker(marker) : null,
    }));
    this.citable = { ...table.policy, clauses };
    this.entries = entriesOf(table)
      .map((entry) => ({
        ...entry,
        folded: foldQuery(entry.text, this.simplified).replace(/\s/gu, ''),
      }))
      .sort((a, b) => b.folded.length - a.folded.length);
    this.sentences = table.clauses.map(({ sentences }) => sentences.map(foldLaw));
    this.texts = table.clauses.map(({ label }, i) => foldLaw(label) + this.sentences[i]?.join(''));
    this.pairs = frequencies(this.texts);
  }

  /** The sentence, where the clause has that many. */
  private sentenceIn(clause: string | null, sentence: number | null): number | null {
    const count = this.table.clauses.find(({ id }) => id === clause)?.sentences.length ?? 0;
    return sentence !== null && sentence >= 1 && sentence <= count ? sentence : null;
  }

  /** `more` are lists of the full-text engine, once they have come. */
  answer(raw: string, more: readonly Ranked[] = []): Answer {
    const folded = foldQuery(raw, this.simplified);
    const nothing: Answer = {
      folded,
      hits: [],
      terms: [],
      meant: null,
      notHere: false,
      pages: [],
      unknown: [],
    };
    if (!/[\p{L}\p{N}]/u.test(folded)) return nothing;

    const { place, sentence } = splitSentence(raw.slice(0, 200), this.table.policy.id);
    const cited = parseCitation(place, this.citable) ?? parseCitation(folded, this.citable);
    const bare = folded.replace(/\s/gu, '');
    const aliases = this.aliasesIn(bare);
    const sounds = aliases.length ? [] : this.soundsOf(folded);
    const literal = this.literal(bare);
    const parts = contentParts(folded);
    const wanted = [...parts, ...aliases.flatMap(({ term, text }) => [term ?? text])].filter(
      (part) => part.length > 1,
    );
    const pages = this.table.pages
      .filter(([title]) => wanted.some((part) => title.includes(part)))
      .slice(0, MOST_PAGES);
    const { candidates: overlap, covered, unknown } = this.overlap(parts);

    const direct = aliases.length + sounds.length + literal.length + (cited ? 1 : 0);
    const refused =
      this.table.notHere.some((word) => bare.includes(word)) &&
      !aliases.some(
        ({ folded: text }) =>
          text.length > 2 &&
          !this.table.notHere.some((word) => word.includes(text) || text.includes(word)),
      );
    const vague = direct === 0 && covered < COVERED_AT_LEAST;
    if (!cited && (refused || vague)) return { ...nothing, notHere: true, unknown };

    const lists: Ranked[] = [
      {
        weight: 100,
        candidates: cited
          ? [
              {
                clause: cited.clause ?? this.table.policy.id,
                sentence: this.sentenceIn(cited.clause, sentence),
                reason: 'citation',
              },
            ]
          : [],
      },
      ...aliases.map((alias, i) => ({
        weight: 6 / (i + 1),
        candidates: this.placesOf(alias, 'alias'),
      })),
      ...sounds.map((sound, i) => ({
        weight: 5 / (i + 1),
        candidates: this.placesOf(sound, 'sound'),
      })),
      { weight: 3, candidates: literal },
      { weight: direct >= 3 ? 1 : 2, candidates: overlap },
      ...more,
    ];
    return {
      folded,
      hits: fuseRanks(lists),
      terms: [...new Set(aliases.flatMap(({ term }) => term ?? []))],
      meant: sounds[0]?.text ?? null,
      notHere: false,
      pages,
      unknown:
        cited || sounds.length
          ? []
          : unknown.filter((part) => !aliases.some((a) => part.includes(a.folded))),
    };
  }

  /** Entries that stand in the query, the longest first and none inside another; or that the query begins. */
  private aliasesIn(bare: string): (Entry & { folded: string })[] {
    const found: (Entry & { folded: string })[] = [];
    let rest = bare;
    for (const entry of this.entries) {
      if (entry.folded.length < 2 || !rest.includes(entry.folded)) continue;
      found.push(entry);
      rest = rest.replaceAll(entry.folded, '\u0000');
    }
    if (found.length === 0 && bare.length >= 2 && !/^[a-z0-9]+$/u.test(bare)) {
      found.push(
        ...this.entries
          .filter(({ folded }) => folded.startsWith(bare))
          .slice(-3)
          .reverse(),
      );
    }
    return found.slice(0, 5);
  }

  /** Entries that letters spell, or that the query sounds like. */
  private soundsOf(folded: string): (Entry & { folded: string })[] {
    const bare = folded.replace(/\s/gu, '');
    const scored = /[a-z]/u.test(bare)
      ? this.entries.map((entry) => ({
          entry,
          fit:
            fitPinyin(folded, entry.folded, this.reading) ||
            wordFit(folded, entry.folded, this.reading),
        }))
      : this.entries.map((entry) => ({
          entry,
          fit: soundsLike(bare, entry.folded, this.reading) ? 3 : 0,
        }));
    return scored
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

  /** Clauses by the pairs of characters they share with the query, rare pairs counting more (idf). */
  private overlap(parts: readonly string[]): {
    candidates: Candidate[];
    covered: number;
    unknown: string[];
  } {
    const pairs = pairsOf(parts);
    const weight = (pair: string) =>
      Math.log(1 + this.texts.length / (this.pairs.get(pair) ?? 0.5));
    const known = pairs.filter((pair) => this.pairs.has(pair));
    const covered = pairs.length ? known.length / pairs.length : 0;
    const candidates = this.table.clauses
      .map(({ id, sentences }, i) => {
        const text = this.texts[i] ?? '';
        const score = known.reduce(
          (sum, pair) => sum + (text.includes(pair) ? weight(pair) : 0),
          0,
        );
        const best = sentences
          .map((s, n) => ({ n: n + 1, shared: known.filter((pair) => s.includes(pair)).length }))
          .sort((a, b) => b.shared - a.shared)[0];
        return {
          clause: id,
          sentence: best?.shared ? best.n : null,
          reason: 'text' as const,
          score,
        };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ score: _, ...candidate }) => candidate);
    const unknown = parts.filter(
      (part) => part.length > 1 && pairsOf([part]).every((pair) => !this.pairs.has(pair)),
    );
    return { candidates, covered, unknown };
  }

  private placesOf(entry: Entry, reason: 'alias' | 'sound'): Candidate[] {
    return entry.at.flatMap(([clause, sentence]) => {
      const id = clause === WHOLE ? this.table.policy.id : this.table.clauses[clause]?.id;
      return id ? [{ clause: id, sentence: sentence || null, reason }] : [];
    });
  }
}

const MOST_PAGES = 4;

/** Below this share of known pairs, with nothing else found, a question is not answered by the document. */
const COVERED_AT_LEAST = 0.5;

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
  return text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
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
