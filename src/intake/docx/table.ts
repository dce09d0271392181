import type { Piece } from '../reading.ts';
import { type Found, flatten } from './flatten.ts';
import { CELL, IN_CELL, isVisible, type Taken } from './pieces.ts';
import { DELETED, HIDDEN } from './reasons.ts';
import { childOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** A cell: where it begins on the table's grid, and its content. */
interface Cell {
  start: number;
  content: Found;
}

export interface Row {
  cells: Cell[];
}

/** A table as it is read: its rows, and the columns in which cells begin. */
export interface Table {
  rows: Row[];
  columns: number[];
}

const ROWS = new Set(['w:tr']);
const CELLS = new Set(['w:tc']);
/** A Word table has 63 columns at most; of more none is lined up. */
const MOST_COLUMNS = 100;

/** Rows and cells of a table (ECMA-376 17.4). */
export function layOut(table: XmlElement, taken: Taken): Table {
  const rows = flatten(table, ROWS, taken).map(readRow);
  const starts = new Set(rows.flatMap(({ cells }) => cells.map(({ start }) => start)));
  return { rows, columns: [...starts].sort((a, b) => a - b) };
}

function readRow({ element, taken }: Found): Row {
  const trPr = childOf(element, 'w:trPr');
  const deleted = childOf(trPr, 'w:del') ? DELETED : '';
  const hidden = toggleOf(trPr, 'w:hidden') === true ? HIDDEN : '';
  const within = { ...taken, drop: taken.drop || deleted || hidden };
  let at = Number(valOf(trPr, 'w:gridBefore') ?? '0') || 0;
  const cells = flatten(element, CELLS, within).map((found) => {
    const start = at;
    at += Math.max(1, Number(valOf(childOf(found.element, 'w:tcPr'), 'w:gridSpan')) || 1);
    return { start, content: { element: found.element, taken: takenInCell(found) } };
  });
  return { cells };
}

/** What a cell that another one covers still holds is not seen in print. */
function takenInCell({ element, taken }: Found): Taken {
  const tcPr = childOf(element, 'w:tcPr');
  const deleted = childOf(tcPr, 'w:cellDel') ? DELETED : '';
  const covered = ['w:vMerge', 'w:hMerge'].some((name) => {
    const merge = childOf(tcPr, name);
    return merge !== undefined && merge.attributes['w:val'] !== 'restart';
  });
  return {
    drop: taken.drop || deleted,
    doubt: taken.doubt || (covered ? '合并的单元格里还留着的字，不一定印出来' : ''),
  };
}

/** A row's cells, each of lines, as one line; tabs part them, and stand for columns that a cell spans. */
export function joinCells(row: Row, contents: Piece[][][], columns: number[]): Piece[] {
  const aligned = columns.length <= MOST_COLUMNS;
  const pieces: Piece[] = [];
  let column = 0;
  row.cells.forEach(({ start }, i) => {
    const own = aligned ? columns.indexOf(start) : i;
    for (; column < own; column += 1) pieces.push(CELL);
    pieces.push(...joinLines(contents[i] ?? []));
  });
  for (; aligned && column < columns.length - 1; column += 1) pieces.push(CELL);
  return pieces;
}

function joinLines(lines: Piece[][]): Piece[] {
  const joined: Piece[] = [];
  for (const line of lines) {
    if (isVisible(line) && isVisible(joined)) joined.push(IN_CELL);
    joined.push(...line.map(inCell));
  }
  return joined;
}

/** Within a cell a tab would be taken for the next cell: a row of a table in it has blanks instead. */
function inCell(piece: Piece): Piece {
  if (piece.fate !== 'added' || piece.reason !== CELL.reason) return piece;
  return { ...piece, text: piece.text.replaceAll('\t', '\u3000'), reason: '表格里的表格' };
}
