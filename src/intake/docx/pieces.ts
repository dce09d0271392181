import type { Fate, Piece } from '../reading.ts';
import { isSymbolFont, symbolOf } from './symbols.ts';

/** Stands among pieces for the start of a new line; never in a `Line`. */
export const BREAK: Piece = { text: '\n', fate: 'added', reason: '换行' };

/** Stands among pieces for a tab within a paragraph. */
export const TAB: Piece = { text: '\u3000', fate: 'added', reason: '制表位' };

/** Between two cells of a row. */
export const CELL: Piece = { text: '\t', fate: 'added', reason: '单元格' };

/** Between two paragraphs of a cell. */
export const IN_CELL: Piece = { text: '\v', fate: 'added', reason: '单元格里分段' };

export const added = (text: string, reason: string): Piece => ({ text, fate: 'added', reason });
export const dropped = (text: string, reason: string): Piece => ({ text, fate: 'dropped', reason });
const uncertain = (text: string, reason: string): Piece => ({
  text,
  fate: 'uncertain',
  reason,
});

/** A place where something stands that is no text: nothing is written, a person looks at it. */
export const hole = (reason: string): Piece => uncertain('', reason);

/** How text is to be taken where it stands: left out or doubted for a reason, or neither. */
export interface Taken {
  drop: string;
  doubt: string;
}

/** Bidirectional and joining marks, zero-width blanks, soft hyphens: nothing of them is printed in Chinese. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]|\ufe0e|\ufe0f/u;
const PRIVATE = /\p{Co}/u;
/** What would end a line of `source.txt`. */
const LINE_ENDS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;
const SPECIAL = new RegExp(`(${INVISIBLE.source}|${PRIVATE.source}|\uFFFD)`, 'u');

/** The text of a run as pieces; `font` is its font for signs. */
export function piecesOf(text: string, { drop, doubt }: Taken, font: string): Piece[] {
  const line = text.replace(LINE_ENDS, ' ');
  if (drop) return [dropped(line, drop)];
  const fate: Fate = doubt ? 'uncertain' : 'kept';
  if (!SPECIAL.test(line)) return [{ text: line, fate, reason: doubt }];
  return line
    .split(SPECIAL)
    .filter((part) => part !== '')
    .map((part) => special(part, font) ?? { text: part, fate, reason: doubt });
}

function special(part: string, font: string): Piece | undefined {
  if (INVISIBLE.test(part)) return dropped(part, `看不见的字符 ${nameOf(part)}`);
  if (part === '\uFFFD') return uncertain(part, '文件里就是乱码');
  return PRIVATE.test(part) ? symbolPiece(part.codePointAt(0) ?? 0, font) : undefined;
}

/** A sign of a font: the character it prints, or, where that is not known, one that says so. */
export function symbolPiece(code: number, font: string): Piece {
  const symbol = isSymbolFont(font) || code < 0xe000 ? symbolOf(code, font) : undefined;
  if (symbol) return { text: symbol, fate: 'kept', reason: '' };
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  return uncertain('\uFFFD', `${font || '字体'}里的符号 ${name}，认不出来`);
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether nothing of a text would be seen. */
export function isBlank(text: string): boolean {
  return /^[\s\u0085]*$/u.test(text);
}

/** Whether pieces print anything. */
export function isVisible(pieces: readonly Piece[]): boolean {
  return pieces.some(({ text, fate }) => fate !== 'dropped' && !isBlank(text));
}

/** What a line prints. */
export function printed(pieces: readonly Piece[]): string {
  return pieces.map(({ text, fate }) => (fate === 'dropped' ? '' : text)).join('');
}

/** Neighbours of one fate and reason as one; what holds neither a character nor a doubt is left out. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '' && piece.fate !== 'uncertain') continue;
    if (
      last &&
      last.fate === piece.fate &&
      last.reason === piece.reason &&
      piece.text &&
      last.text
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

/** Without the blanks before and after what is printed: they are layout. */
export function trimPieces(pieces: readonly Piece[]): Piece[] {
  return trimEnd(trimStart(pieces));
}

/** Without the blanks before what is printed. */
export function trimStart(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex(({ text, fate }) => fate !== 'dropped' && !isBlank(text));
  return pieces.flatMap((piece, i) => {
    if (piece.fate === 'dropped' || (first >= 0 && i > first)) return [piece];
    if (i === first) return [{ ...piece, text: piece.text.replace(/^[\s\u0085]+/u, '') }];
    return piece.text === '' ? [piece] : [];
  });
}

function trimEnd(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex(({ text, fate }) => fate !== 'dropped' && !isBlank(text));
  return pieces.flatMap((piece, i) => {
    if (piece.fate === 'dropped' || i < last) return [piece];
    if (i === last) return [{ ...piece, text: piece.text.replace(/[\s\u0085]+$/u, '') }];
    return piece.text === '' ? [piece] : [];
  });
}

/** Pieces as lines, parted where a new line begins. */
export function splitAtBreaks(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === BREAK) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}
