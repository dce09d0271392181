import { damaged } from '../word/refusals.ts';
import type { Bytes } from './bytes.ts';
import type { Place } from './fib.ts';

/** A run of text that lies in one place of the document stream ([MS-DOC] 2.9.177). Positions count UTF-16 units. */
export interface TextPiece {
  start: number;
  end: number;
  /** Where its first character lies in the document stream. */
  offset: number;
  bytesPerUnit: 1 | 2;
  /** Property changes of the whole piece ([MS-DOC] 2.9.214), as Sprms. */
  changes: Uint8Array;
}

/** More than any document has; a book of a thousand pages has a million. */
const MAX_UNITS = 5_000_000;
const NONE = new Uint8Array();

/** Reads the Clx ([MS-DOC] 2.9.38): property changes, then the table of pieces. */
export const readPieces = (table: Bytes, { at, length }: Place): TextPiece[] => {
  const changes: Uint8Array[] = [];
  const end = at + length;
  let next = at;
  while (next < end && table.u8(next) === 1) {
    const size = table.u16(next + 1);
    changes.push(table.slice(next + 3, size));
    next += 3 + size;
  }
  if (next >= end || table.u8(next) !== 2) throw damaged('找不到文字表');
  const size = table.u32(next + 1);
  if (next + 5 + size > end) throw damaged('文字表不完整');
  return readPlc(table, next + 5, size, changes);
};

const readPlc = (table: Bytes, at: number, size: number, changes: Uint8Array[]): TextPiece[] => {
  const count = Math.floor((size - 4) / 12);
  const descriptors = at + (count + 1) * 4;
  const pieces = Array.from({ length: Math.max(0, count) }, (_, i) => ({
    start: table.u32(at + i * 4),
    end: table.u32(at + i * 4 + 4),
    ...readDescriptor(table, descriptors + i * 8, changes),
  }));
  for (const [i, { start, end }] of pieces.entries()) {
    const isNext = start === (pieces[i - 1]?.end ?? 0);
    if (!isNext || end < start || end > MAX_UNITS) throw damaged('文字表前后不接');
  }
  return pieces;
};

const readDescriptor = (table: Bytes, at: number, changes: Uint8Array[]) => {
  const fc = table.u32(at + 2);
  const isCompressed = (fc & 0x40000000) !== 0;
  const offset = fc & 0x3fffffff;
  return {
    offset: isCompressed ? offset >> 1 : offset,
    bytesPerUnit: isCompressed ? (1 as const) : (2 as const),
    changes: changesOf(table.u16(at + 6), changes),
  };
};

/** [MS-DOC] 2.9.216, 2.9.215: an index into the changes before the table, or one small Sprm in itself. */
const changesOf = (prm: number, changes: Uint8Array[]): Uint8Array => {
  if (prm & 1) return changes[prm >> 1] ?? NONE;
  const sprm = SMALL_SPRMS[(prm >> 1) & 0x7f];
  return sprm ? Uint8Array.of(sprm & 0xff, sprm >> 8, prm >> 8) : NONE;
};

/** Those of [MS-DOC] 2.9.215 that decide what is read. */
const SMALL_SPRMS: Record<number, number> = {
  12: 0x260a,
  24: 0x2416,
  25: 0x2417,
  65: 0x0800,
  66: 0x0801,
  71: 0x0806,
  92: 0x083c,
};

/** The text of all pieces, a character of it for every position. */
export const textOf = (document: Bytes, pieces: TextPiece[]): string =>
  pieces.map((piece) => pieceText(document, piece)).join('');

export const pieceText = (document: Bytes, { start, end, offset, bytesPerUnit }: TextPiece) =>
  bytesPerUnit === 2
    ? document.utf16(offset, end - start)
    : fromCompressed(document.slice(offset, end - start));

const fromCompressed = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0082-\u009f]/g, (c) => COMPRESSED[c.charCodeAt(0)] ?? c);

/** [MS-DOC] 2.9.73: the bytes that do not stand for the character of the same number. */
const COMPRESSED: Record<number, string> = {
  130: '‚',
  131: 'ƒ',
  132: '„',
  133: '…',
  134: '†',
  135: '‡',
  136: 'ˆ',
  137: '‰',
  138: 'Š',
  139: '‹',
  140: 'Œ',
  145: '‘',
  146: '’',
  147: '“',
  148: '”',
  149: '•',
  150: '–',
  151: '—',
  152: '˜',
  153: '™',
  154: 'š',
  155: '›',
  156: 'œ',
  159: 'Ÿ',
};
