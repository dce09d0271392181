import { readMarker } from '../../domain/policy/marker.ts';
import type { Line } from '../reading.ts';
import { lineAt, merge, piece, piecesOf, placeOf } from './assemble.ts';
import { type PrintedLine, splitAtGaps, textOf } from './printed-line.ts';

/** A row of a table that no lines show: its cells from left to right. */
export interface TabbedRow {
  cells: PrintedLine[];
}

/** Cells are so far apart at least, in sizes, and rows so many. */
const GAP = 1.5;
const FEWEST = 3;
/** Cells of a column begin, end or have their middle within this of each other, in sizes. */
const ALIGNED = 0.7;

/** Rows, for three lines and more that stand in the same columns; what the file has of blanks parts no cells. */
export function rowsByGaps(lines: readonly PrintedLine[]): Map<PrintedLine, TabbedRow> {
  const found = new Map<PrintedLine, TabbedRow>();
  let run: { line: PrintedLine; cells: PrintedLine[] }[] = [];
  const close = () => {
    if (run.length >= FEWEST) for (const { line, cells } of run) found.set(line, { cells });
    run = [];
  };
  for (const line of lines) {
    const cells = splitAtGaps(line, GAP, true);
    const last = run.at(-1);
    if (!isRow(cells) || (last && !isAligned(last.cells, cells))) close();
    if (isRow(cells)) run.push({ line, cells });
  }
  close();
  return found;
}

/** Several cells, and the first more than the number of a heading. */
function isRow(cells: readonly PrintedLine[]): boolean {
  const text = cells[0] ? textOf(cells[0]) : '';
  return cells.length > 1 && readMarker(text)?.printed.trim() !== text.trim();
}

function isAligned(above: readonly PrintedLine[], below: readonly PrintedLine[]): boolean {
  if (above.length !== below.length) return false;
  return above.every((cell, i) => {
    const other = below[i] ?? cell;
    const middle = (cell.left + cell.right - other.left - other.right) / 2;
    const differences = [cell.left - other.left, cell.right - other.right, middle];
    return differences.some((difference) => Math.abs(difference) < ALIGNED * cell.size);
  });
}

/** A row as a line of the reading. */
export function tabbedLine({ cells }: TabbedRow): Line[] {
  const [first] = cells;
  if (!first) return [];
  const pieces = cells.flatMap((cell, i) => [
    ...(i ? [piece('\t', 'added', '表格的列')] : []),
    ...piecesOf([cell]),
  ]);
  return lineAt(placeOf(first), merge(pieces));
}
