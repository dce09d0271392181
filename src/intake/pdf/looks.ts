import { isBlank } from './glyph.ts';
import type { Matrix } from './matrix.ts';

/** So light that it cannot be read on white paper: every part of the colour from here. */
const WHITE = 0xf0;

/** Whether a colour, `#rrggbb`, is white or nearly so; patterns are not. */
export function isWhite(colour: string): boolean {
  const parts = /^#(..)(..)(..)$/u.exec(colour)?.slice(1) ?? ['0'];
  return parts.every((part) => Number.parseInt(part, 16) >= WHITE);
}

/** Whether a character is invisible by nature, as the soft hyphen is; pdf.js leaves these out. */
export const isFormat = (text: string): boolean => !isBlank(text) && /^\p{Cf}+$/u.test(text);

/** The direction of writing, in whole degrees clockwise from left to right as the page is looked at. */
export function angleOf([a, b]: Matrix): number {
  return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
}
