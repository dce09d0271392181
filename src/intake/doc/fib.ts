import { AS_DOCX, ENCRYPTED } from '../format/advice.ts';
import { Refusal } from '../reading.ts';
import { damaged } from '../word/refusals.ts';
import type { Bytes } from './bytes.ts';

/** How many characters each part of the text has, in the order in which the parts follow each other ([MS-DOC] 2.4.1). */
export interface StoryLengths {
  main: number;
  footnotes: number;
  headers: number;
  comments: number;
  endnotes: number;
  boxes: number;
  headerBoxes: number;
}

/** Where a structure lies in the table stream. */
export interface Place {
  at: number;
  length: number;
}

/** Places in FibRgFcLcb97 ([MS-DOC] 2.5.6), by their index there. */
export const PLACE = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  commentTexts: 5,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  documentSettings: 31,
  pieces: 33,
  shapes: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  drawings: 50,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** The file information block ([MS-DOC] 2.5.1). */
export interface Fib {
  tableName: '0Table' | '1Table';
  lengths: StoryLengths;
  place(index: number): Place;
}

const WORD_97 = 0xc1;
const IDENT = 0xa5ec;

/** Refuses what is encrypted or older than Word 97. */
export const readFib = (document: Bytes): Fib => {
  const flags = document.u16(0x0a);
  if (document.u16(0) !== IDENT || document.u16(2) < WORD_97) throw new Refusal(TOO_OLD);
  if (flags & 0x0100) throw new Refusal(ENCRYPTED);
  const longs = counted(document, counted(document, 0x20, 2).end, 4);
  const places = counted(document, longs.end, 8);
  return {
    tableName: flags & 0x0200 ? '1Table' : '0Table',
    lengths: readLengths(document, longs.start),
    place: (index) => {
      const at = places.start + index * 8;
      if (at >= places.end) return { at: 0, length: 0 };
      return { at: document.u32(at), length: document.u32(at + 4) };
    },
  };
};

/** The bounds of an array that begins with the number of its elements. */
const counted = (document: Bytes, at: number, size: number) => {
  const start = at + 2;
  return { start, end: start + document.u16(at) * size };
};

/** FibRgLw97 ([MS-DOC] 2.5.4): the lengths begin with its fourth number; the sixth of these is reserved. */
const readLengths = (document: Bytes, start: number): StoryLengths => {
  const length = (index: number) => {
    const value = document.i32(start + index * 4);
    if (value < 0) throw damaged('文字长度不对');
    return value;
  };
  return {
    main: length(3),
    footnotes: length(4),
    headers: length(5),
    comments: length(7),
    endnotes: length(8),
    boxes: length(9),
    headerBoxes: length(10),
  };
};

const TOO_OLD = `这是 Word 6.0/95 或更早的文件，读不了。${AS_DOCX}`;
