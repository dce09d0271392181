import type { Line } from '../reading.ts';
import { lineAt, piecesOf, placeOf } from './assemble.ts';
import { breakBetween, type SetLine } from './breaks.ts';
import { inColumns } from './columns.ts';
import { type SettingOf, settingsOf } from './edges.ts';
import { isBlank, judge } from './glyph.ts';
import { commonest, type PrintedLine } from './printed-line.ts';
import { isNote, type Sheet } from './sheet.ts';
import { rowsByGaps, type TabbedRow, tabbedLine } from './tabbed-rows.ts';
import type { Table } from './table.ts';
import { goesOn, tableLines } from './table-lines.ts';

/** What comes next in the order of reading. Lines beside the text do not part what they stand between. */
type Block =
  | { kind: 'line'; line: PrintedLine; frame: string }
  | { kind: 'row'; row: TabbedRow }
  | { kind: 'table'; table: Table }
  | { kind: 'beside'; line: PrintedLine; name: string };

/** The lines of the reading: paragraphs and rows, in the order of reading. */
export function flow(sheets: readonly Sheet[]): Line[] {
  const size = commonest(sheets.flatMap(({ lines }) => lines.map((line) => line.size)));
  const blocks = sheets.flatMap((sheet) => blocksOf(sheet, size));
  return new Flow(settings(blocks)).run(blocks);
}

function blocksOf(sheet: Sheet, usualSize: number): Block[] {
  const { number, width, height, tables, slanted, asides } = sheet;
  const notes = sheet.lines.filter((line) => isNote(sheet, line, usualSize));
  const stops = tables.map(({ top }) => top).toSorted((a, b) => a - b);
  const text = sheet.lines.filter((line) => !notes.includes(line));
  const blocks: Block[] = [];
  // Tables lie between what is above and what is below them.
  for (const [i, stop] of [...stops, Number.POSITIVE_INFINITY].entries()) {
    const from = stops[i - 1] ?? Number.NEGATIVE_INFINITY;
    const frame = `${Math.round(width)}x${Math.round(height)}`;
    blocks.push(
      ...textBlocks(
        text.filter(({ y }) => y >= from && y < stop),
        frame,
      ),
    );
    blocks.push(...tables.filter(({ top }) => top === stop).map(asTable));
  }
  const beside = (name: string) => (line: PrintedLine) => ({ kind: 'beside' as const, line, name });
  return [
    ...blocks,
    ...notes.map(beside(`第${number}页脚注`)),
    ...slanted.map(beside(`第${number}页斜排或竖排处`)),
    ...asides.map(beside('')),
  ];
}

const asTable = (table: Table): Block => ({ kind: 'table', table });

function textBlocks(lines: readonly PrintedLine[], frame: string): Block[] {
  const placed = inColumns(lines);
  const rows = rowsByGaps(placed.map(({ line }) => line));
  return placed.map(({ line, column }) => {
    const row = rows.get(line);
    return row ? { kind: 'row', row } : { kind: 'line', line, frame: `${frame} ${column}` };
  });
}

/** How each column is set, over all pages of a size. */
function settings(blocks: readonly Block[]): Map<string, SettingOf> {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block] : []));
  const frames = Map.groupBy(lines, ({ frame }) => frame);
  return new Map(
    [...frames].map(([frame, own]) => [frame, settingsOf(own.map(({ line }) => line))]),
  );
}

/** Puts blocks together: lines to paragraphs, tables over pages. */
class Flow {
  readonly #settings: Map<string, SettingOf>;
  readonly #done: Line[] = [];
  #paragraph: SetLine[] = [];
  #tables: Table[] = [];
  #beside: Line[] = [];

  constructor(settings: Map<string, SettingOf>) {
    this.#settings = settings;
  }

  run(blocks: readonly Block[]): Line[] {
    for (const block of blocks) this.#add(block);
    this.#close();
    return this.#done;
  }

  #add(block: Block): void {
    if (block.kind === 'line') this.#addLine(block);
    else if (block.kind === 'table') this.#addTable(block.table);
    else if (block.kind === 'row') {
      this.#close();
      this.#done.push(...tabbedLine(block.row));
    } else {
      const { name, line } = block;
      const place = name || placeOf(line);
      this.#beside.push(...lineAt(place, piecesOf([line])));
    }
  }

  #addLine({ line, frame }: { line: PrintedLine; frame: string }): void {
    const setting = this.#settings.get(frame)?.(line);
    if (!setting) return;
    const next = { line, setting };
    const found = this.#tables.length ? 'break' : breakBetween(this.#paragraph, next);
    if (found === 'break') this.#close();
    if (found === 'unsure') doubt(line);
    this.#paragraph.push(next);
  }

  #addTable(table: Table): void {
    const last = this.#tables.at(-1);
    if (!last || !goesOn(last, table)) this.#close();
    this.#tables.push(table);
  }

  /** Ends what is open; what stands beside it on its pages follows. */
  #close(): void {
    const lines = this.#paragraph.map(({ line }) => line);
    const [first] = lines;
    if (first) this.#done.push(...lineAt(placeOf(first), piecesOf(lines)));
    this.#done.push(...tableLines(this.#tables), ...this.#beside);
    this.#paragraph = [];
    this.#tables = [];
    this.#beside = [];
  }
}

/** The page does not show whether a paragraph begins here: its first character asks for a look. */
function doubt(line: PrintedLine): void {
  const first = line.glyphs.find(({ text }) => !isBlank(text));
  if (first) judge(first, 'uncertain', '换页处不能断定是否另起一段');
}
