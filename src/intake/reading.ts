/**
 * What becomes of characters of a file: in the text; left out, with a reason; in the text, and for a person to look at;
 * not among the file's characters, but printed by it (an automatic number, the tab between two cells).
 */
export type Fate = 'kept' | 'dropped' | 'uncertain' | 'added';

/** A run of characters with one fate. */
export interface Piece {
  text: string;
  fate: Fate;
  /** Why, for an editor, in Chinese: 页码 · 自动编号 …; empty where they are kept. */
  reason: string;
}

/**
 * A paragraph, or a row of a table whose cells are parted by tabs, in the order of reading. Where a cell holds several
 * paragraphs they are parted by U+000B. Its pieces in order, without the dropped ones, are a line of `source.txt`; none
 * but dropped ones make no line.
 */
export interface Line {
  /** Where it stands in the file, for an editor, in Chinese: 第2页第14行 · 第31段 · 脚注1. */
  place: string;
  pieces: Piece[];
}

/** A file as it was read. */
export interface Reading {
  lines: Line[];
  /** The characters that the file holds, white space aside, counted in another way than by reading them into lines. */
  characters: number;
  /** What an editor should know of the file as a whole, in Chinese: sentences. */
  notices: string[];
}

/** Reads the bytes of one format; tells how far it is where that takes time. */
export type Reader = (
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
) => Promise<Reading>;

/** A file that is not read: the message says to an editor what it is and what to do instead. Nothing has been written. */
export class Refusal extends Error {}
