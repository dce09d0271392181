import type { Bytes } from './bytes.ts';
import type { StoryLengths } from './fib.ts';
import { MAX_NESTING } from './fields.ts';
import type { TextPiece } from './piece-table.ts';
import { pieceText } from './piece-table.ts';

const BEGIN = '\x13';
const SEPARATOR = '\x14';
const END = '\x15';
const MARKS = BEGIN + SEPARATOR + END;

/** An innermost field: its code, then its result where it has one. */
const INNERMOST_FIELD = new RegExp(
  `${BEGIN}[^${MARKS}]*(?:${SEPARATOR}([^${BEGIN}${END}]*))?${END}`,
  'g',
);

/**
 * The characters of all parts of the text, without properties: codes of fields taken out, and of the control characters
 * only the two hyphens (U+001E, U+001F) counted. And the words drawn as WordArt, which are no part of the text.
 */
export const countCharacters = (
  document: Bytes,
  pieces: TextPiece[],
  lengths: StoryLengths,
  wordArt: string[],
): number => {
  const text = pieces.map((piece) => pieceText(document, piece)).join('');
  let at = 0;
  let count = countIn(wordArt.join(''));
  for (const length of Object.values(lengths) as number[]) {
    count += countIn(withoutCodes(text.slice(at, at + length)));
    at += length;
  }
  return count;
};

const withoutCodes = (text: string): string => {
  let left = text;
  for (let i = 0; i <= MAX_NESTING; i++) {
    const next = left.replace(INNERMOST_FIELD, (_, result: string | undefined) => result ?? '');
    if (next === left) return left;
    left = next;
  }
  return left;
};

/** Code points that are neither blank nor control characters. */
const countIn = (text: string): number => {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= FIRST_COUNTED && code !== DELETE && !BLANK.test(character)) count += 1;
  }
  return count;
};

const FIRST_COUNTED = 0x1e;
const DELETE = 0x7f;
const BLANK = /[\s\u0085]/;
