import type { PrintedNumber } from '../numbering/counters.ts';
import { numberPieces } from '../numbering/number-pieces.ts';
import { hole, textOf } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { isVisible, splitAtBreaks, TAB, trimPieces, trimStart } from './pieces.ts';
import { NUMBER_ALONE } from './reasons.ts';
import { PICTURE } from './sights.ts';

/** The lines of a paragraph between its breaks; its number stands before what is first seen. */
export function paragraphLines(
  pieces: readonly Piece[],
  number: PrintedNumber | undefined,
  inCell: boolean,
): Piece[][] {
  const lines = joinInvisible(splitAtBreaks(pieces).map((line) => trimPieces(collapseTabs(line))));
  const first = lines.findIndex(isVisible);
  if (number?.text && first < 0) lines.unshift(numberAlone(number, inCell));
  else if (number) lines[first] = withNumber(number, lines[first] ?? []);
  return lines.filter((line) => line.length > 0);
}

/** Cells that hold only their row's number are usual, and so are bullets. */
function numberAlone(number: PrintedNumber, inCell: boolean): Piece[] {
  const pieces = numberPieces(number, '');
  return inCell || number.isBullet ? pieces : [...pieces, hole(NUMBER_ALONE)];
}

function withNumber(number: PrintedNumber, line: Piece[]): Piece[] {
  const rest = trimStart(line);
  return [...numberPieces(number, textOf({ pieces: rest })), ...rest];
}

/** The lines of one paragraph with their places: where several are seen, which of them it is. */
export function placed(lines: Piece[][], place: string): Line[] {
  const isOne = lines.filter(isVisible).length < 2;
  return lines.map((pieces, i) => ({ place: isOne ? place : `${place}第${i + 1}行`, pieces }));
}

/** Several tabs side by side are one gap, whatever is left out between them. */
function collapseTabs(pieces: Piece[]): Piece[] {
  if (!pieces.includes(TAB)) return pieces;
  let afterTab = false;
  return pieces.filter((piece) => {
    const again = piece === TAB && afterTab;
    if (piece.fate !== 'dropped' && piece.text !== '') afterTab = piece === TAB;
    return !again;
  });
}

/** What is not seen goes to the line before, or before the first. */
function joinInvisible(lines: Piece[][]): Piece[][] {
  const joined: Piece[][] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && (!isVisible(line) || !isVisible(last))) for (const piece of line) last.push(piece);
    else joined.push(line);
  }
  return joined;
}

/** Doubts that stand in a line of their own go to the line before, or to the next one: an empty line is no place. */
export function settleHoles(lines: readonly Line[]): Line[] {
  const settled: Line[] = [];
  let waiting: Piece[] = [];
  for (const { place, pieces } of lines) {
    if (isVisible(pieces)) {
      settled.push({ place, pieces: waiting.length > 0 ? [...waiting, ...pieces] : pieces });
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
