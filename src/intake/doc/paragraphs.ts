import type { Piece } from '../reading.ts';
import type { ParagraphFormat } from './paragraph-format.ts';

/** Ends a line within a paragraph. */
export const BREAK = 'break';

/** Where something stands that holds no text, or where a person should look. */
export interface Hole {
  hole: 'picture' | 'object' | 'field' | 'number';
  /** What it is, in Chinese. */
  what: string;
}

export type Item = Piece | Hole | typeof BREAK;

/** A shape that floats and is fixed to a position of the main text. */
export interface Anchor {
  position: number;
  /** Why the shape is not printed; empty where it is. */
  dropped: string;
}

/** What stands before the mark of a paragraph. */
export interface Paragraph {
  /** Among all text. */
  start: number;
  items: Item[];
  anchors: Anchor[];
  format: ParagraphFormat;
  /** Ends a cell, or a row where its format says so. */
  isCellMark: boolean;
  /** Hidden or deleted. */
  isMarkHidden: boolean;
}

export const isPiece = (item: Item): item is Piece => item !== BREAK && 'fate' in item;

/** Whether characters of it are seen in the text. */
export const isSeen = (item: Item): boolean =>
  isPiece(item) && item.fate !== 'dropped' && /\S/.test(item.text);

export const added = (text: string, reason: string): Piece => ({ text, fate: 'added', reason });

/** What of the items is seen, as text. */
export const printed = (items: Item[]): string =>
  items.map((item) => (isPiece(item) && item.fate !== 'dropped' ? item.text : '')).join('');

/** Pieces of one fate and reason that follow each other become one. */
export const merged = (pieces: Piece[]): Piece[] => {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.fate === piece.fate && last.reason === piece.reason) last.text += piece.text;
    else if (piece.text !== '' || piece.fate === 'uncertain') result.push({ ...piece });
  }
  return result;
};

/** The parts between breaks. */
export const splitAtBreaks = (items: Item[]): Item[][] => {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (item === BREAK) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
};

/** Without breaks and blanks before and after what is seen: they are layout. */
export const trimmed = (items: Item[]): Item[] => {
  const first = items.findIndex(isSeen);
  const last = items.findLastIndex(isSeen);
  return items.flatMap((item, i) => {
    if (i > first && i < last) return [item];
    if (item === BREAK) return [];
    if (!isPiece(item) || item.fate === 'dropped' || item.text === '') return [item];
    return trimmedPiece(item, i === first, i === last);
  });
};

const trimmedPiece = (piece: Piece, isFirst: boolean, isLast: boolean): Piece[] => {
  if (!isFirst && !isLast) return [];
  const text = isFirst ? piece.text.trimStart() : piece.text;
  return [{ ...piece, text: isLast ? text.trimEnd() : text }];
};
