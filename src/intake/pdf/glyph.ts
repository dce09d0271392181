import type { Fate } from '../reading.ts';

/**
 * What one code of a font prints: usually one character. Lengths are points (1/72 inch) on the page as it is looked at,
 * `x` to the right, `y` down to the baseline.
 */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of the font, as printed. */
  size: number;
  /** The direction it is written in, in degrees clockwise from left to right; `null` for vertical writing. */
  angle: number | null;
  font: string;
  /** Its place in the order the file draws. */
  order: number;
  /** Its file says that it belongs to the page and not to the text (ISO 32000-1, 14.8.2.2). */
  artifact: boolean;
  fate: Fate;
  reason: string;
}

/** A straight line that is drawn across or down the page: the thin side is left out. */
export interface Rule {
  across: boolean;
  /** Its `y` where it runs across, its `x` where it runs down. */
  at: number;
  from: number;
  to: number;
}

/** Whether nothing but white space is printed. */
export const isBlank = (text: string): boolean => !/\S/u.test(text);

/** The right end. */
export const endOf = (glyph: Glyph): number => glyph.x + glyph.width;

/** The non-blank code points of a text. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!isBlank(character)) count++;
  return count;
}

/** Decides the fate of a glyph, unless it has been decided. */
export function judge(glyph: Glyph, fate: Fate, reason: string): void {
  if (glyph.fate !== 'kept') return;
  glyph.fate = fate;
  glyph.reason = reason;
}
