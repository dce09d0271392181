import type { Bytes } from './bytes.ts';
import type { FormatRun } from './format-runs.ts';
import type { Sprm } from './sprm.ts';
import { SPRM, sprmsOf } from './sprm.ts';
import type { StyleSheet } from './style-sheet.ts';
import { withBases } from './style-sheet.ts';

/** What is known of a paragraph from its mark. */
export interface ParagraphFormat {
  style: number;
  /** How many tables it is in, one within the other. */
  depth: number;
  isRowEnd: boolean;
  /** Of a table within a table, whose cells and rows end with paragraph marks. */
  isInnerCellEnd: boolean;
  isInnerRowEnd: boolean;
  /** Which list override it follows, counted from 1; 0: it has no number. */
  list: number;
  /** The level in the list, from 0; null: as its style says. */
  level: number | null;
  /** It has a number as Word 95 kept them ([MS-DOC] 2.6.2 sprmPAnld80). */
  hasOldNumber: boolean;
  /** Of a row end: the borders between cells from left to right, in twentieths of a point. */
  edges: number[];
  /** Of a row end: which cells another one covers, beside or above. */
  covered: boolean[];
}

const NO_LIST_OLD = 0x07ff;
const NO_LIST = 0xf801;

/** Style first, then the paragraph's own changes, then those of the piece of text ([MS-DOC] 2.4.6.1). */
export const paragraphFormat = (
  run: FormatRun | null,
  pieceChanges: Uint8Array,
  styles: StyleSheet,
  data: Bytes | null,
): ParagraphFormat => {
  const format = emptyFormat(run?.style ?? 0);
  const own = run ? elsewhere(run.sprms, data) : pieceChanges;
  for (const sprm of [...sprmsOf(own), ...sprmsOf(pieceChanges)]) {
    if (sprm.code === SPRM.paraStyle) format.style = sprm.operand.u16(0);
  }
  const lists = [...withBases(styles, format.style).map(({ paragraph }) => paragraph), own];
  for (const list of [...lists, pieceChanges]) {
    for (const sprm of sprmsOf(list)) apply(format, sprm);
  }
  return format;
};

const emptyFormat = (style: number): ParagraphFormat => ({
  style,
  depth: 0,
  isRowEnd: false,
  isInnerCellEnd: false,
  isInnerRowEnd: false,
  list: 0,
  level: null,
  hasOldNumber: false,
  edges: [],
  covered: [],
});

/** Changes too long for their page lie in the data stream ([MS-DOC] 2.6.2 sprmPHugePapx). */
const elsewhere = (sprms: Uint8Array, data: Bytes | null): Uint8Array => {
  for (const { code, operand } of sprmsOf(sprms)) {
    if (code !== SPRM.paraElsewhere && code !== SPRM.paraElsewhereToo) continue;
    const at = operand.u32(0);
    if (data && at + 2 <= data.length) return data.slice(at + 2, data.u16(at));
  }
  return sprms;
};

const apply = (format: ParagraphFormat, { code, operand }: Sprm): void => {
  APPLY[code]?.(format, operand);
};

const APPLY: Record<number, (format: ParagraphFormat, operand: Bytes) => void> = {
  [SPRM.paraListLevel]: (format, operand) => {
    format.level = operand.u8(0);
  },
  [SPRM.paraList]: (format, operand) => {
    format.hasOldNumber = operand.u16(0) === NO_LIST_OLD;
    format.list = listNumber(operand.u16(0));
  },
  [SPRM.paraInTable]: (format, operand) => {
    format.depth = operand.u8(0) ? Math.max(1, format.depth) : 0;
  },
  [SPRM.paraDepth]: (format, operand) => {
    format.depth = Math.max(0, operand.i32(0));
  },
  [SPRM.paraDepthChange]: (format, operand) => {
    format.depth = Math.max(0, format.depth + operand.i32(0));
  },
  [SPRM.paraRowEnd]: (format, operand) => {
    format.isRowEnd = operand.u8(0) !== 0;
  },
  [SPRM.paraInnerCellEnd]: (format, operand) => {
    format.isInnerCellEnd = operand.u8(0) !== 0;
  },
  [SPRM.paraInnerRowEnd]: (format, operand) => {
    format.isInnerRowEnd = operand.u8(0) !== 0;
  },
  [SPRM.tableCells]: (format, operand) => {
    format.edges = readEdges(operand);
    format.covered = readCovered(operand, format.edges.length);
  },
};

/** From 0xF802 on: the same, counted backwards, where indents are kept ([MS-DOC] 2.6.2 sprmPIlfo). */
const listNumber = (value: number): number => {
  if (value === NO_LIST_OLD || value === NO_LIST) return 0;
  return value > NO_LIST ? 0x10000 - value : value;
};

/** [MS-DOC] 2.9.321: the number of cells, then one border more than there are cells. */
const readEdges = (operand: Bytes): number[] => {
  const count = operand.length > 0 ? operand.u8(0) + 1 : 0;
  if (1 + count * 2 > operand.length) return [];
  return Array.from({ length: count }, (_, i) => operand.i16(1 + i * 2));
};

const CELL_SIZE = 20;

/** [MS-DOC] 2.9.326: behind the borders, for each cell flags of how it is merged. */
const readCovered = (operand: Bytes, edges: number): boolean[] => {
  const start = 1 + edges * 2;
  const count = Math.floor((operand.length - start) / CELL_SIZE);
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const flags = operand.u16(start + i * CELL_SIZE);
    return (flags & 0x02) !== 0 || (flags & 0x60) === 0x20;
  });
};
