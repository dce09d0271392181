import {
  isFullTitle,
  isNumber,
  isTitleLine,
  type Look,
  namesDocument,
  TITLE_LINES,
} from './layout.ts';
import type { Level } from './marker.ts';
import { is, type Piece } from './piece.ts';
import { hasEnded } from './sentences.ts';

/* Titles in the middle of a file, where another document begins. Where a title is none, its end is its beginning. */

/** What stands between a title and its first number takes no more lines. */
const OPENING_LINES = 40;

/** Levels with which a document may begin. */
const OUTER: ReadonlySet<Level> = new Set([
  'book',
  'chapter',
  'division',
  'part',
  'article',
  'decimal',
]);

/** The lines from one on that may be parts of a title, up to `end`, and the title that they make. */
export function readTitle(
  pieces: readonly Piece[],
  at: number,
  isPart: (piece: Piece) => boolean = isTitleLine,
): { end: number; title: string } {
  let end = at;
  while (end - at < TITLE_LINES && is(pieces[end], isPart)) end++;
  const lines = pieces.slice(at, end);
  return { end, title: lines.map(({ bare }) => bare).join('') };
}

/** The end of a title below a signature; the next document's number may come first. */
export function titleBelowTail(pieces: readonly Piece[], at: number): number {
  const isPart = (look: Look) => isTitleLine(look) || isNumber(look);
  const { end, title } = readTitle(pieces, at, isPart);
  if (end === at) return at;
  return namesDocument(title) || beginsAnew(pieces, end, null) ? end : at;
}

/**
 * The end of a title that no signature stands above: what comes before has ended, and the numbers below begin anew on a
 * level that has been `seen`. Where nothing is numbered yet, only what must be a document's title begins one.
 */
export function titleInText(
  pieces: readonly Piece[],
  at: number,
  seen: ReadonlySet<Level>,
): number {
  if (!endsBefore(pieces, at)) return at;
  const { end, title } = readTitle(pieces, at);
  if (end === at || !namesDocument(title)) return at;
  const isNew =
    seen.size === 0
      ? isFullTitle(title) && !isFirstTitle(pieces, title) && beginsAnew(pieces, end, null)
      : beginsAnew(pieces, end, seen);
  return isNew ? end : at;
}

/** Whether a title is that of the first document, printed again below its 题注. */
function isFirstTitle(pieces: readonly Piece[], title: string): boolean {
  const lines = pieces.slice(0, TITLE_LINES).map(({ bare }) => bare);
  return lines.some((_, i) => lines.slice(0, i + 1).join('') === title);
}

/** Whether what stands above a line has ended: a sentence, or a table. */
export function endsBefore(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return before !== undefined && (before.row || hasEnded(before.text));
}

/** Whether the first number from a line on is a first one, on one of the levels. */
function beginsAnew(
  pieces: readonly Piece[],
  from: number,
  levels: ReadonlySet<Level> | null,
): boolean {
  const opening = pieces.slice(from, from + OPENING_LINES + 1);
  const first = opening.find(
    ({ candidate }) => candidate && !candidate.speaks && OUTER.has(candidate.level),
  )?.candidate;
  return first?.number === 1 && (levels === null || levels.has(first.level));
}
