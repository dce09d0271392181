import type { Taken } from '../word/pieces.ts';
import { COVERED, DELETED, HIDDEN } from '../word/reasons.ts';
import { type Found, flatten } from './flatten.ts';
import { childOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** A cell: the column in which it begins, and its content. */
interface Cell {
  start: number;
  content: Found;
}

interface Row {
  cells: Cell[];
}

/** A table as it is read: its rows, and how many columns cells begin in. */
export interface Table {
  rows: Row[];
  columns: number;
}

const ROWS = new Set(['w:tr']);
const CELLS = new Set(['w:tc']);
/** A Word table has 63 columns at most; of more none is lined up. */
const MOST_COLUMNS = 100;

/** Rows and cells of a table (ECMA-376 17.4). */
export function layOut(table: XmlElement, taken: Taken): Table {
  const rows = flatten(table, ROWS, taken).map(readRow);
  const starts = new Set(rows.flatMap(({ cells }) => cells.map(({ start }) => start)));
  if (starts.size > MOST_COLUMNS) return { rows: rows.map(unaligned), columns: 0 };
  const order = [...starts].sort((a, b) => a - b);
  const columns = new Map(order.map((start, i) => [start, i]));
  return { rows: rows.map((row) => aligned(row, columns)), columns: order.length };
}

function aligned({ cells }: Row, columns: ReadonlyMap<number, number>): Row {
  return { cells: cells.map((cell) => ({ ...cell, start: columns.get(cell.start) ?? 0 })) };
}

function unaligned({ cells }: Row): Row {
  return { cells: cells.map((cell, i) => ({ ...cell, start: i })) };
}

/** The cells begin where they do on the table's grid. */
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
    doubt: taken.doubt || (covered ? COVERED : ''),
  };
}
