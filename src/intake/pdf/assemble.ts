import type { Line, Piece } from '../reading.ts';
import { endOf, type Glyph, isBlank } from './glyph.ts';
import type { PrintedLine } from './printed-line.ts';

/** A gap wider than this, in sizes, stands for a blank that the file does not have: between words, between characters. */
const WORD_GAP = 0.16;
const WIDE_GAP = 0.4;
const WORD = /[\p{Script=Latin}\p{N}]/u;

/** A stretch of one fate. */
export function piece(text: string, fate: Piece['fate'] = 'kept', reason = ''): Piece {
  return { text, fate, reason };
}

/** What printed lines say, one after the other, white space at both ends left out. */
export function piecesOf(lines: readonly PrintedLine[]): Piece[] {
  return trim(
    merge(lines.flatMap((line, i) => [...between(lines[i - 1], line), ...linePieces(line)])),
  );
}

/** A word that goes on in the next line keeps the blank that the end of the line stood for. */
function between(prev: PrintedLine | undefined, next: PrintedLine): Piece[] {
  const before = prev?.glyphs.at(-1)?.text ?? '';
  const after = next.glyphs[0]?.text ?? '';
  const words = /[\p{Script=Latin}.,;:)]$/u.test(before) && /^[\p{Script=Latin}(]/u.test(after);
  return words ? [piece(' ')] : [];
}

function linePieces({ glyphs, size }: PrintedLine): Piece[] {
  const usual = usualGap(glyphs);
  let end = Number.POSITIVE_INFINITY;
  let before = '';
  return glyphs.flatMap((glyph) => {
    const words = WORD.test(before.slice(-1)) && WORD.test(glyph.text);
    const gap = glyph.x - end - usual > (words ? WORD_GAP : WIDE_GAP) * size;
    const blank = gap && !isBlank(before) && !isBlank(glyph.text) ? [piece(' ')] : [];
    const fate = isBlank(glyph.text) ? 'kept' : glyph.fate;
    if (fate !== 'dropped') {
      end = endOf(glyph);
      before = glyph.text;
    }
    return [...blank, piece(glyph.text, fate, fate === 'kept' ? '' : glyph.reason)];
  });
}

/** How far the characters of a line are spaced, be it to fill it. */
function usualGap(glyphs: readonly Glyph[]): number {
  const inked = glyphs.filter(({ text }) => !isBlank(text));
  const gaps = inked.slice(1).map((glyph, i) => glyph.x - endOf(inked[i] ?? glyph));
  return Math.max(0, gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
}

/** Neighbours of one fate are one piece; blanks go with what is before them. */
export function merge(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const { text, fate, reason } of pieces) {
    const last = merged.at(-1);
    const same = last?.fate === fate && last.reason === reason;
    if (last && (same || (isBlank(text) && fate === 'kept'))) last.text += text;
    else merged.push({ text, fate, reason });
  }
  return merged;
}

/** Without white space at the ends; a piece of nothing else goes. */
function trim(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex(({ text }) => !isBlank(text));
  const last = pieces.findLastIndex(({ text }) => !isBlank(text));
  const kept = first < 0 ? [] : pieces.slice(first, last + 1);
  const head = kept[0];
  if (head) head.text = head.text.trimStart();
  const tail = kept.at(-1);
  if (tail) tail.text = tail.text.trimEnd();
  return kept;
}

/** A line of the reading, if it has anything. */
export function lineAt(place: string, pieces: readonly Piece[]): Line[] {
  return pieces.some(({ text }) => !isBlank(text)) ? [{ place, pieces: [...pieces] }] : [];
}

/** Where a line of print stands, for an editor. */
export const placeOf = ({ page, row }: Pick<PrintedLine, 'page' | 'row'>): string =>
  `第${page}页第${row}行`;
