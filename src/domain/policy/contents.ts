import { foldLine } from './fold.ts';
import { isContents } from './layout.ts';
import { is, type Piece, setRoles } from './piece.ts';

/** A longer table of contents is none. */
const MOST_LINES = 1000;

/**
 * Finds tables of contents in a file: marks the one that begins with a line, from 目录 to where what it names first comes
 * once more, in the text, and returns its end; the line itself where none begins there.
 * `目录 · 第一章　总则……1 · 第二章　附则……9 · 第一章　总则 → the first three`
 */
export function contentsMarker(pieces: readonly Piece[]): (at: number) => number {
  const entries = pieces.some(isContents) ? pieces.map(entryOf) : [];
  return (at) => {
    if (!is(pieces[at], isContents)) return at;
    const last = Math.min(pieces.length, at + MOST_LINES);
    for (let i = at + 2; i < last; i++) {
      if (pieces[i]?.bare !== entries[at + 1] && entries[i] !== entries[at + 1]) continue;
      setRoles(pieces, at, i, 'contents');
      return i;
    }
    return at;
  };
}

/** A line of a table of contents, without what leads to its page: dots, blanks, a tab, dashes. */
function entryOf({ text }: Piece): string {
  return foldLine(text.normalize('NFKC').replace(/[\s.·…‥⋯—–-]+\(?\d{1,4}\)?[\s—–-]*$/u, ''));
}
