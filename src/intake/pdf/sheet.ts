import { type Glyph, judge } from './glyph.ts';
import { gridsOf } from './grid.ts';
import { dropOverprint } from './overprint.ts';
import { bandOf, linesOf, type PrintedLine } from './printed-line.ts';
import type { Page } from './read-page.ts';
import { type Table, takeTables } from './table.ts';

/** A page as it is looked at: what stands in tables, what does not. */
export interface Sheet {
  number: number;
  width: number;
  height: number;
  /** Lines of print outside tables, from the top down. */
  lines: PrintedLine[];
  tables: Table[];
  /** Lines that do not run from left to right. */
  slanted: PrintedLine[];
  /** Lines that do not belong to the text: running heads, page numbers. */
  asides: PrintedLine[];
  /** Below this the page has footnotes. */
  notesFrom: number;
}

/** A short line above footnotes is so much of the width of the page. */
const NOTE_RULE = [0.1, 0.45] as const;

/** Characters of about one size that cover so much of each other, so often on one line. */
const OVER = 0.4;
const OVER_SIZE = 0.1;
const OVER_OFTEN = 2;

/** Sorts what a page draws into tables, lines and what runs otherwise. */
export function sheetOf(page: Page): Sheet {
  const { number, glyphs, rules, width, height } = page;
  dropOverprint(glyphs);
  // What has been given up, as a watermark, lies across the lines.
  const dropped = glyphs.filter(({ fate, angle }) => fate === 'dropped' && angle === 0);
  const level = glyphs.filter(({ fate, angle }) => fate !== 'dropped' && angle === 0);
  const rows = linesOf(level, number);
  const { tables, rest } = takeTables(level, gridsOf(rules), number, height);
  rows.forEach(judgeOverlap);
  const rowAt = rowFinder(rows);
  for (const { rows: tableRows } of tables)
    for (const row of tableRows)
      row.row = rowAt(row.cells.find((cell) => cell?.lines[0])?.lines[0]);
  return {
    number,
    width,
    height,
    lines: linesOf(rest, number).map((line) => ({ ...line, row: rowAt(line) })),
    tables,
    slanted: slantedLines(glyphs, number),
    asides: linesOf(dropped, number),
    notesFrom: notesFrom(page, tables),
  };
}

/** Characters that lie over each other, as in a cell that is parted by a slanting line: which comes first is a guess. */
function judgeOverlap({ glyphs }: PrintedLine): void {
  const words = glyphs.filter(({ text, fate }) => /[\p{L}\p{N}]/u.test(text) && fate !== 'dropped');
  const over = words.slice(1).filter((glyph, i) => {
    const before = words[i] ?? glyph;
    const alike = Math.abs(before.size - glyph.size) < OVER_SIZE * glyph.size;
    return alike && before.x + before.width - glyph.x > OVER * before.width;
  });
  if (over.length < OVER_OFTEN) return;
  for (const glyph of words) judge(glyph, 'uncertain', '字叠在一起，次序不能断定');
}

/** Finds a line's number among all lines of the page. */
function rowFinder(rows: readonly PrintedLine[]): (line: PrintedLine | undefined) => number {
  const rowOf = new Map(
    rows.flatMap((row) => row.glyphs.map((glyph) => [glyph, row.row] as const)),
  );
  return (line) => Math.min(...(line?.glyphs ?? []).flatMap((glyph) => rowOf.get(glyph) ?? []));
}

/** Lines of each direction but the usual one, read along that direction. */
function slantedLines(glyphs: readonly Glyph[], page: number): PrintedLine[] {
  const angles = new Set(glyphs.map(({ angle }) => angle).filter((angle) => angle !== 0));
  return [...angles].flatMap((angle) => {
    const turned = new Map<Glyph, Glyph>();
    for (const glyph of glyphs)
      if (glyph.angle === angle) turned.set(turn(glyph, angle ?? 90), glyph);
    return linesOf([...turned.keys()], page).map((line) => ({
      ...line,
      glyphs: line.glyphs.map((glyph) => turned.get(glyph) ?? glyph),
    }));
  });
}

/** A glyph turned back, so that its line runs from left to right. Vertical writing is turned as a whole. */
function turn(glyph: Glyph, angle: number): Glyph {
  const radians = (-angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { ...glyph, x: glyph.x * cos - glyph.y * sin, y: glyph.x * sin + glyph.y * cos };
}

function notesFrom({ rules, width, height }: Page, tables: readonly Table[]): number {
  const short = rules.filter(
    ({ across, at, from, to }) =>
      across &&
      at > height / 2 &&
      to - from > NOTE_RULE[0] * width &&
      to - from < NOTE_RULE[1] * width &&
      from < width / 3 &&
      !tables.some(({ top, bottom }) => at >= top - 3 && at <= bottom + 3),
  );
  return Math.max(Number.NEGATIVE_INFINITY, ...short.map(({ at }) => at));
}

/** Whether a line stands below the line above footnotes. */
export function isNote(sheet: Sheet, line: PrintedLine, usualSize: number): boolean {
  const [top] = bandOf(line);
  return (
    Number.isFinite(sheet.notesFrom) && top > sheet.notesFrom - 1 && line.size < 0.96 * usualSize
  );
}
