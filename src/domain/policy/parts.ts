import type { Finding } from '../problem.ts';
import { doubtfulNumber } from './findings.ts';
import { markFront } from './front.ts';
import type { JoinedLine } from './lines.ts';
import { markLists } from './lists.ts';
import { markerOf } from './marker.ts';
import { type Piece, type RoleHint, readPieces } from './piece.ts';
import { findRegions, type Region } from './regions.ts';
import { lastRunIn } from './run-in.ts';
import { chooseNumbers } from './sequence.ts';

/**
 * What each paragraph is, by the parts that an official document has (GB/T 9704-2012, 7): letterhead, number, title,
 * addressee, contents, text, list of annexes, signature, date, notes, annexes, imprint. An editor's word goes first.
 */
export function assignParts(
  lines: readonly JoinedLine[],
  hints: readonly RoleHint[],
): { pieces: Piece[]; findings: Finding[] } {
  const { pieces, findings } = readPieces(lines, hints);
  for (const region of findRegions(pieces)) {
    const first = pieces[region.from];
    if (first && (region.from > 0 || region.opens === 'annex')) first.opens = region.opens;
    findings.push(...markNumbers(pieces, region));
    markFront(pieces, region);
    markLists(pieces, region);
  }
  for (const piece of pieces) settle(piece);
  return { pieces, findings };
}

/** Which lines of a region begin with a number of the document, and which leave a doubt. */
function markNumbers(pieces: readonly Piece[], { from, to, opens }: Region): Finding[] {
  const inside = pieces.slice(from, to);
  const [first] = inside;
  const { taken, doubts } = chooseNumbers(
    inside.map(({ candidates, role, told }, i) => {
      const isTaken = role !== 'body' || (i === 0 && opens === 'annex');
      const own = candidates.filter(({ level }) => level !== 'annex');
      return { candidates: isTaken ? [] : own, told: told === 'clause' };
    }),
  );
  for (const [i, candidate] of taken) {
    const piece = inside[i] as Piece;
    const until = lastRunIn(candidate, piece.text);
    const isOne = until === candidate.number;
    piece.marker = isOne ? markerOf(candidate) : { ...markerOf(candidate), until };
  }
  if (opens === 'annex' && first?.candidate) first.marker = markerOf(first.candidate);
  return [...doubts].map(([i, doubt]) => doubtfulNumber(inside[i] as Piece, doubt));
}

/** What nothing has been found for is text or a row; what an editor has said holds. */
function settle(piece: Piece): void {
  const { told, role, row } = piece;
  if (told !== null) piece.role = told === 'clause' ? 'body' : told;
  else if (role === 'body' && row) piece.role = 'row';
}
