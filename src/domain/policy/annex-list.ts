import { isAnnexMark } from './annexes.ts';
import { isImprint, isOrgan, isRemark, isTitleLine } from './layout.ts';
import { is, type Piece, setRoles } from './piece.ts';
import { signatureEnd } from './tails.ts';

/** A list of annexes has no more lines. */
const MOST_LINES = 40;

/**
 * Marks 附件说明 and returns its end, or the line itself where it is none: `附件：1.甲 · 2.乙` above a signature, or below
 * everything else. Names that follow each other and nothing else are annexes, not a list of them.
 */
export function markAnnexList(pieces: readonly Piece[], at: number): number {
  if (!is(pieces[at], ({ bare }) => HEAD.test(bare))) return at;
  const { bare } = pieces[at];
  let end = at + 1;
  while (end - at < MOST_LINES && isListed(pieces, end)) end++;
  const isAlone = ALONE.test(bare);
  if (isAlone && end === at + 1) return at;
  const isNamed = !isAlone && NAMED.test(bare);
  if (signatureEnd(pieces, end) === end && !(isNamed && endsText(pieces, end))) return at;
  setRoles(pieces, at, end, 'annexes');
  return end;
}

const HEAD = /^附(?:件|表|图)(?::|\d{0,2}[.:、]|[一二三四五六七八九十]{1,2}[.:、])/u;
const NAMED = /^附(?:件|表|图):/u;
const ALONE = /^附(?:件|表|图):?$/u;

/** Whether nothing of a text can come below: the end, remarks, 版记, or the first annex. */
function endsText(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  return piece === undefined || is(piece, isRemark) || is(piece, isImprint) || isAnnexMark(piece);
}

function isListed(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece || piece.told !== null || piece.row) return false;
  const { candidate, bare } = piece;
  if (candidate?.level === 'annex') return /^附件?\d{0,2}[:.]./u.test(bare);
  if (candidate?.level === 'point') return !bare.endsWith('。') && bare.length < 80;
  // A name that goes on in the next line; a signature is followed by a date.
  return isTitleLine(piece) && !isOrgan(piece) && signatureEnd(pieces, at) === at;
}
