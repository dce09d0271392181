import type { Concept, Lexicon } from './lexicon.ts';
import { pairsOf, without, wordsOf } from './query.ts';
import type { Term, TextIndex } from './text-index.ts';

/** A concept with what a text has of it. */
export interface HeldConcept extends Concept {
  /** The words for it that stand in the text, its own first. */
  held: string[];
  /** How much of it the text has, from 0 to 1. */
  share: number;
}

/** A word that most clauses have says little, but something. */
const LEAST = 0.15;
/** Half a word is far less than half of what it says: 认定 of 工伤认定. */
const OF_PARTS = 3;
/** A whole word in another says more of it: 五险 of 交五险. */
const OF_INNER = 2;
/** Below this share of what is asked, with nothing else found, a question is not answered by the document. */
const KNOWN = 0.3;
/** A pair of characters that stands somewhere is half a known character of a word, or less. */
const PAIR = 0.5;
/** What nobody knows says little of what is treated. */
const STRANGE = 0.1;
/** How much a term says for a concept: a single character that stands for a word; a stretch of a word. */
const WHOLE_WORD = 0.7;
const CHARACTER = 0.8;
const STRETCH = 0.4;

/** What one text has of the things that the lexicon knows. */
export class Concepts {
  private readonly text: TextIndex;
  private readonly lexicon: Lexicon;

  constructor(text: TextIndex, lexicon: Lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  held({ word, official }: Concept): HeldConcept {
    // A character alone stands in many words.
    const forms = word.length > 1 ? [word, ...official] : official;
    const held = this.standing(forms);
    const concept = { word, official, held, share: 0 };
    return { ...concept, share: this.shareOf(concept) };
  }

  /** What a concept is looked for by: the words of the text for it, else the words in it, and what the text has of them. */
  termsOf({ word, official, held }: HeldConcept): Term[] {
    const [most] = [...held].sort((a, b) => b.length - a.length);
    if (most) {
      const weight = word.length === 1 ? CHARACTER : WHOLE_WORD;
      return [{ forms: held, weight: weight * long(most) }];
    }
    const inner = this.innerOf(word).map(
      (one): Term => ({ forms: one.held, weight: (WHOLE_WORD * one.word.length) / word.length }),
    );
    const stretch = this.longestOf(official);
    if (!stretch) return inner;
    const { form, share } = stretch;
    return [...inner, { forms: [form], weight: STRETCH * share * long(form) }];
  }

  /** The words of the text by which a concept that is said otherwise is looked for: `count` of them at most. */
  toldOf({ word, official, held }: HeldConcept, count: number): string[] {
    if (word.length < 2 || held.includes(word)) return [];
    if (held.length) return held.slice(0, count);
    const inner = this.innerOf(word).flatMap((one) => one.held);
    const stretch = this.longestOf(official);
    return [...inner, ...(stretch ? [stretch.form] : [])].slice(0, count);
  }

  /** Whether the document treats what is asked. Words that nobody knows are no proof that it does not. */
  maybeKnown(parts: readonly string[], concepts: readonly HeldConcept[]): boolean {
    const isHeard =
      parts.length === 0 || (!this.lexicon.isEmpty && /\p{Script=Han}/u.test(parts.join('')));
    const noneIsAbsent = concepts.every(({ word, held }) => held.length > 0 || word.length === 1);
    return this.isKnown(parts, concepts) || (isHeard && noneIsAbsent);
  }

  /** Whether the text has enough of what is asked. */
  isKnown(parts: readonly string[], concepts: readonly HeldConcept[]): boolean {
    return this.knownOf(parts, concepts) >= KNOWN;
  }

  /** How much of what is asked the text has, from 0 to 1: of words by the lexicon, of the rest by pairs. */
  private knownOf(parts: readonly string[], concepts: readonly HeldConcept[]): number {
    let known = 0;
    let absent = 0;
    let rest = parts.join(' ');
    for (const { word, held, share } of longestFirst(concepts)) {
      if (!rest.includes(word)) continue;
      rest = rest.replaceAll(word, ' ');
      known += word.length * share;
      // A character alone is hardly a word.
      if (held.length === 0 && word.length > 1) absent += word.length * (1 - share);
    }
    const pairs = pairsOf(rest.split(' ').filter(Boolean));
    const counts = pairs.map((pair) => this.text.countOf(pair));
    known += counts.reduce((sum, count) => sum + PAIR * this.text.rarity(count), 0);
    const strange = counts.filter((count) => count === 0).length;
    const all = known + absent + STRANGE * strange;
    return all ? known / all : 1;
  }

  /** What of some parts stands nowhere: words that the text has nothing of, and what is no word. */
  unknownIn(parts: readonly string[], concepts: readonly HeldConcept[]): string[] {
    const isSaid = (word: string) => parts.some((part) => part.includes(word));
    const absent = concepts.filter(
      ({ word, held }) => word.length > 1 && held.length === 0 && isSaid(word),
    );
    const rest = without(
      parts.join(' '),
      longestFirst(concepts).map(({ word }) => word),
    );
    // What is no word says nothing to a reader: 能评, 16岁.
    const isWord = (part: string) => part.length > 1 && wordsOf(part).length === 1;
    const strange = rest.split(' ').filter((part) => isWord(part) && !this.text.hasOf(part));
    return [...new Set([...absent.map(({ word }) => word), ...strange])];
  }

  private shareOf(concept: HeldConcept): number {
    const { word, official, held } = concept;
    if (held.length)
      return Math.max(LEAST, ...held.map((form) => this.text.rarity(this.text.countOf(form))));
    const inner = this.innerOf(word).reduce((sum, one) => sum + one.word.length, 0) / word.length;
    const parts = [word, ...official].map((form) => {
      const pairs = pairsOf([form]);
      return pairs.filter((pair) => this.has(pair)).length / pairs.length;
    });
    return Math.max(inner ** OF_INNER, ...parts.map((part) => part ** OF_PARTS));
  }

  /** The words in a word that the text has. */
  private innerOf(word: string): { word: string; held: string[] }[] {
    return this.lexicon.inside(word).flatMap(({ word: inner, official }) => {
      const held = this.standing([inner, ...official]);
      return held.length ? { word: inner, held } : [];
    });
  }

  /** Of some words the stretch that is the most of one and stands in the text. */
  private longestOf(words: readonly string[]): { form: string; share: number } | undefined {
    const found = words.flatMap((word) => {
      const form = stretchesOf(word).find((stretch) => this.has(stretch));
      return form ? { form, share: form.length / word.length } : [];
    });
    return found.sort((a, b) => b.share - a.share)[0];
  }

  /** Those of some forms that stand in the text, each once. */
  private standing(forms: readonly string[]): string[] {
    return [...new Set(forms)].filter((form) => this.has(form));
  }

  private has(word: string): boolean {
    return this.text.countOf(word) > 0;
  }
}

/** The stretches of a word that are at least half of it and two characters, the longest first. */
export function stretchesOf(word: string): string[] {
  const least = Math.max(2, Math.ceil(word.length / 2));
  const lengths = Array.from(
    { length: Math.max(0, word.length - least) },
    (_, i) => word.length - 1 - i,
  );
  return lengths.flatMap((length) =>
    Array.from({ length: word.length - length + 1 }, (_, from) => word.slice(from, from + length)),
  );
}

const longestFirst = (concepts: readonly HeldConcept[]) =>
  [...concepts].sort((a, b) => b.word.length - a.word.length);

/** A word says as much as the pairs in it. */
const long = (word: string) => Math.max(1, word.length - 1);
