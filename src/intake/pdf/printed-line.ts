import { endOf, type Glyph, isBlank } from './glyph.ts';

/** Glyphs that stand on one line of print, from left to right. */
export interface PrintedLine {
  page: number;
  /** Counted from the top of the page. */
  row: number;
  glyphs: Glyph[];
  left: number;
  right: number;
  y: number;
  /** Of most of its characters. */
  size: number;
}

/** Share of the smaller height that must overlap for two glyphs to stand on one line. */
const OVERLAP = 0.5;
/** Of the size: how far a glyph reaches above its baseline, and below. */
const ABOVE = 0.88;
const BELOW = 0.12;
/** A raised or lowered figure is at least so much of its neighbours; what is smaller is another line. */
const SMALLEST = 0.3;

/** Height of the ink of a glyph, roughly: top and bottom. */
export function bandOf({ y, size }: Pick<Glyph, 'y' | 'size'>): readonly [number, number] {
  return [y - ABOVE * size, y + BELOW * size];
}

/** Lines of print, from the top down; raised and lowered figures stand in the line they belong to. */
export function linesOf(glyphs: readonly Glyph[], page: number): PrintedLine[] {
  const lines: Glyph[][] = [];
  // The large ones first, so that a raised figure finds its line.
  const inked = glyphs.filter(({ text }) => !isBlank(text));
  const blanks = glyphs.filter(({ text }) => isBlank(text));
  for (const glyph of inked.toSorted((a, b) => b.size - a.size || a.order - b.order)) {
    const line = nearest(lines, glyph);
    if (line) line.push(glyph);
    else lines.push([glyph]);
  }
  for (const blank of blanks) nearest(lines, blank)?.push(blank);
  return lines
    .map((line) => lineOf(line, page))
    .sort((a, b) => a.y - b.y || a.left - b.left)
    .map((line, i) => ({ ...line, row: i + 1 }));
}

function nearest(lines: readonly Glyph[][], glyph: Glyph): Glyph[] | undefined {
  let best: Glyph[] | undefined;
  let most = OVERLAP;
  for (const line of lines) {
    const first = line[0];
    const share = first ? overlap(first, glyph) : 0;
    if (share <= most) continue;
    most = share;
    best = line;
  }
  return best;
}

function overlap(one: Glyph, other: Glyph): number {
  if (other.size < SMALLEST * one.size) return 0;
  const [top, bottom] = bandOf(one);
  const [otherTop, otherBottom] = bandOf(other);
  const height = Math.min(bottom - top, otherBottom - otherTop);
  return height > 0 ? (Math.min(bottom, otherBottom) - Math.max(top, otherTop)) / height : 0;
}

/** A line of these glyphs, of which one at least is no blank. */
export function lineOf(glyphs: readonly Glyph[], page: number, row = 0): PrintedLine {
  const sorted = glyphs.toSorted((a, b) => a.x - b.x || a.order - b.order);
  const inked = sorted.filter(({ text }) => !isBlank(text));
  const size = commonest(inked.map((glyph) => glyph.size));
  return {
    page,
    row,
    glyphs: sorted,
    left: Math.min(...inked.map(({ x }) => x)),
    right: Math.max(...inked.map(endOf)),
    y: commonest(inked.filter((glyph) => glyph.size === size).map(({ y }) => y)),
    size,
  };
}

/** The value that occurs most often; of several the one that comes first. */
export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = values[0] ?? 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The parts of a line that are at least so many sizes apart. Blanks the file has in between fill a gap where `blanks` do. */
export function splitAtGaps(line: PrintedLine, sizes: number, blanks: boolean): PrintedLine[] {
  const parts: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of line.glyphs) {
    if (isBlank(glyph.text) && !blanks) {
      parts.at(-1)?.push(glyph);
      continue;
    }
    if (parts.length === 0 || glyph.x - end > sizes * line.size) parts.push([]);
    parts.at(-1)?.push(glyph);
    end = Math.max(end, endOf(glyph));
  }
  return joinBlank(parts).map((part) => lineOf(part, line.page, line.row));
}

/** Parts of blanks alone go with the one before them, or, at the head, with the next. */
function joinBlank(parts: readonly Glyph[][]): Glyph[][] {
  const joined: Glyph[][] = [];
  let ahead: Glyph[] = [];
  for (const part of parts) {
    if (!part.every(({ text }) => isBlank(text))) {
      joined.push([...ahead, ...part]);
      ahead = [];
    } else if (joined.length) joined.at(-1)?.push(...part);
    else ahead = [...ahead, ...part];
  }
  return joined;
}

/** What a line says, as its glyphs follow each other. */
export const textOf = (line: Pick<PrintedLine, 'glyphs'>): string =>
  line.glyphs.map(({ text }) => text).join('');

/** What it says without white space. */
export const bareText = (line: Pick<PrintedLine, 'glyphs'>): string =>
  textOf(line).replace(/\s/gu, '');
