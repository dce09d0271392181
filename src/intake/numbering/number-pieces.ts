import { added, hole } from '../pieces.ts';
import type { Piece } from '../reading.ts';
import type { PrintedNumber } from './counters.ts';

/** Signs after which a number needs no gap: punctuation, and numbers that are one sign (①, ⑴). */
const CLOSED = /[\p{P}\p{No}\p{So}]$/u;
/** Signs that would be read together with a digit or letter that follows: 1. and 5 as 1.5. */
const OPEN_TO_DIGITS = /[.．\-–—*·]$/u;

/** An automatic number and the gap that is printed before the text, `next`: （一） at once, 第一条 and a blank. */
export function numberPieces(
  { text, isBullet, follow, doubt }: PrintedNumber,
  next: string,
): Piece[] {
  if (text === '') return [];
  const gap = follow !== 'nothing' && next !== '' && needsGap(text, next);
  const blank = follow === 'space' ? ' ' : '\u3000';
  const piece = added(text + (gap ? blank : ''), isBullet ? '项目符号' : '自动编号');
  return doubt ? [piece, hole(`自动编号请对照原件：${doubt}`)] : [piece];
}

function needsGap(text: string, next: string): boolean {
  if (OPEN_TO_DIGITS.test(text)) return /^[\dA-Za-z]/u.test(next);
  return !CLOSED.test(text);
}
