import { abnormal, damaged } from '../word/refusals.ts';
import type { Bytes } from './bytes.ts';
import { openCompoundFile } from './compound-file.ts';
import type { Drawings } from './drawings.ts';
import { readDrawings } from './drawings.ts';
import type { Fib, StoryLengths } from './fib.ts';
import { PLACE, readFib } from './fib.ts';
import type { FormatRun } from './format-runs.ts';
import { readCharacterRuns, readParagraphRuns } from './format-runs.ts';
import type { Use } from './lists.ts';
import { readLists } from './lists.ts';
import type { TextPiece } from './piece-table.ts';
import { readPieces, textOf } from './piece-table.ts';
import type { StyleSheet } from './style-sheet.ts';
import { readFonts, readStyles } from './style-sheet.ts';

/** The structures of a Word 97–2003 file ([MS-DOC]) that its text is read from. */
export interface WordFile {
  document: Bytes;
  table: Bytes;
  data: Bytes | null;
  fib: Fib;
  pieces: TextPiece[];
  /** All parts of the text behind each other. */
  text: string;
  characterRuns: FormatRun[];
  paragraphRuns: FormatRun[];
  styles: StyleSheet;
  fonts: string[];
  lists: (Use | undefined)[];
  drawings: Drawings;
}

export type Story = keyof StoryLengths;

export const openWordFile = (bytes: Uint8Array): WordFile => {
  const file = openCompoundFile(bytes);
  const document = file.stream('WordDocument');
  if (!document) throw damaged('找不到正文');
  const fib = readFib(document);
  const table = file.stream(fib.tableName);
  if (!table) throw damaged('找不到格式表');
  const pieces = readPieces(table, fib.place(PLACE.pieces));
  const text = textOf(document, pieces);
  if (text.length < sum(fib.lengths)) throw damaged('文字不全');
  if (marksIn(text) > MAX_MARKS) throw abnormal('分段、换行、单元格和制表位太多');
  const fonts = readFonts(table, fib.place(PLACE.fonts));
  return {
    document,
    table,
    data: file.stream('Data'),
    fib,
    pieces,
    text,
    characterRuns: readCharacterRuns(document, table, fib.place(PLACE.characterPages)),
    paragraphRuns: readParagraphRuns(document, table, fib.place(PLACE.paragraphPages)),
    styles: readStyles(table, fib.place(PLACE.styles)),
    fonts,
    lists: readLists(table, fib.place(PLACE.lists), fib.place(PLACE.listOverrides), fonts),
    drawings: readDrawings(table, fib.place(PLACE.drawings)),
  };
};

/** A thousand pages of dense tables have some 180,000. */
const MAX_MARKS = 300_000;

/** How often something ends in a text: a paragraph, a line, a cell; each becomes a piece or a line. */
const marksIn = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20) count += 1;
  return count;
};

const sum = (lengths: StoryLengths): number =>
  (Object.values(lengths) as number[]).reduce((all, length) => all + length, 0);

/** Where a part of the text begins and ends among all text. */
export const storyRange = (lengths: StoryLengths, story: Story): { start: number; end: number } => {
  let start = 0;
  for (const [name, length] of Object.entries(lengths)) {
    if (name === story) return { start, end: start + length };
    start += length;
  }
  return { start, end: start };
};

/** A document of a thousand pages has some hundreds of notes. */
const MAX_PARTS = 20_000;

/** The first positions of the parts of a PLC ([MS-DOC] 2.2.2) and the bytes that belong to each. */
export const readPlc = (
  table: Bytes,
  { at, length }: { at: number; length: number },
  size: number,
): { position: number; data: Bytes }[] => {
  const count = Math.max(0, Math.floor((length - 4) / (4 + size)));
  if (count > MAX_PARTS) throw damaged('注释、文本框或分节太多');
  return Array.from({ length: count }, (_, i) => ({
    position: table.u32(at + i * 4),
    data: table.sub(at + (count + 1) * 4 + i * size, size),
  }));
};
