import { isBlank } from './glyph.ts';
import { lineOf, type PrintedLine, splitAtGaps } from './printed-line.ts';

/** Columns are at least so far apart, in sizes. */
const GUTTER = 1;
/** Fewer lines side by side are no columns. */
const FEWEST = 4;
/** A column's lines are so long at least, in characters, and so many of them reach its right edge. */
const LENGTH = 8;
const FULL = 0.5;
/** How near to the edge, in sizes, a line must come to reach it. */
const REACH = 1.6;
const STEP = 3;

/** A line with the column it stands in: `''` where it has the page to itself. */
export interface Placed {
  line: PrintedLine;
  column: string;
}

/** Lines of a page in the order of reading: where it has columns, one column after the other. */
export function inColumns(lines: readonly PrintedLine[], column = ''): Placed[] {
  const rows = lines.map((line) => splitAtGaps(line, GUTTER, false));
  const band = findBand(rows);
  if (!band) return lines.map((line) => ({ line, column }));
  const { from, to, x } = band;
  const parts = rows.slice(from, to).flat();
  return [
    ...inColumns(lines.slice(0, from), column),
    ...inColumns(rejoin(parts.filter(({ right }) => right <= x)), `${column}1`),
    ...inColumns(rejoin(parts.filter(({ right }) => right > x)), `${column}2`),
    ...inColumns(lines.slice(to), column),
  ];
}

/** Parts of one row on the same side are one line. */
function rejoin(parts: readonly PrintedLine[]): PrintedLine[] {
  return [...Map.groupBy(parts, ({ row }) => row).values()].map(([first, ...others]) => {
    const glyphs = [...(first?.glyphs ?? []), ...others.flatMap((other) => other.glyphs)];
    return lineOf(glyphs, first?.page ?? 0, first?.row);
  });
}

interface Band {
  from: number;
  to: number;
  x: number;
  count: number;
}

/** The longest stretch of rows with a gutter through all of them, if it has columns on both sides. */
function findBand(rows: readonly PrintedLine[][]): Band | undefined {
  const all = rows.flat();
  if (all.length < 2 * FEWEST) return undefined;
  const left = Math.min(...all.map((part) => part.left));
  const right = Math.max(...all.map((part) => part.right));
  const bands: Band[] = [];
  for (let x = left + (right - left) * 0.25; x < left + (right - left) * 0.75; x += STEP)
    bands.push(...bandsAt(rows, x));
  return bands.filter((band) => isColumns(rows, band)).toSorted((a, b) => b.count - a.count)[0];
}

/** The stretches of rows in which nothing is printed at `x`. */
function bandsAt(rows: readonly PrintedLine[][], x: number): Band[] {
  const bands: Band[] = [];
  let from = 0;
  for (let to = 0; to <= rows.length; to++) {
    const row = rows[to];
    if (row?.every((part) => part.right <= x || part.left >= x)) continue;
    const count = rows.slice(from, to).flat().length;
    if (to > from) bands.push({ from, to, x, count });
    from = to + 1;
  }
  return bands;
}

/** Text in columns fills them; what stands in a table or beside a signature does not. */
function isColumns(rows: readonly PrintedLine[][], { from, to, x }: Band): boolean {
  const parts = rows.slice(from, to).flat();
  return [parts.filter(({ right }) => right <= x), parts.filter(({ right }) => right > x)].every(
    isColumn,
  );
}

function isColumn(parts: readonly PrintedLine[]): boolean {
  if (parts.length < FEWEST) return false;
  const edge = Math.max(...parts.map(({ right }) => right));
  const full = parts.filter(({ right, size }) => edge - right < REACH * size);
  const long = full.filter(({ glyphs }) => glyphs.filter((g) => !isBlank(g.text)).length >= LENGTH);
  return long.length >= FULL * parts.length;
}
