import type { Quote } from './decision.ts';

/** The words of an item, each stretch in quotes taken out and one sign put in its place. */
export interface QuotedWords {
  words: string;
  /** By their signs. */
  quotes: ReadonlyMap<string, Quote>;
}

/** Source of a regular expression for the sign of a quote. */
export const QUOTE = '[\\u{F0000}-\\u{F0FFF}]';
const FIRST_SIGN = 0xf0000;

const OPENS = '“「『';
const CLOSES = '”」』';

/**
 * Takes the quotes out of an item's lines. Both styles are read: “ repeated at each paragraph, and “ and ” at the two ends
 * only; a quote that is never closed ends with the item. `第二条修改为：“甲。· “乙。” → 第二条修改为：Q, [甲。, 乙。]`
 */
export function takeQuotes(lines: readonly string[]): QuotedWords {
  const reader = new QuoteReader();
  const isHalf = !lines.some((line) => /[“”]/u.test(line));
  for (const line of lines) reader.read(isHalf ? withMarks(line, reader.isOpen) : line);
  return reader.end();
}

class QuoteReader {
  private words = '';
  private readonly quotes = new Map<string, string[]>();
  private depth = 0;
  private paragraphs: string[] = [];
  private paragraph = '';

  get isOpen(): boolean {
    return this.depth > 0;
  }

  read(line: string): void {
    const text = line.trim();
    let from = 0;
    if (this.depth > 0) {
      this.endParagraph();
      if (opensAnew(text)) from = 1;
    } else if (this.words && !/[：:，,、]$/u.test(this.words) && !OPENS.includes(text.charAt(0)))
      this.words += '。';
    for (const character of text.slice(from)) this.take(character);
  }

  private take(character: string): void {
    if (OPENS.includes(character)) {
      if (this.depth++ > 0) this.paragraph += character;
    } else if (CLOSES.includes(character) && this.depth > 0) {
      if (--this.depth > 0) this.paragraph += character;
      else this.close();
    } else if (this.depth > 0) this.paragraph += character;
    else this.words += character;
  }

  private endParagraph(): void {
    const text = this.paragraph.trim();
    if (text) this.paragraphs.push(inner(text));
    this.paragraph = '';
  }

  /** Quotes side by side are the paragraphs of one: “甲。”“乙。” */
  private close(): void {
    this.endParagraph();
    const last = this.words.match(new RegExp(`${QUOTE}$`, 'u'))?.[0];
    const before = last === undefined ? undefined : this.quotes.get(last);
    if (before) before.push(...this.paragraphs);
    else {
      const sign = String.fromCodePoint(FIRST_SIGN + this.quotes.size);
      this.quotes.set(sign, this.paragraphs);
      this.words += sign;
    }
    this.paragraphs = [];
  }

  end(): QuotedWords {
    if (this.depth > 0) this.close();
    return { words: this.words, quotes: this.quotes };
  }
}

/** Whether “ at the head of a line goes on with the quote; of a word in quotes, text follows: “以上”包括…. */
function opensAnew(line: string): boolean {
  if (!OPENS.includes(line.charAt(0)) || line === '') return false;
  const [, after = ''] = /^[“「『][^“”「」『』]*[”」』](.)/u.exec(line) ?? [];
  return !/[\p{Script=Han}、]/u.test(after);
}

/** Half-width marks are the same at both ends. */
function withMarks(line: string, isOpen: boolean): string {
  let open = isOpen;
  return line.trim().replace(/["＂]/gu, (_, at: number) => {
    if (at === 0 && isOpen) return '“';
    open = !open;
    return open ? '“' : '”';
  });
}

/** In quotes ‘’ stand for the “” of the text. */
function inner(text: string): string {
  return text.replaceAll('‘', '“').replaceAll('’', '”');
}

/** Words as they are told, their quotes shortened: `将第二条修改为“甲…”`. */
export function spellOut(words: string, quotes: ReadonlyMap<string, Quote>): string {
  return words.replace(new RegExp(QUOTE, 'gu'), (sign) => {
    const text = (quotes.get(sign) ?? []).join('');
    return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
  });
}

const LONGEST = 18;
