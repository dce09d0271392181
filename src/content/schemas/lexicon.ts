import { z } from 'astro/zod';
import { KINDS, type Kind } from '../../domain/policy/statement.ts';
import { text } from './text.ts';

/** Words with blanks between them. */
const words = z
  .string({ error: '写几个词，用空格隔开' })
  .transform((written) => written.split(/\s+/u).filter(Boolean));

const kind = z.enum(Object.keys(KINDS) as [Kind, ...Kind[]], {
  error: `写问的是哪一类话：${Object.keys(KINDS).join('、')}`,
});

/**
 * `lexicon.yml`: how texts write a thing (`失业保险金、失业金`), in groups, with what people say for it; a `*` after a
 * word says that it means something else, too. Then ways of asking by the kind of statement that answers, and words
 * that say nothing. About the language, and no policy.
 */
export const lexiconSchema = z.strictObject({
  words: z.record(text, z.record(text, words)),
  asking: z.partialRecord(kind, words),
  empty: words,
});

export type Lexicon = z.infer<typeof lexiconSchema>;

/** A thing: how texts write it, the commonest first, and what people say for it. */
export interface LexiconWord {
  official: string[];
  said: string[];
}

/** The things of a lexicon, without the signs of editors. */
export function wordsOf({ words }: Lexicon): LexiconWord[] {
  return Object.values(words).flatMap((group) =>
    Object.entries(group).map(([official, said]) => ({
      official: formsOf(official),
      said: said.map(unstarred),
    })),
  );
}

/** `返还、退还 → [返还, 退还]` */
export function formsOf(official: string): string[] {
  return official.split('、');
}

/** A word without the sign that it means something else, too. */
export function unstarred(word: string): string {
  return word.replace(/\*$/u, '');
}
