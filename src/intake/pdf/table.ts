import { type Glyph, isBlank, judge } from './glyph.ts';
import { type Cell, type Grid, holdsPoint } from './grid.ts';
import { bandOf, linesOf, type PrintedLine } from './printed-line.ts';

/** What stands in a cell, as it is printed; `null` where the cell of a row above reaches down. */
export interface TableCell {
  lines: PrintedLine[];
  /** The room it has. */
  left: number;
  right: number;
}

/** A row of a table on one page. */
export interface TableRow {
  page: number;
  /** Of the page, at its first line of print. */
  row: number;
  cells: (TableCell | null)[];
}

/** A table on one page. */
export interface Table {
  page: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Where its columns begin, and the last ends; empty where no lines show them. */
  xs: number[];
  rows: TableRow[];
}

/** A frame round a page may have a line below its head, and is no table: a cell takes this share of the page. */
const FRAME = 0.6;

/** What of a page of this height stands in tables, and the glyphs that do not. */
export function takeTables(
  glyphs: readonly Glyph[],
  grids: readonly Grid[],
  page: number,
  height: number,
) {
  const rest = new Set(glyphs);
  const tables = grids
    .filter((grid) => !isFrame(grid, height))
    .map((grid) => tableOf(grid, rest, page))
    .filter(({ rows }) => rows.length > 0);
  return { tables, rest: [...rest] };
}

function isFrame({ xs, cells }: Grid, height: number): boolean {
  return xs.length === 2 && cells.flat().some(({ top, bottom }) => bottom - top > FRAME * height);
}

/** Takes what stands in a grid out of `glyphs`. */
function tableOf(grid: Grid, glyphs: Set<Glyph>, page: number): Table {
  const inside = new Map<Cell, Glyph[]>();
  for (const glyph of glyphs) {
    const cell = cellOf(grid, glyph);
    if (!cell) continue;
    glyphs.delete(glyph);
    if (!grid.regular && !isBlank(glyph.text)) judge(glyph, 'uncertain', '表格的框线不完整');
    inside.set(cell, [...(inside.get(cell) ?? []), glyph]);
  }
  const { xs, ys } = grid;
  const rows = grid.cells.map((_, row) => rowOf(grid, row, inside, page)).filter(hasText);
  return {
    page,
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    left: Math.min(...xs),
    right: Math.max(...xs),
    xs,
    rows,
  };
}

/** The cell in which the middle of a glyph's ink lies. */
function cellOf({ cells, xs, ys }: Grid, glyph: Glyph): Cell | undefined {
  const [top, bottom] = bandOf(glyph);
  const x = glyph.x + glyph.width / 2;
  const y = (top + bottom) / 2;
  const column = xs.findLastIndex((at) => at <= x);
  const row = ys.findLastIndex((at) => at <= y);
  const cell = cells[row]?.[column];
  return cell && holdsPoint(cell, x, y) ? cell : undefined;
}

/** A cell over several columns stands once; one over several rows in the first of them. */
function rowOf(grid: Grid, row: number, inside: Map<Cell, Glyph[]>, page: number): TableRow {
  const cells = [...new Set(grid.cells[row])].map((cell) =>
    cell.row < row ? null : cellText(cell, inside.get(cell) ?? [], page),
  );
  return { page, row: 0, cells };
}

function cellText(cell: Cell, glyphs: readonly Glyph[], page: number): TableCell {
  return { lines: linesOf(glyphs, page), left: cell.left, right: cell.right };
}

const hasText = ({ cells }: TableRow) => cells.some((cell) => cell && cell.lines.length > 0);
