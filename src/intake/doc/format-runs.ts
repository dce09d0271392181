import { damaged } from '../word/refusals.ts';
import type { Bytes } from './bytes.ts';
import type { Place } from './fib.ts';

/** Bytes of the document stream whose text has the same changes of properties. */
export interface FormatRun {
  /** Offsets in the document stream: from, and up to but not with. */
  from: number;
  to: number;
  /** Of a paragraph: the number of its style. */
  style: number;
  sprms: Uint8Array;
}

type ReadRun = (page: Bytes, index: number, count: number) => Pick<FormatRun, 'style' | 'sprms'>;

const PAGE = 512;
/** A damaged file may name one page again and again. */
const MAX_RUNS = 300_000;
const DEFAULT = { style: 0, sprms: new Uint8Array() };

/** The runs of characters ([MS-DOC] 2.8.5, 2.9.33), by their offset. */
export const readCharacterRuns = (document: Bytes, table: Bytes, place: Place): FormatRun[] =>
  readRuns(document, table, place, (page, index, count) => {
    const at = page.u8((count + 1) * 4 + index) * 2;
    return at === 0 ? DEFAULT : { style: 0, sprms: page.slice(at + 1, page.u8(at)) };
  });

/** The runs of paragraphs ([MS-DOC] 2.8.6, 2.9.174), by their offset. */
export const readParagraphRuns = (document: Bytes, table: Bytes, place: Place): FormatRun[] =>
  readRuns(document, table, place, (page, index, count) => {
    const at = page.u8((count + 1) * 4 + index * 13) * 2;
    if (at === 0) return DEFAULT;
    const half = page.u8(at);
    const start = half === 0 ? at + 2 : at + 1;
    const size = half === 0 ? page.u8(at + 1) * 2 : half * 2 - 1;
    if (size < 2) return DEFAULT;
    return { style: page.u16(start), sprms: page.slice(start + 2, size - 2) };
  });

const readRuns = (document: Bytes, table: Bytes, { at, length }: Place, read: ReadRun) => {
  const runs: FormatRun[] = [];
  const pages = Math.max(0, Math.floor((length - 4) / 8));
  for (let i = 0; i < pages; i++) {
    const number = table.u32(at + (pages + 1) * 4 + i * 4) & 0x3fffff;
    addPage(runs, document.sub(number * PAGE, PAGE), read);
    if (runs.length > MAX_RUNS) throw damaged('格式表太大');
  }
  return runs.sort((a, b) => a.from - b.from);
};

const addPage = (runs: FormatRun[], page: Bytes, read: ReadRun): void => {
  const count = page.u8(PAGE - 1);
  for (let i = 0; i < count; i++) {
    const bounds = { from: page.u32(i * 4), to: page.u32(i * 4 + 4) };
    runs.push({ ...bounds, ...read(page, i, count) });
  }
};

/** The run that holds an offset. */
export const runAt = (runs: FormatRun[], offset: number): FormatRun | null => {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && offset < run.to ? run : null;
};
