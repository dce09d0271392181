import { foldQuery } from './query.ts';

/** A question that people ask, found by some wording of it. */
export interface FoundFaq {
  id: string;
  question: string;
  /** How near the wording is, from 0 to 1. */
  share: number;
}

interface Wording {
  faq: { id: string; question: string };
  pairs: ReadonlySet<string>;
  /** What its pairs weigh together. */
  weight: number;
}

/** Nothing less alike is one of the questions. Measured on questions whose clause is known. */
const NEAR = 0.55;
/** So much alike is one of them, whatever else is said of the query. */
export const SURE = 0.8;

/** A wording of so many characters that stands in a longer question counts for almost as much. */
const LONG = 5;
const HELD = 0.7;

/** `id|question|other wordings`, joined by `;`, as the questions of a policy travel: without the mark that ends each. */
export function packFaqs(
  faqs: readonly { id: string; question: string; also: readonly string[] }[],
): string {
  return faqs
    .map(({ id, question, also }) =>
      [id, question.replace(/？$/u, ''), ...also].map(apart).join('|'),
    )
    .join(';');
}

const apart = (text: string) => text.replace(/[|;]/gu, ' ');

/**
 * Finds which of the questions of a policy somebody asks: the one with a wording that shares most pairs of characters
 * with the query, rare pairs counting more.
 */
export class Faqs {
  private readonly wordings: Wording[];
  private readonly count: number;
  /** In how many wordings each pair stands. */
  private readonly counts = new Map<string, number>();

  constructor(packed: string) {
    const wordings = packed.split(';').flatMap((row) => {
      const [id = '', question = '', ...also] = row.split('|');
      const faq = { id, question: `${question}？` };
      return id ? [question, ...also].map((words) => ({ faq, pairs: pairsIn(words) })) : [];
    });
    this.count = wordings.length;
    for (const { pairs } of wordings)
      for (const pair of pairs) this.counts.set(pair, (this.counts.get(pair) ?? 0) + 1);
    // Once, not at every key.
    this.wordings = wordings.map((one) => ({ ...one, weight: this.weigh(one.pairs) }));
  }

  /** The question that is asked, or nothing where none is near enough. `simplified` are traditional forms. */
  find(raw: string, simplified: ReadonlyMap<string, string>): FoundFaq | null {
    const asked = pairsIn(foldQuery(raw, simplified));
    const own = this.weigh(asked);
    let best: FoundFaq | null = null;
    for (const { faq, pairs, weight } of this.wordings) {
      const shared = this.weigh([...pairs].filter((pair) => asked.has(pair)));
      // A long question may hold a short one whole.
      const held = pairs.size >= LONG ? (shared / weight) * HELD : 0;
      const share = Math.max((2 * shared) / (own + weight), held);
      if (share >= NEAR && share > (best?.share ?? 0)) best = { ...faq, share };
    }
    return best;
  }

  private weigh(pairs: Iterable<string>): number {
    let sum = 0;
    for (const pair of pairs) sum += Math.log(1 + this.count / (this.counts.get(pair) ?? 0.5));
    return sum;
  }
}

/** Neighbouring characters of a text without punctuation, those at its end too: what it begins with says most. */
function pairsIn(text: string): Set<string> {
  const characters = Array.from(text.replace(/[\p{P}\p{S}\s]/gu, ''));
  return new Set(characters.map((c, i) => c + (characters[i + 1] ?? '')));
}
