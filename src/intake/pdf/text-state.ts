import { IDENTITY, type Matrix, multiply } from './matrix.ts';

/** What the reader knows of a font. */
export interface Font {
  name: string;
  vertical: boolean;
  /** From the units of its glyphs to those of text: 0.001 but for Type 3 fonts. */
  scale: number;
  /** How high its glyphs stand in units of text, 1 but for Type 3 fonts. */
  height: number;
}

/** Nothing has been set. */
const NO_FONT: Font = { name: '', vertical: false, scale: 0.001, height: 1 };

/** The graphics state as far as it decides where text is and how it looks (ISO 32000-1, 8.4 and 9.3). */
export interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 is as wide as the font is. */
  stretch: number;
  leading: number;
  rise: number;
  /** Rendering mode (9.3.6): 3 and 7 print nothing. */
  mode: number;
  fill: string;
  stroke: string;
}

/** The state at the start of a page. */
export function firstState(matrix: Matrix): State {
  return {
    matrix,
    font: NO_FONT,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
  };
}

/** Where the next glyph and the next line begin (9.4.1). */
export class TextPosition {
  text: Matrix = IDENTITY;
  line: Matrix = IDENTITY;

  /** `Tm`, and `BT` without a matrix. */
  set(matrix: Matrix): void {
    this.text = matrix;
    this.line = matrix;
  }

  /** `Td`. */
  nextLine(x: number, y: number): void {
    this.set(multiply(this.line, [1, 0, 0, 1, x, y]));
  }

  /** On by what a glyph is wide, or high in vertical writing. */
  advance(x: number, y: number): void {
    this.text = multiply(this.text, [1, 0, 0, 1, x, y]);
  }
}
