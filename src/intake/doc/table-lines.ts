import type { Line } from '../reading.ts';
import { paragraphLines, placed } from '../word/lines.ts';
import { COVERED } from '../word/reasons.ts';
import { joinCells } from '../word/row.ts';
import { InnerTable } from './inner-table.ts';
import type { LineContext, Numbered } from './lines.ts';
import { numbered } from './lines.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import type { Paragraph } from './paragraphs.ts';

/** A row: its cells, each of paragraphs, and where each begins, in twentieths of a point; null: that is not known. */
interface Row {
  cells: Numbered[][];
  starts: number[] | null;
}

/** Cells of different rows that begin no further apart than this are in one column (0.7 mm). */
const SAME_COLUMN = 40;
/**
 * The rows of a table as lines, but for blank ones. Where no row has more than one cell it is a frame around paragraphs,
 * and these are lines.
 */
export const tableLines = (
  paragraphs: Paragraph[],
  table: string,
  context: LineContext,
): Line[] => {
  const rows = rowsOf(paragraphs, table, context);
  const columns = columnsOf(rows);
  const isFrame = rows.every(({ cells }) => cells.length < 2);
  return rows.flatMap((row, i) => {
    const place = `${table}第${i + 1}行`;
    if (isFrame) return frameLines(row, place);
    const pieces = rowPieces(row, columns);
    return pieces.length > 0 ? [{ place, pieces }] : [];
  });
};

const rowsOf = (paragraphs: Paragraph[], table: string, context: LineContext): Row[] => {
  const rows: Row[] = [];
  let cells: Numbered[][] = [];
  let cell: Numbered[] = [];
  const inner = new InnerTable();
  const endRow = (format: ParagraphFormat | null) => {
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push(rowOf(cells, format));
    cells = [];
    cell = [];
  };
  for (const paragraph of paragraphs) {
    const { format, isCellMark } = paragraph;
    if (isCellMark && format.isRowEnd && format.depth < 2) {
      endRow(format);
      continue;
    }
    const own = numbered(paragraph, `${table}第${rows.length + 1}行`, context);
    if (format.depth > 1) cell.push(...inner.add(format, own));
    else cell.push(...inner.rest(), own);
    if (isCellMark && format.depth < 2) {
      cells.push(cell);
      cell = [];
    }
  }
  cell.push(...inner.rest());
  endRow(null);
  return rows;
};

const rowOf = (cells: Numbered[][], format: ParagraphFormat | null): Row => {
  const { edges = [], covered = [] } = format ?? {};
  return {
    cells: cells.map((cell, i) => (covered[i] ? cell.map(doubted) : cell)),
    starts: edges.length === cells.length + 1 ? edges.slice(0, -1) : null,
  };
};

const doubted = ({ pieces, number }: Numbered): Numbered => ({
  number,
  pieces: pieces.map((piece) =>
    piece.fate === 'kept' ? { ...piece, fate: 'uncertain', reason: COVERED } : piece,
  ),
});

const frameLines = ({ cells }: Row, place: string): Line[] => {
  const paragraphs = cells.flat().filter(({ pieces, number }) => pieces.length > 0 || number);
  return paragraphs.flatMap(({ pieces, number }, i) => {
    const here = paragraphs.length > 1 ? `${place}第${i + 1}段` : place;
    return placed(paragraphLines(pieces, number, false), here);
  });
};

/** Where cells begin, over all rows. */
const columnsOf = (rows: Row[]): number[] => {
  const columns: number[] = [];
  for (const start of rows.flatMap(({ starts }) => starts ?? []).sort((a, b) => a - b)) {
    const last = columns.at(-1);
    if (last === undefined || start - last > SAME_COLUMN) columns.push(start);
  }
  return columns;
};

const rowPieces = ({ cells, starts }: Row, columns: number[]) =>
  joinCells(
    cells.map((cell) => cell.flatMap(({ pieces, number }) => paragraphLines(pieces, number, true))),
    cells.map((_, i) =>
      starts ? columns.findLastIndex((column) => column <= (starts[i] ?? 0)) : i,
    ),
    columns.length,
  );
