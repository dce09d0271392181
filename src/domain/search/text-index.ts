import type { ClauseKind } from '../policy/clause.ts';
import { clausesIn, stretchesById } from '../policy/stretch.ts';
import { pairsOf } from './query.ts';
import type { Candidate } from './rank.ts';

/** A clause with its label, then its sentences, each with what people call what stands there. */
export interface SaidClause {
  id: string;
  kind: ClauseKind;
  parent: string | null;
  said: readonly string[];
  /** Of each of `said` the signs of the kinds of statement in it (statement.ts). */
  kinds: readonly string[];
}

/** A thing that is looked for: any of its forms is it. */
export interface Term {
  forms: readonly string[];
  /** How much it says beside others; a pair of characters says 1. */
  weight: number;
}

/** A term with how often it stands in each clause. */
interface Counted extends Term {
  times: readonly number[];
}

/** The texts that are searched together: what few clauses of all have counts more. */
export class Corpus {
  private readonly texts: readonly TextIndex[];
  private readonly size: number;
  /** How long a clause is, in characters: the mean of all. */
  readonly length: number;

  constructor(texts: readonly TextIndex[]) {
    this.texts = texts;
    this.size = texts.reduce((sum, { size }) => sum + size, 0);
    this.length = texts.reduce((sum, { characters }) => sum + characters, 0) / this.size;
  }

  /** Terms that stand somewhere, each with BM25's weight of what is in any of its forms. */
  weigh(terms: readonly Term[]): Term[] {
    return terms.flatMap(({ forms, weight }) => {
      const counts = forms.map((form) =>
        this.texts.reduce((sum, text) => sum + text.countOf(form), 0),
      );
      const most = Math.max(...counts);
      return most ? { forms, weight: weight * Math.log((this.size + 1) / (most + 0.5)) } : [];
    });
  }
}

interface Unit extends SaidClause {
  own: string;
  /** With what stands in it, as it is read. */
  whole: string;
  /** Places of what it stands in and of what stands in it. */
  around: number[];
  /** Whether it only leads up to others. */
  leads: boolean;
}

/** Okapi BM25 (Robertson & Zaragoza, 2009): how soon a word said again says no more, and how much length counts. */
const K1 = 0.9;
const B = 0.7;
/** No clause is so short that a word says everything. */
const SHORTEST = 0.3;
/** A character says less than a pair. */
const SINGLE = 0.3;
/** A question of one word is held by many clauses: its share counts for a sixth, that of a long sentence for most. */
const ONE_WORD = 20;
/** What a clause gains that says the kind of thing that is asked for. */
const OF_KIND = 0.2;
/** Of the sentences of a clause one that says that kind counts so much more. */
const SAYS_KIND = 1.5;
/** What leads up to others answers less. */
const LEADING = 0.6;
/** What stands in a clause and holds so much of the question answers better than the whole of it. */
const NARROWER = 0.8;
/** Nobody looks through more of one document. */
const MOST_FOUND = 50;
/** What holds less than so much of what the best holds is no answer. */
const FAINT = 0.2;
/** The share of clauses that say the kind that is asked for, where nothing else is. */
const KIND_ALONE = 0.2;

/**
 * The words of a text, clause by clause: how much of a question each holds, in its sentences, in what stands in it and in
 * what people call that. Pairs of characters stand for words, so that half a name still leads to it.
 */
export class TextIndex {
  private readonly policy: string;
  private readonly units: readonly Unit[];
  private readonly known = new Map<string, { times: number[]; count: number }>();

  /** How many clauses it has. */
  readonly size: number;
  /** How many characters they have. */
  readonly characters: number;

  constructor(policy: string, clauses: readonly SaidClause[]) {
    this.policy = policy;
    this.units = makeUnits(clauses);
    this.size = this.units.length;
    this.characters = this.units.reduce((sum, { own }) => sum + own.length, 0);
  }

  /** In how many clauses a text stands. */
  countOf(text: string): number {
    return this.look(text).count;
  }

  /** How much a text in so many clauses says, from 0 to 1. */
  rarity(count: number): number {
    const n = this.units.length + 1;
    return count ? Math.max(0, Math.log(n / (count + 0.5)) / Math.log(n / 1.5)) : 0;
  }

  /** Whether something of a part of a question stands somewhere. */
  hasOf(part: string): boolean {
    return pairsOf([part]).some((pair) => this.countOf(pair) > 0);
  }

  /** What words are looked for by: their pairs, and single characters that say little. */
  termsOf(parts: readonly string[]): Term[] {
    const pairs = new Set(pairsOf(parts));
    const singles = new Set(parts.join('').match(/\p{Script=Han}/gu));
    return [
      ...[...pairs].map((pair): Term => ({ forms: [pair], weight: 1 })),
      ...[...singles]
        .filter((c) => !pairs.has(c))
        .map((c): Term => ({ forms: [c], weight: SINGLE })),
    ];
  }

  /**
   * Clauses by what they hold of what is looked for, each with the sentence that holds most. `terms` are weighed by the
   * corpus, `mean` is its length of a clause.
   */
  overlap(terms: readonly Term[], mean: number, kinds: readonly string[] = []): Candidate[] {
    const counted = terms.map((term): Counted => ({ ...term, times: this.timesOf(term.forms) }));
    const all = terms.reduce((sum, { weight }) => sum + weight, 0) + ONE_WORD;
    const scores = this.units.map((unit, i) => scoreOf(unit, i, counted, mean, kinds));
    const best = Math.max(0, ...scores);
    if (best === 0) return this.sayingMost(kinds);
    const least = FAINT * best;
    const isNarrowed = (i: number, score: number) =>
      this.units[i]?.around.some((j) => j > i && (scores[j] ?? 0) >= NARROWER * score);
    const ranked = scores
      .map((score, i) => ({ score, i }))
      .filter(({ score, i }) => score > least && !isNarrowed(i, score))
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_FOUND);
    // Of a clause and what stands in it the better one speaks for both.
    const shown = new Set<number>();
    return ranked.flatMap(({ score, i }) => {
      const unit = this.units[i];
      if (!unit || unit.around.some((j) => shown.has(j))) return [];
      shown.add(i);
      const sentence = bestIn(unit, terms, kinds, 0) || null;
      return this.candidate(unit.id, sentence, Math.min(1, score / all));
    });
  }

  /** The sentence of a clause, from one on, that best holds what is looked for; that one where none does. */
  bestSentence(
    clause: string,
    terms: readonly Term[],
    kinds: readonly string[],
    from: number,
  ): number {
    const unit = this.units.find(({ id }) => id === clause);
    return unit ? bestIn(unit, terms, kinds, from) || from : from;
  }

  /** Whether a clause, or what stands in it, says a kind of thing. Of what only leads up to others nothing is said. */
  says(clause: string, kind: string): boolean {
    const at = this.units.findIndex(({ id }) => id === clause);
    if (this.units[at]?.leads) return true;
    const around = this.units[at]?.around.filter((j) => j > at) ?? [];
    return [at, ...around].some((i) => this.units[i]?.kinds.some((own) => own.includes(kind)));
  }

  /** Clauses by how many of their sentences say a kind of thing: for who asks and names nothing. */
  private sayingMost([kind]: readonly string[]): Candidate[] {
    if (!kind) return [];
    return this.units
      .map(({ id, kinds }) => ({
        id,
        at: kinds.flatMap((own, n) => (own.includes(kind) ? n : [])),
      }))
      .filter(({ at }) => at.length > 0)
      .sort((a, b) => b.at.length - a.at.length)
      .map(({ id, at: [sentence = null] }) => this.candidate(id, sentence, KIND_ALONE));
  }

  private candidate(clause: string, sentence: number | null, share: number): Candidate {
    return { policy: this.policy, clause, sentence, reason: 'text', share };
  }

  /** How often any of some forms stands in each clause. */
  private timesOf(forms: readonly string[]): number[] {
    const looks = forms.map((form) => this.look(form));
    return this.units.map((_, i) => looks.reduce((sum, { times }) => sum + (times[i] ?? 0), 0));
  }

  /** How often a text stands in each clause, looked up once. */
  private look(text: string): { times: number[]; count: number } {
    const known = this.known.get(text);
    if (known) return known;
    const times = this.units.map(({ whole }) => timesIn(whole, text));
    const count = this.units.filter(({ own }, i) => times[i] && own.includes(text)).length;
    const look = { times, count };
    this.known.set(text, look);
    return look;
  }
}

/** Whether a clause only leads up to others: 序言, and why a document is made. */
function leads({ kind, said }: SaidClause): boolean {
  return (
    kind === 'preamble' || /制定本(?:法|条例|办法|规定|决定|方案|意见|细则)/u.test(said.join(''))
  );
}

function makeUnits(clauses: readonly SaidClause[]): Unit[] {
  const stretches = stretchesById(clauses);
  const at = new Map(clauses.map(({ id }, i) => [id, i]));
  const holding = new Set(clauses.map(({ parent }) => parent));
  const units = clauses.map((clause): Unit => {
    const stretch = stretches.get(clause.id);
    const inside = stretch ? clausesIn(stretch) : [clause];
    return {
      ...clause,
      own: clause.said.join('|'),
      whole: inside.flatMap(({ said }) => said).join('|'),
      around: inside.slice(1).flatMap(({ id }) => at.get(id) ?? []),
      leads: leads(clause) || (holding.has(clause.id) && inside.length === 1),
    };
  });
  for (const [i, { around }] of units.entries())
    for (const j of around) if (j > i) units[j]?.around.push(i);
  return units;
}

function scoreOf(
  { whole, kinds: own, leads }: Unit,
  i: number,
  terms: readonly Counted[],
  mean: number,
  [kind]: readonly string[],
): number {
  const length = 1 - B + B * Math.max(SHORTEST, whole.length / mean);
  const score = terms.reduce((sum, { times, weight }) => {
    const n = times[i] ?? 0;
    return n ? sum + (weight * n * (K1 + 1)) / (n + K1 * length) : sum;
  }, 0);
  const ofKind = kind && own.some((signs) => signs.includes(kind)) ? 1 + OF_KIND : 1;
  return score * ofKind * (leads ? LEADING : 1);
}

function bestIn(
  { said, kinds }: Unit,
  terms: readonly Term[],
  asked: readonly string[],
  from: number,
): number {
  const scores = said.slice(from).map((text, n) => {
    const held = terms.reduce(
      (sum, { forms, weight }) => (forms.some((form) => text.includes(form)) ? sum + weight : sum),
      0,
    );
    return asked.some((kind) => kinds[n + from]?.includes(kind)) ? held * SAYS_KIND : held;
  });
  const most = Math.max(0, ...scores);
  return most ? from + scores.indexOf(most) : 0;
}

function timesIn(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}
