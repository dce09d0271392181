import type { Piece } from '../reading.ts';
import type { PrintedNumber } from './numbering.ts';
import { added, hole } from './pieces.ts';

/** Signs after which a number needs no gap: punctuation, and numbers that are one sign (①, ⑴). */
const CLOSED = /[\p{P}\p{No}\p{So}]$/u;
/** Signs that would be read together with a digit or letter that follows: 1. and 5 as 1.5. */
const OPEN_TO_DIGITS = /[.．\-–—*·]$/u;

/** An automatic number and the gap that is printed after it: （一） at once, 第一条 and a blank. */
export function numberPieces(
  { text, bullet, suffix, certain }: PrintedNumber,
  next: string,
): Piece[] {
  if (text === '') return [];
  const gap = suffix !== 'nothing' && next !== '' && needsGap(text, next);
  const blank = suffix === 'space' ? ' ' : '\u3000';
  const piece = added(text + (gap ? blank : ''), bullet ? '项目符号' : '自动编号');
  return certain ? [piece] : [piece, hole('自动编号的格式认不出来，请对照原件')];
}

function needsGap(text: string, next: string): boolean {
  if (OPEN_TO_DIGITS.test(text)) return /^[\dA-Za-z]/u.test(next);
  return !CLOSED.test(text);
}
