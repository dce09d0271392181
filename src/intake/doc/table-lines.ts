import type { Line, Piece } from '../reading.ts';
import type { LineContext } from './lines.ts';
import { lineOf, numbered, paragraphLines, piecesOf } from './lines.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import type { Item, Paragraph } from './paragraphs.ts';
import { added, BREAK, isPiece, isSeen, merged, splitAtBreaks, trimmed } from './paragraphs.ts';

/** A row: its cells, each of paragraphs, and where each begins, in twentieths of a point; null: that is not known. */
interface Row {
  cells: Item[][][];
  starts: number[] | null;
}

/** Cells of different rows that begin no further apart than this are in one column (0.7 mm). */
const SAME_COLUMN = 40;
/** What a cell still holds that another one covers. */
const COVERED = '合并的单元格里还留着的字，不一定印出来';

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
    if (isFrame) return frameLines(row, place, context);
    return lineOf(place, rowPieces(row, columns, place, context));
  });
};

const rowsOf = (paragraphs: Paragraph[], table: string, context: LineContext): Row[] => {
  const rows: Row[] = [];
  let cells: Item[][][] = [];
  let cell: Item[][] = [];
  const inner = new InnerTable();
  const endRow = (format: ParagraphFormat | null) => {
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push(rowOf(cells, format));
    cells = [];
    cell = [];
  };
  for (const paragraph of paragraphs) {
    const { format, isCellMark } = paragraph;
    if (format.depth > 1) {
      if (format.isInnerRowEnd) context.report.innerTable(`${table}第${rows.length + 1}行`);
      const row = inner.add(paragraph, numbered(paragraph, context));
      if (row) cell.push(row);
    } else if (isCellMark && format.isRowEnd) endRow(format);
    else {
      cell.push(...inner.rest(), numbered(paragraph, context));
      if (isCellMark) {
        cells.push(cell);
        cell = [];
      }
    }
  }
  cell.push(...inner.rest());
  endRow(null);
  return rows;
};

const rowOf = (cells: Item[][][], format: ParagraphFormat | null): Row => {
  const { edges = [], covered = [] } = format ?? {};
  return {
    cells: cells.map((cell, i) => (covered[i] ? cell.map(doubted) : cell)),
    starts: edges.length === cells.length + 1 ? edges.slice(0, -1) : null,
  };
};

const doubted = (items: Item[]): Item[] =>
  items.map((item) =>
    isPiece(item) && item.fate === 'kept' ? { ...item, fate: 'uncertain', reason: COVERED } : item,
  );

/** A table within a cell: each of its rows becomes a paragraph of the cell. */
class InnerTable {
  #cells: Item[][] = [];
  #cell: Item[][] = [];

  /** A whole row, where the paragraph ends one. */
  add({ format }: Paragraph, items: Item[]): Item[] | null {
    if (format.isInnerRowEnd) return this.#endRow();
    this.#cell.push(items);
    if (format.isInnerCellEnd) this.#endCell();
    return null;
  }

  /** What stands there though no row was ended. */
  rest(): Item[][] {
    const row = this.#endRow();
    return row.length > 0 ? [row] : [];
  }

  #endCell(): void {
    this.#cells.push(parted(this.#cell, BREAK));
    this.#cell = [];
  }

  #endRow(): Item[] {
    if (this.#cell.length > 0) this.#endCell();
    const row = parted(this.#cells, added('\u3000', '表格里的表格'));
    this.#cells = [];
    return row;
  }
}

const parted = (parts: Item[][], between: Item): Item[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [between, ...part]));

const frameLines = ({ cells }: Row, place: string, { report }: LineContext): Line[] => {
  const paragraphs = cells.flat().filter((items) => items.length > 0);
  return paragraphs.flatMap((items, i) => {
    const here = paragraphs.length > 1 ? `${place}第${i + 1}段` : place;
    return paragraphLines(items, here, report);
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

/** Cells parted by tabs, of which each column that a cell spans has one, so that rows line up. */
const rowPieces = (
  { cells, starts }: Row,
  columns: number[],
  place: string,
  { report }: LineContext,
): Piece[] => {
  const at = cells.map((_, i) =>
    starts ? columns.findLastIndex((column) => column <= (starts[i] ?? 0)) : i,
  );
  const pieces = cells.flatMap((cell, i) => [
    tabs(Math.max(i === 0 ? 0 : 1, (at[i] ?? 0) - (at[i - 1] ?? 0))),
    ...piecesOf(cellItems(cell), place, report),
  ]);
  return merged([...pieces, tabs(columns.length - 1 - (at.at(-1) ?? 0))]);
};

const tabs = (count: number): Piece => added('\t'.repeat(Math.max(0, count)), '单元格');

/** The paragraphs of a cell and their parts, with breaks between those of which something is seen. */
const cellItems = (cell: Item[][]): Item[] => {
  const parts = cell.flatMap(splitAtBreaks).map(trimmed);
  const first = parts.findIndex((part) => part.some(isSeen));
  return parts.flatMap((part, i) => (part.some(isSeen) && i > first ? [BREAK, ...part] : part));
};
