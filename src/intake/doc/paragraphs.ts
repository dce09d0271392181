import type { Piece } from '../reading.ts';
import type { ParagraphFormat } from './paragraph-format.ts';

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
  pieces: Piece[];
  anchors: Anchor[];
  format: ParagraphFormat;
  /** Ends a cell, or a row where its format says so. */
  isCellMark: boolean;
  /** Hidden or deleted. */
  isMarkHidden: boolean;
}
