import { CUTS, wordsOf } from './query.ts';
import { SHARDS, shardOf } from './shards.ts';

/**
 * What the search knows of the language before it knows a word: ways of asking, words that say nothing, and the
 * traditional forms by which words are looked up. The words themselves come in shards. Made at build of `lexicon.yml`.
 */
export interface LexiconTable {
  /** Of each kind of statement its sign (statement.ts) and the ways of asking for it: `a多少钱|几块;t多久`. */
  asking: string;
  /** Words that say nothing, `|`-separated. */
  empty: string;
  /** Traditional characters of words, each with its simple form after it: `購购補补`. */
  simplified: string;
}

/**
 * Words that begin with some characters, in no order: `退钱,返还|退还;产假`. After a word stands how texts of the library
 * write that thing; nothing where none has it.
 */
export type LexiconShard = string;

/** Of each word how texts of the library write what it says. */
export function packShards(words: ReadonlyMap<string, readonly string[]>): LexiconShard[] {
  const shards = Array.from({ length: SHARDS }, (): string[] => []);
  for (const [word, official] of words)
    shards[shardOf(word)]?.push(official.length ? `${word},${official.join('|')}` : word);
  return shards.map((rows) => rows.join(';'));
}

/** A thing that a query speaks of. */
export interface Concept {
  /** As it stands in the query. */
  word: string;
  /** How texts write it, the commonest first. */
  official: readonly string[];
}

/** What the lexicon sees in a query. */
export interface Spoken {
  concepts: Concept[];
  /** Signs of the kinds of statement that are asked for, in the order of the query. */
  kinds: string[];
  /** The query with one sign for each concept (`unmarked`), and blanks for what only asks or says nothing. */
  marked: string;
  /** The words that the signs stand for. */
  words: string[];
}

/** Of the private use area, which no reader types. */
const FIRST_MARK = 0xe000;
/** Longer words are not looked for. */
const LONGEST = 12;

/** Reads queries by the lexicon: the longest word at each place, none inside another. */
export class Lexicon {
  private readonly official = new Map<string, readonly string[]>();
  /** Ways of asking with the signs of their kinds; words that say nothing with none. */
  private readonly asking = new Map<string, string>();
  private readonly loaded = new Set<number>();
  private readonly simplified: ReadonlyMap<string, string>;

  constructor(table: LexiconTable | null = null) {
    this.simplified = new Map(table?.simplified.match(/../gu)?.map((two) => pairOf(two)));
    for (const word of split(table?.empty, '|')) this.asking.set(word, '');
    for (const group of split(table?.asking, ';')) {
      const sign = group.charAt(0);
      for (const way of split(group.slice(1), '|')) this.asking.set(way, sign);
    }
  }

  /** A text with the simple forms of its traditional characters, as far as words have them, but for some that stay. */
  simplify(text: string, stay: ReadonlySet<string> = new Set()): string {
    const simple = (c: string) => (stay.has(c) ? c : (this.simplified.get(c) ?? c));
    return Array.from(text, simple).join('');
  }

  /** Whether it knows any word, so that one that it does not know is none. */
  get isEmpty(): boolean {
    return this.official.size === 0;
  }

  /** The shards that some text needs and that are not here yet. */
  missingFor(text: string): number[] {
    const all = Array.from(text.replace(/[\s\p{P}\p{S}]/gu, ''), shardOf);
    return [...new Set(all)].filter((shard) => !this.loaded.has(shard));
  }

  add(shard: number, packed: LexiconShard): void {
    this.loaded.add(shard);
    for (const row of split(packed, ';')) {
      const [word = '', official] = row.split(',');
      this.official.set(word, split(official, '|'));
    }
  }

  /** `text` is folded. */
  read(text: string): Spoken {
    const concepts: Concept[] = [];
    const kinds: string[] = [];
    let marked = '';
    let at = 0;
    const bounds = boundsOf(text);
    while (at < text.length) {
      const word = this.longestAt(text, at, LONGEST, bounds);
      const official = this.official.get(word);
      if (official) {
        marked += String.fromCharCode(FIRST_MARK + concepts.length);
        concepts.push({ word, official });
      } else {
        kinds.push(...(this.asking.get(word) ?? ''));
        marked += this.asking.has(word) ? ' ' : text.charAt(at);
      }
      at += Math.max(1, word.length);
    }
    return {
      concepts,
      kinds: [...new Set(kinds)],
      marked,
      words: concepts.map(({ word }) => word),
    };
  }

  /** The words inside another, the longest at each place, of two characters or more. */
  inside(word: string): Concept[] {
    const found: Concept[] = [];
    for (let at = 0; at < word.length; at++) {
      const inner = this.longestAt(word, at, at === 0 ? word.length - 1 : LONGEST);
      const official = this.official.get(inner);
      if (!official || inner.length < 2) continue;
      found.push({ word: inner, official });
      at += inner.length - 1;
    }
    return found;
  }

  /** The longest word at a place of a text, of so many characters at most; nothing where there is none. */
  private longestAt(text: string, at: number, most: number, bounds?: ReadonlySet<number>): string {
    for (let length = Math.min(most, text.length - at); length > 0; length--) {
      const word = text.slice(at, at + length);
      // A short word that runs across others is none: 学年 in 大学年限.
      const crosses = length < 3 && bounds && !bounds.has(at) && !bounds.has(at + length);
      const isWord = bounds ? bounds.has(at) && bounds.has(at + length) : text.length < 2;
      const isPart = length < 2 && !isWord;
      if (crosses || isPart) continue;
      if (this.official.has(word) || this.asking.has(word)) return word;
    }
    return '';
  }
}

/** Where words begin and end; nothing where the browser cannot tell. */
function boundsOf(text: string): ReadonlySet<number> | undefined {
  if (!CUTS) return undefined;
  let at = 0;
  return new Set([0, ...wordsOf(text).map(({ length }) => (at += length))]);
}

function pairOf(two: string): [string, string] {
  const [form = '', simple = ''] = two;
  return [form, simple];
}

/** A text with the words in the place of their signs. */
export function unmarked(text: string, words: readonly string[]): string {
  return text.replace(/[\ue000-\uf8ff]/gu, (sign) => words[sign.charCodeAt(0) - FIRST_MARK] ?? '');
}

function split(text: string | undefined, sign: string): string[] {
  return text ? text.split(sign) : [];
}
