import type { Line, Piece } from '../reading.ts';
import type { LineContext } from './lines.ts';
import { lineOf, numbered, paragraphLines, piecesOf } from './lines.ts';
import type { Item, Paragraph } from './paragraphs.ts';
import { added, BREAK, isSeen, merged } from './paragraphs.ts';

/** A row: its cells, each of paragraphs; the borders between them from left to right, in twentieths of a point. */
interface Row {
  cells: Item[][][];
  edges: number[];
}

/** Borders of different rows no further apart than this are one, in twentieths of a point (0.7 mm). */
const SAME_EDGE = 40;

/** The rows of a table as lines, but for blank ones; a table of one column is a frame around paragraphs, which are lines of their own. */
export const tableLines = (
  paragraphs: Paragraph[],
  table: string,
  context: LineContext,
): Line[] => {
  const rows = rowsOf(paragraphs, table, context);
  const columns = columnsOf(rows);
  const isFrame = rows.every(({ cells }) => cells.length < 2) && columns.length < 3;
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
  const endRow = (edges: number[]) => {
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push({ cells, edges });
    cells = [];
    cell = [];
  };
  for (const paragraph of paragraphs) {
    const { format, isCellMark } = paragraph;
    const place = `${table}第${rows.length + 1}行`;
    if (format.depth > 1) {
      if (format.isInnerRowEnd) context.report.innerTable(place);
      const row = inner.add(paragraph, numbered(paragraph, place, context));
      if (row) cell.push(row);
    } else if (isCellMark && format.isRowEnd) endRow(format.edges);
    else {
      cell.push(...inner.rest(), numbered(paragraph, place, context));
      if (isCellMark) {
        cells.push(cell);
        cell = [];
      }
    }
  }
  cell.push(...inner.rest());
  endRow([]);
  return rows;
};

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
    const row = parted(this.#cells, added('\u3000', '嵌套表格的分栏'));
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

/** The left borders of all columns and the right one of the last, over all rows. */
const columnsOf = (rows: Row[]): number[] => {
  const columns: number[] = [];
  for (const edge of rows.flatMap(({ edges }) => edges).sort((a, b) => a - b)) {
    const last = columns.at(-1);
    if (last === undefined || edge - last > SAME_EDGE) columns.push(edge);
  }
  return columns;
};

const columnAt = (columns: number[], edge: number): number =>
  columns.findLastIndex((column) => column <= edge);

/** Cells parted by tabs: as many as columns lie between their left borders, so that rows line up. */
const rowPieces = (
  { cells, edges }: Row,
  columns: number[],
  place: string,
  { report }: LineContext,
): Piece[] => {
  const at = cells.map((_, i) =>
    edges.length === cells.length + 1 ? columnAt(columns, edges[i] ?? 0) : i,
  );
  return merged(
    cells.flatMap((cell, i) => {
      const tabs = Math.max(i === 0 ? 0 : 1, (at[i] ?? 0) - (at[i - 1] ?? 0));
      return [added('\t'.repeat(tabs), '表格分栏'), ...piecesOf(cellItems(cell), place, report)];
    }),
  );
};

/** The paragraphs of a cell, parted; blank ones and breaks at its ends are left away. */
const cellItems = (cell: Item[][]): Item[] => {
  const paragraphs = cell.filter((items) => items.some((item) => item !== BREAK));
  const seen = paragraphs.filter((items) => items.some(isSeen));
  const items = paragraphs.flatMap((paragraph) =>
    seen.indexOf(paragraph) > 0 ? [BREAK as Item, ...paragraph] : paragraph,
  );
  return items;
};
