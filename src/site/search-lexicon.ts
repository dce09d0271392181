import { type Lexicon, wordsOf } from '../content/schemas/lexicon.ts';
import { sentencesOf } from '../domain/policy/clause.ts';
import { KINDS, type Kind } from '../domain/policy/statement.ts';
import { stretchesOf } from '../domain/search/concepts.ts';
import { type LexiconShard, type LexiconTable, packShards } from '../domain/search/lexicon.ts';
import { foldLaw, simplifiedMap } from '../domain/search/query.ts';
import { charactersOf } from '../domain/search/table.ts';
import type { Library } from './library.ts';
import { traditionalOf } from './search-table.ts';

/** Of a thing so many ways of writing it are enough. */
const MOST_FORMS = 6;

/** A character of so many words is worth its traditional forms. */
const OFTEN = 8;

type Known = Pick<Library, 'policies' | 'lexicon'>;

/** What the search knows of the language before it knows a word; `null` where there is no lexicon. */
export function lexiconTable({ lexicon }: Known): LexiconTable | null {
  if (!lexicon) return null;
  const asking = askingOf(lexicon);
  const empty = lexicon.empty.map(foldLaw).join('|');
  const words = wordsOf(lexicon).flatMap(({ official, said }) => [...official, ...said]);
  const all = [asking, empty, ...words].join('');
  // Of a character of few words nobody asks in its traditional form; the tables have those of the text.
  const characters = charactersOf([all]).filter((c) => all.split(c).length > OFTEN);
  return {
    asking,
    empty,
    simplified: [...simplifiedMap(traditionalOf(characters), characters)].flat().join(''),
  };
}

/**
 * The words of the lexicon, each with how texts of this library write it, as a whole or in good part. A word of which
 * they have nothing is told to be one all the same: then it is known what is not treated.
 */
export function lexiconShards({ policies, lexicon }: Known): LexiconShard[] {
  const text = policies
    .flatMap(({ clauses }) => clauses.flatMap((clause) => sentencesOf(clause)))
    .map(({ text }) => foldLaw(text))
    .join('\n');
  const things = lexicon ? wordsOf(lexicon) : [];
  const forms = things.flatMap(({ official }) => official.map(foldLaw));
  const standing = standingIn(text, [...forms, ...forms.flatMap(stretchesOf)]);
  const isHeld = (word: string) =>
    standing.has(word) || stretchesOf(word).some((stretch) => standing.has(stretch));
  const words = new Map<string, string[]>();
  for (const { official, said } of things) {
    const held = official.map(foldLaw).filter(isHeld);
    for (const word of [...official, ...said].map(foldLaw)) {
      const known = words.get(word) ?? [];
      words.set(word, [...new Set([...known, ...held])].slice(0, MOST_FORMS));
    }
  }
  return packShards(words);
}

function askingOf({ asking }: Lexicon): string {
  const kinds = Object.entries(asking) as [Kind, string[]][];
  return kinds.map(([kind, ways]) => KINDS[kind] + ways.map(foldLaw).join('|')).join(';');
}

/** Those of some words, of two characters or more, that stand in a text; read through once, however many they are. */
function standingIn(text: string, words: readonly string[]): Set<string> {
  const sought = Map.groupBy(new Set(words), (word) => word.slice(0, 2));
  const found = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2);
    const here = sought.get(pair)?.filter((word) => text.startsWith(word, at));
    if (!here?.length) continue;
    for (const word of here) found.add(word);
    sought.set(pair, sought.get(pair)?.filter((word) => !found.has(word)) ?? []);
  }
  return found;
}
