import { added } from '../pieces.ts';
import type { Piece } from '../reading.ts';
import { isVisible } from './pieces.ts';
import { INNER_TABLE } from './reasons.ts';

/** Between two cells of a row. */
const CELL: Piece = Object.freeze(added('\t', '单元格'));
/** Between two lines of a cell. */
const IN_CELL: Piece = Object.freeze(added('\v', '单元格里分段'));
/** Between two cells of a table within a cell: a tab would be taken for the next cell. */
const INNER_CELL: Piece = Object.freeze(added('\u3000', INNER_TABLE));

/**
 * The cells of a row, each of lines, as one line. `starts`: the column in which each begins, of `columns`; a tab stands for
 * each column that a cell spans, so that rows line up.
 */
export function joinCells(
  cells: readonly Piece[][][],
  starts: readonly number[],
  columns: number,
): Piece[] {
  const pieces: Piece[] = [];
  let column = 0;
  cells.forEach((lines, i) => {
    const start = Math.max(starts[i] ?? 0, i === 0 ? 0 : column + 1);
    for (; column < start; column += 1) pieces.push(CELL);
    for (const piece of joinLines(lines)) pieces.push(piece);
  });
  for (; column < columns - 1; column += 1) pieces.push(CELL);
  return isVisible(pieces) ? pieces : pieces.filter((piece) => piece !== CELL);
}

function joinLines(lines: readonly Piece[][]): Piece[] {
  const joined: Piece[] = [];
  for (const line of lines) {
    if (isVisible(line) && isVisible(joined)) joined.push(IN_CELL);
    for (const piece of line) joined.push(inCell(piece));
  }
  return joined;
}

function inCell(piece: Piece): Piece {
  return piece === CELL ? INNER_CELL : piece;
}
