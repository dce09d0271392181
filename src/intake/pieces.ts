import type { Line, Piece } from './reading.ts';

/** How many characters a text holds, white space aside: code points, so a character outside the first plane is one. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s+/gu, '')).length;
}

/** A text without the blanks at both ends; a byte order mark inside a file is none. */
export function trimBlanks(text: string): string {
  return text.replace(/^[^\S\uFEFF]+|[^\S\uFEFF]+$/gu, '');
}

/** What of a line becomes text: its pieces but the dropped ones. */
export function textOf({ pieces }: Pick<Line, 'pieces'>): string {
  return pieces.map(({ text, fate }) => (fate === 'dropped' ? '' : text)).join('');
}

/** Something that the file does not hold as characters and prints. */
export function added(text: string, reason: string): Piece {
  return { text, fate: 'added', reason };
}

export function dropped(text: string, reason: string): Piece {
  return { text, fate: 'dropped', reason };
}

export function uncertain(text: string, reason: string): Piece {
  return { text, fate: 'uncertain', reason };
}

/** A place where something stands that is no text: nothing is written, a person looks at it. */
export function hole(reason: string): Piece {
  return uncertain('', reason);
}

/**
 * What no reader can see or no font has for certain (Unicode general category C, white space aside, and what decoders
 * put in the place of bytes they cannot read).
 */
const SUSPECT = /(?!\s(?<!\uFEFF))[\p{C}\uFFFD]/u;

/** A text as pieces: kept, but for characters that a person must look at: 「1[U+E010]4米」, U+200B, U+FFFD. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const character of text) {
    const reason = SUSPECT.test(character) ? reasonFor(character) : '';
    const last = pieces.at(-1);
    if (last?.reason === reason) last.text += character;
    else pieces.push({ text: character, fate: reason ? 'uncertain' : 'kept', reason });
  }
  return pieces;
}

function reasonFor(character: string): string {
  if (character === '\uFFFD') return UNREADABLE;
  if (/\p{Co}/u.test(character)) return `自造的字 ${codeOf(character)}`;
  if (/\p{Cf}/u.test(character)) return unseen(character);
  return `控制字符 ${codeOf(character)}`;
}

export const UNREADABLE = '解不出的字';

/** Why a character that prints nothing is left out or looked at. */
export function unseen(character: string): string {
  return `看不见的字符 ${codeOf(character)}`;
}

/** `U+200B` */
function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}

/** A text as it can be printed for a person: what cannot be seen is named, 「1[U+E010]4米」. */
export function visible(text: string): string {
  return Array.from(text, (c) => (SUSPECT.test(c) ? `[${codeOf(c)}]` : c)).join('');
}
