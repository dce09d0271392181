import { type Reading, syllablesOf } from './pinyin.ts';
import { wordsOf } from './query.ts';

/** Fewer letters stand in any text by chance: initials, and syllables. */
const FEWEST_INITIALS = 3;
const FEWEST_LETTERS = 4;
const MOST_FOUND = 3;
/** No word is longer. */
const LONGEST = 12;
/** A slip is looked for in so many characters. */
const WINDOWS = [4, 3];

type At = [sentence: number, at: number];

/** The words of a text by their sounds: what letters spell, and what was meant by a wrong character. */
export class TextSounds {
  private readonly sentences: readonly string[];
  private readonly reading: Reading;
  private readonly heard: Reading;
  /** Where characters stand whose reading begins with a letter. */
  private beginning: Map<string, At[]> | undefined;

  /** `heard` has one syllable for sounds that many do not tell apart. */
  constructor(sentences: readonly string[], reading: Reading, heard: Reading) {
    this.sentences = sentences;
    this.reading = reading;
    this.heard = heard;
  }

  /** Words that letters spell in full, else those of which they are the initials; the most frequent first. */
  spelt(typed: string): string[] {
    const letters = typed.replace(/[\s'’-]+/gu, '');
    if (!/^[a-z]+$/u.test(letters)) return [];
    const whole =
      letters.length < FEWEST_LETTERS
        ? []
        : this.wordsFrom(letters, (text) => charactersSpelt(letters, text, this.reading));
    if (whole.length || letters.length < FEWEST_INITIALS) return whole;
    return this.wordsFrom(letters, (text) => (this.begin(text, letters) ? letters.length : 0));
  }

  /** Words that a part of a query was meant to be, in which one character, at `odd`, is wrong. */
  almost(part: string, odd: number): string[] {
    if (odd < 0) return [];
    const windows = WINDOWS.flatMap((length) =>
      Array.from({ length }, (_, before) => [odd - before, length] as const),
    ).filter(([from, length]) => from >= 0 && from + length <= part.length);
    const found = windows.map(([from, length]) =>
      this.likeBut(part.slice(from, from + length), odd - from),
    );
    return found.flatMap((word) => word ?? []);
  }

  /** The most frequent stretch of the text that is a word but for one character, which sounds alike, or is not known. */
  private likeBut(word: string, odd: number): string | undefined {
    const given = this.heard.get(word.charAt(odd));
    if (!given && word.length < Math.max(...WINDOWS)) return undefined;
    const [before, after] = [word.slice(0, odd), word.slice(odd + 1)];
    const counts = new Map<string, number>();
    for (const text of this.sentences) {
      for (let at = 0; at + word.length <= text.length; at++) {
        if (!text.startsWith(before, at) || !text.startsWith(after, at + odd + 1)) continue;
        const there = text.charAt(at + odd);
        const sounds = this.heard.get(there);
        if (!sounds || (given && !given.some((one) => sounds.includes(one)))) continue;
        // What begins or ends within a word is one by chance.
        if (!isBounded(text, at, at + word.length)) continue;
        const meant = before + there + after;
        counts.set(meant, (counts.get(meant) ?? 0) + 1);
      }
    }
    return mostOf(counts)[0];
  }

  private begin(text: string, letters: string): boolean {
    const characters = text.slice(0, letters.length);
    const syllables = syllablesOf(characters, this.reading);
    return (
      syllables.length === letters.length &&
      syllables.every((all, i) => all.some((one) => one.startsWith(letters.charAt(i)))) &&
      /^\p{Script=Han}+$/u.test(characters)
    );
  }

  /** `lengthAt` tells how many characters at the beginning of a text are meant. */
  private wordsFrom(letters: string, lengthAt: (text: string) => number): string[] {
    const counts = new Map<string, number>();
    for (const [sentence, at] of this.beginningWith(letters.charAt(0))) {
      const text = this.sentences[sentence] ?? '';
      const length = lengthAt(text.slice(at, at + LONGEST));
      if (length === 0) continue;
      if (!isBounded(text, at, at + length)) continue;
      const word = text.slice(at, at + length);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    // Few letters stand for words by chance, unless a text says them again.
    const least = letters.length === FEWEST_INITIALS ? 2 : 1;
    return mostOf(counts)
      .filter((word) => (counts.get(word) ?? 0) >= least)
      .slice(0, MOST_FOUND);
  }

  private beginningWith(letter: string): At[] {
    this.beginning ??= this.findBeginnings();
    return this.beginning.get(letter) ?? [];
  }

  private findBeginnings(): Map<string, At[]> {
    const beginning = new Map<string, At[]>();
    for (const [i, text] of this.sentences.entries()) {
      for (let at = 0; at < text.length; at++) {
        const readings = this.reading.get(text.charAt(at)) ?? [];
        for (const letter of new Set(readings.map((one) => one.charAt(0)))) {
          const places = beginning.get(letter) ?? [];
          places.push([i, at]);
          beginning.set(letter, places);
        }
      }
    }
    return beginning;
  }
}

function mostOf(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** How many characters at the beginning of a text letters spell, to their end; 0 where they do not. */
function charactersSpelt(letters: string, text: string, reading: Reading): number {
  let ends = new Set([0]);
  for (let i = 0; i < text.length; i++) {
    const next = new Set<number>();
    for (const one of reading.get(text.charAt(i)) ?? [])
      for (const end of ends) if (letters.startsWith(one, end)) next.add(end + one.length);
    if (next.has(letters.length)) return i + 1;
    if (next.size === 0) return 0;
    ends = next;
  }
  return 0;
}

/** Whether a stretch begins with a word and ends with one. */
function isBounded(text: string, from: number, to: number): boolean {
  const ends = new Set([0]);
  let at = 0;
  for (const word of wordsOf(text)) {
    at += word.length;
    ends.add(at);
  }
  return ends.has(from) && ends.has(to);
}
