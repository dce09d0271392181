import { pairsOf, wordsOf } from './query.ts';
import type { Candidate } from './rank.ts';

/** A clause with its label, then its sentences, each with what people call what stands there. */
export interface SaidClause {
  id: string;
  said: readonly string[];
}

/**
 * The pairs of characters in each clause's text and in what people call what stands there, so that a question that holds
 * half of a name still leads to it.
 */
export class Pairs {
  private readonly clauses: readonly (SaidClause & { text: string })[];
  /** In how many clauses each pair stands. */
  private readonly counts = new Map<string, number>();
  private readonly policy: string;

  constructor(policy: string, clauses: readonly SaidClause[]) {
    this.policy = policy;
    this.clauses = clauses.map((clause) => ({ ...clause, text: clause.said.join('|') }));
    const count = (pair: string) => this.counts.set(pair, (this.counts.get(pair) ?? 0) + 1);
    for (const { text } of this.clauses) {
      const own = new Set(pairsOf(text.split(/[\p{P}\p{S}]+/u)));
      for (const pair of own) count(pair);
      for (const c of new Set(text)) if (!own.has(c)) count(c);
    }
  }

  /** The share of the pairs of some words that stands somewhere. Two words may meet in a pair that says nothing. */
  covered(parts: readonly string[]): number {
    const known = this.known(parts).length;
    const strange = pairsOf(parts.flatMap(wordsOf)).filter((pair) => !this.counts.has(pair)).length;
    return known ? known / (known + strange) : 0;
  }

  /** Words of which nothing stands anywhere. */
  unknown(parts: readonly string[]): string[] {
    return parts.filter((part) => part.length > 1 && this.known([part]).length === 0);
  }

  /** Clauses by the pairs they share with some words, rare pairs counting more, each with the sentence that shares most. */
  overlap(parts: readonly string[]): Candidate[] {
    const known = this.known(parts);
    const all = this.weigh(known) + ONE_WORD;
    return this.clauses
      .map(({ id, said, text }) => {
        const [best] = said
          .map((s, n) => ({ n, shared: known.filter((pair) => s.includes(pair)).length }))
          .sort((a, b) => b.shared - a.shared);
        return {
          policy: this.policy,
          clause: id,
          sentence: (best?.shared && best.n) || null,
          reason: 'text' as const,
          share: this.weigh(known.filter((pair) => text.includes(pair))) / all,
        };
      })
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share);
  }

  /** The sentence of a clause, from one on, that best holds some words; that one where none does. */
  bestSentence(clause: string, parts: readonly string[], from: number): number {
    const { said = [] } = this.clauses.find(({ id }) => id === clause) ?? {};
    const known = this.known(parts);
    const scores = said
      .slice(from)
      .map((text) => this.weigh(known.filter((pair) => text.includes(pair))));
    return from + Math.max(0, scores.indexOf(Math.max(...scores)));
  }

  /** Rare pairs count more (idf). */
  private weigh(pairs: readonly string[]): number {
    const weight = (pair: string) =>
      Math.log(1 + this.clauses.length / (this.counts.get(pair) ?? 0.5));
    return pairs.reduce((sum, pair) => sum + weight(pair), 0);
  }

  private known(parts: readonly string[]): string[] {
    return pairsOf(parts).filter((pair) => this.counts.has(pair));
  }
}

/** A question of one word is held by many clauses: its share counts for a sixth, that of a long sentence for most. */
const ONE_WORD = 20;
