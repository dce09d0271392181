import type { Line, Piece } from '../reading.ts';
import { numberPieces } from './number-piece.ts';
import type { PrintedNumber } from './numbering.ts';
import { isVisible, printed, TAB, trimStart } from './pieces.ts';
import { PICTURE } from './reasons.ts';

/** A line with the number that stands before it. */
export function withNumber(number: PrintedNumber, line: Piece[]): Piece[] {
  const rest = trimStart(line);
  return [...numberPieces(number, printed(rest)), ...rest];
}

/** Several tabs side by side are one gap, whatever is left out between them. */
export function collapseTabs(pieces: Piece[]): Piece[] {
  let afterTab = false;
  return pieces.filter((piece) => {
    const again = piece === TAB && afterTab;
    if (piece.fate !== 'dropped' && piece.text !== '') afterTab = piece === TAB;
    return !again;
  });
}

/** What is not seen goes to the line before, or before the first. */
export function joinInvisible(lines: Piece[][]): Piece[][] {
  const joined: Piece[][] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && (!isVisible(line) || !isVisible(last))) last.push(...line);
    else joined.push([...line]);
  }
  return joined;
}

/** Doubts that stand in a line of their own go to the line before, or to the next one: an empty line is no place. */
export function settleHoles(lines: readonly Line[]): Line[] {
  const settled: Line[] = [];
  let waiting: Piece[] = [];
  for (const { place, pieces } of lines) {
    if (isVisible(pieces)) {
      settled.push({ place, pieces: [...waiting, ...pieces] });
      waiting = [];
      continue;
    }
    const holes = pieces.filter(
      ({ fate, reason }) => fate === 'uncertain' && !reason.endsWith(PICTURE),
    );
    const left = pieces.filter(({ fate }) => fate === 'dropped');
    const before = settled.findLast((line) => isVisible(line.pieces));
    if (before) before.pieces.push(...holes);
    else waiting.push(...holes);
    if (left.length > 0) settled.push({ place, pieces: left });
  }
  return settled;
}
