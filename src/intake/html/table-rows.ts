import type { PageElement, PageNode } from './tree.ts';

/** A cell as it stands in a row. */
export interface Cell {
  element: PageElement;
  /** How many columns from the one before it, empty or covered ones between them counted. */
  gap: number;
}

/** More columns, or rows, are not those of a document (HTML allows 1,000 and 65,534). */
const MOST_SPANNED = 64;

/** The rows of a table with their cells, in reading order; cells of rows above that reach down leave a gap. */
export function rowsOf(table: PageElement): { row: PageElement; cells: Cell[] }[] {
  /** By column, how many rows below are still covered. */
  let covered: number[] = [];
  return tableRows(table).map((row) => {
    const below = covered.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    let last = 0;
    const cells = cellsIn(row).map((element): Cell => {
      while ((covered[column] ?? 0) > 0) column++;
      const columns = span(element, 'colspan');
      const rows = span(element, 'rowspan');
      for (let at = column; at < column + columns; at++) below[at] = rows - 1;
      const gap = column - last;
      last = column;
      column += columns;
      return { element, gap };
    });
    covered = below;
    return { row, cells };
  });
}

/** A table that only puts things beside each other: one column, or a table within a cell. */
export function isLayout(table: PageElement): boolean {
  const cells = tableRows(table).flatMap(cellsIn);
  return (
    cells.some((cell) => holdsTable(cell)) ||
    tableRows(table).every((row) => cellsIn(row).length < 2)
  );
}

function holdsTable(element: PageElement): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (child.tag === 'table' || holdsTable(child)),
  );
}

const CELLS = ['td', 'th'];
const SECTIONS = ['thead', 'tbody', 'tfoot'];

/** What stands in a table and in none of its cells; a browser shows it before the table (HTML, 13.2.6.1). */
export function outsideCells(part: PageElement): PageNode[] {
  const within = part.tag === 'tr' ? CELLS : [...SECTIONS, 'tr'];
  return part.children.flatMap((child) => {
    if (typeof child === 'string' || !within.includes(child.tag)) return [child];
    return part.tag === 'tr' ? [] : outsideCells(child);
  });
}

function tableRows(table: PageElement): PageElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.tag === 'tr') return [child];
    return SECTIONS.includes(child.tag) ? tableRows(child) : [];
  });
}

function cellsIn(row: PageElement): PageElement[] {
  return row.children
    .filter((child) => typeof child !== 'string')
    .filter(({ tag }) => CELLS.includes(tag));
}

function span(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const written = Number(cell.attributes[name]);
  return Number.isInteger(written) && written > 0 ? Math.min(written, MOST_SPANNED) : 1;
}
