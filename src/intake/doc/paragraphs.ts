import type { Piece } from '../reading.ts';
import type { ParagraphFormat } from './paragraph-format.ts';

/** Ends a line within a paragraph. */
export const BREAK = 'break';

/** Where something stands that holds no text: a picture, an object, a field without a result. */
export interface Hole {
  hole: 'picture' | 'object' | 'field';
  /** What is known of it, in Chinese. */
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
