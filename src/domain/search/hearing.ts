import { type Lexicon, unmarked } from './lexicon.ts';
import type { TextIndex } from './text-index.ts';
import type { TextSounds } from './text-sounds.ts';

/** What of a text was meant by letters, or by a slip of one character. */
export class Hearing {
  private readonly sounds: TextSounds;
  private readonly text: TextIndex;
  private readonly lexicon: Lexicon;

  constructor(sounds: TextSounds, text: TextIndex, lexicon: Lexicon) {
    this.sounds = sounds;
    this.text = text;
    this.lexicon = lexicon;
  }

  /** Whether something in some parts may be a slip. */
  isOdd(parts: readonly string[]): boolean {
    return parts.some((part) => this.oddIn(part) >= 0);
  }

  /** Words of the text that letters in a query spell, or that something in it was meant to be. */
  heard(text: string, parts: readonly string[]): string[] {
    const { sounds } = this;
    const letters = text.match(/[a-z]+(?:[\s'’-]+[a-z]+)*/gu);
    if (!letters) return parts.flatMap((part) => sounds.almost(part, this.oddIn(part)));
    return letters.flatMap((words) => {
      const whole = sounds.spelt(words);
      if (whole.length) return whole;
      const each = words.split(' ').map((word) => sounds.spelt(word));
      return each.every((found) => found.length) ? each.flat() : [];
    });
  }

  /** The character of a part that stands beside none of its neighbours in the text, and in no word; -1 where there is none. */
  private oddIn(part: string): number {
    const { marked, words } = this.lexicon.read(part);
    const inWord = Array.from(marked).flatMap((sign) => {
      const written = unmarked(sign, words);
      return Array.from(written, () => written !== sign);
    });
    return Array.from(part).findIndex((_, i) => {
      const pairs = [part.slice(i - 1, i + 1), part.slice(i, i + 2)];
      return !inWord[i] && pairs.every((pair) => pair.length < 2 || !this.text.countOf(pair));
    });
  }
}
