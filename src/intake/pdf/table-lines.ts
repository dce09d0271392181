import { readMarker } from '../../domain/policy/marker.ts';
import type { Line, Piece } from '../reading.ts';
import { lineAt, merge, piece, piecesOf, placeOf } from './assemble.ts';
import { isBlank, judge } from './glyph.ts';
import { bareText, type PrintedLine, textOf } from './printed-line.ts';
import type { Table, TableCell, TableRow } from './table.ts';

/** A head of more rows than this is none. */
const HEAD = 3;
/** Columns of two pages nearer than this, in points, are the same. */
const SAME = 6;
/** A line of a cell that leaves so much room, in sizes, is the last of its paragraph where it ends a sentence. */
const ROOM = 2;
/** In so many rows the first cell is filled for an empty one to be the rest of a row. */
const FILLED = 0.8;
const LISTED = /^\s*(?:[①-⑳㈠-㈩⑴-⒇●•■◆○▪]|\d{1,3}[)）])/u;
const ENDED = /[。；：！？;:][”’」』）)]*\s*$/u;

/** Whether a table goes on with the next one, at the head of the next page. */
export function goesOn(table: Table, next: Table): boolean {
  if (next.page !== table.page + 1 || table.xs.length !== next.xs.length) return false;
  const shift = next.left - table.left;
  return table.xs.every((x, i) => Math.abs((next.xs[i] ?? 0) - x - shift) <= SAME);
}

/** A table, over as many pages as it takes, row by row, cells parted by added tabs. */
export function tableLines(parts: readonly Table[]): Line[] {
  const head = parts[0]?.rows.slice(0, HEAD) ?? [];
  const rows: TableRow[] = [];
  const repeated: TableRow[] = [];
  for (const [i, part] of parts.entries()) {
    const count = i === 0 ? 0 : repeatedHead(head, part.rows);
    repeated.push(...part.rows.slice(0, count));
    const [first, ...others] = part.rows.slice(count);
    const last = rows.at(-1);
    if (first && last && isRest(first, rows)) addRest(last, first);
    else if (first) rows.push(first);
    rows.push(...others);
  }
  repeated.forEach(drop);
  return [...rows, ...repeated].flatMap(rowLine);
}

/** How many rows at the head of a later page say what the head of the table says. */
function repeatedHead(head: readonly TableRow[], rows: readonly TableRow[]): number {
  const same = head.findIndex((row, i) => rowText(row) !== rowText(rows[i]));
  return same < 0 ? Math.min(head.length, rows.length) : same;
}

const rowText = (row: TableRow | undefined) =>
  row?.cells.map((cell) => cell?.lines.map(bareText).join('') ?? '').join('\t');

function drop(row: TableRow): void {
  for (const glyph of glyphsOf(row))
    if (!isBlank(glyph.text)) judge(glyph, 'dropped', '跨页重复的表头');
}

const glyphsOf = ({ cells }: TableRow) =>
  cells.flatMap((cell) => cell?.lines.flatMap(({ glyphs }) => glyphs) ?? []);

/**
 * Whether the first row of a later page is what did not fit of the last row: it lacks the number that rows have, or a
 * cell goes on in mid-sentence.
 */
function isRest(row: TableRow, rows: readonly TableRow[]): boolean {
  const last = rows.at(-1);
  if (!last || last.cells.length !== row.cells.length) return false;
  // A cell that reaches down from a row above has no end here to go on from.
  if (row.cells.some((cell, i) => cell?.lines.length && !last.cells[i])) return false;
  const filled = rows.filter(({ cells }) => cells[0]?.lines.length).length;
  if (row.cells[0]?.lines.length === 0 && filled >= FILLED * rows.length) return true;
  return !row.cells[0]?.lines.length && row.cells.some((cell, i) => runsOn(last.cells[i], cell));
}

/** Whether a cell ends in mid-sentence at its right edge, and the other does not begin with a number. */
function runsOn(cell: TableCell | null | undefined, next: TableCell | null): boolean {
  const last = cell?.lines.at(-1);
  const first = next?.lines[0];
  if (!cell || !last || !first || cell.right - last.right > ROOM * last.size) return false;
  return !ENDED.test(textOf(last)) && !startsItem(textOf(first));
}

const startsItem = (text: string) => readMarker(text) !== null || LISTED.test(text);

function addRest(row: TableRow, rest: TableRow): void {
  for (const glyph of glyphsOf(rest))
    if (!isBlank(glyph.text)) judge(glyph, 'uncertain', '像上一页最后一行的余下部分');
  rest.cells.forEach((cell, i) => {
    row.cells[i]?.lines.push(...(cell?.lines ?? []));
  });
}

function rowLine(row: TableRow): Line[] {
  if (glyphsOf(row).every(({ text, fate }) => isBlank(text) || fate === 'dropped'))
    return lineAt(
      placeOf(row),
      row.cells.flatMap((cell) => (cell ? cellPieces(cell) : [])),
    );
  const pieces = row.cells.flatMap((cell, i) => [
    ...(i ? [piece('\t', 'added', '表格的列')] : []),
    ...(cell ? cellPieces(cell) : []),
  ]);
  const first = row.cells.find((cell) => cell?.lines.length)?.lines[0];
  return lineAt(placeOf({ page: row.page, row: row.row || (first?.row ?? 0) }), merge(pieces));
}

/** Wrapped lines are joined; paragraphs are parted by U+000B. */
function cellPieces(cell: TableCell): Piece[] {
  const paragraphs: PrintedLine[][] = [];
  for (const line of cell.lines) {
    const last = paragraphs.at(-1);
    if (last && !begins(cell, last.at(-1) ?? line, line)) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap((lines, i) => [
    ...(i ? [piece('\u000b', 'added', '单元格内分段')] : []),
    ...piecesOf(lines),
  ]);
}

function begins(cell: TableCell, prev: PrintedLine, next: PrintedLine): boolean {
  const text = textOf(prev);
  const short = cell.right - prev.right > ROOM * prev.size;
  if (!ENDED.test(text) && !short) return false;
  if (startsItem(textOf(next))) return true;
  const left = Math.min(...cell.lines.map((line) => line.left));
  return ENDED.test(text) && (short || next.left - left > 1.5 * next.size);
}
