import { added, dropped, UNREADABLE, uncertain, unseen } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { symbolPiece } from '../symbols/symbols.ts';

/** Stands among pieces for the start of a new line; never in a `Line`. */
export const BREAK: Piece = Object.freeze(added('\n', '换行'));

/** Stands among pieces for a tab within a paragraph. */
export const TAB: Piece = Object.freeze(added('\u3000', '制表位'));

/** How text is to be taken where it stands: left out or doubted for a reason, or neither. */
export interface Taken {
  drop: string;
  doubt: string;
}

/** Bidirectional and joining marks, zero-width blanks, soft hyphens: nothing of them is printed in Chinese. */
const INVISIBLE = '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe0e\\ufe0f\\ufeff]';
/** What would end a line of `source.txt`. */
const LINE_ENDS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;
const SPECIAL = new RegExp(`(${INVISIBLE}|\\p{Co}|\uFFFD)`, 'u');

/** The text of a run as pieces; `font` is its font for signs. */
export function piecesOf(text: string, { drop, doubt }: Taken, font: string): Piece[] {
  const line = text.replace(LINE_ENDS, ' ');
  if (drop) return [dropped(line, drop)];
  const plain = (part: string): Piece => (doubt ? uncertain(part, doubt) : kept(part));
  if (!SPECIAL.test(line)) return [plain(line)];
  return line
    .split(SPECIAL)
    .filter((part) => part !== '')
    .map((part) => (SPECIAL.test(part) ? special(part, font) : plain(part)));
}

const kept = (text: string): Piece => ({ text, fate: 'kept', reason: '' });

function special(character: string, font: string): Piece {
  if (character === '\uFFFD') return uncertain(character, UNREADABLE);
  if (/\p{Co}/u.test(character)) return symbolPiece(character.codePointAt(0) ?? 0, font);
  return dropped(character, unseen(character));
}

/** Whether nothing of a text would be seen. */
export function isBlank(text: string): boolean {
  return /^[\s\u0085]*$/u.test(text);
}

/** Whether pieces print anything. */
export function isVisible(pieces: readonly Piece[]): boolean {
  return pieces.some(isSeen);
}

function isSeen({ text, fate }: Piece): boolean {
  return fate !== 'dropped' && !isBlank(text);
}

/** Joins the pieces of each line, in place: of a long document there is no room for all lines twice. */
export function joinAll(lines: Line[]): Line[] {
  for (const line of lines) line.pieces = joinPieces(line.pieces);
  return lines;
}

/** Neighbours of one fate and reason as one; what holds neither a character nor a doubt is left out. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '' && piece.fate !== 'uncertain') continue;
    if (last?.text && piece.text && last.fate === piece.fate && last.reason === piece.reason) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  // An array that grew keeps room for more; the copy does not.
  return joined.slice();
}

/** Without the blanks before and after what is printed: they are layout. */
export function trimPieces(pieces: Piece[]): Piece[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const isTrim = first && last && isSeen(first) && isSeen(last);
  if (isTrim && !/^[\s\u0085]/u.test(first.text) && !/[\s\u0085]$/u.test(last.text)) return pieces;
  return trimEnd(trimStart(pieces));
}

/** Without the blanks before what is printed. */
export function trimStart(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex(isSeen);
  return pieces.flatMap((piece, i) => {
    if (piece.fate === 'dropped' || (first >= 0 && i > first)) return [piece];
    if (i === first) return [{ ...piece, text: piece.text.replace(/^[\s\u0085]+/u, '') }];
    return piece.text === '' ? [piece] : [];
  });
}

function trimEnd(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex(isSeen);
  return pieces.flatMap((piece, i) => {
    if (piece.fate === 'dropped' || i < last) return [piece];
    if (i === last) return [{ ...piece, text: piece.text.replace(/[\s\u0085]+$/u, '') }];
    return piece.text === '' ? [piece] : [];
  });
}

/** Pieces as lines, parted where a new line begins. */
export function splitAtBreaks(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  let from = 0;
  for (let at = pieces.indexOf(BREAK); at >= 0; at = pieces.indexOf(BREAK, from)) {
    lines.push(pieces.slice(from, at));
    from = at + 1;
  }
  lines.push(pieces.slice(from));
  return lines;
}
