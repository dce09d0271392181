import { isAnnexMark } from './annexes.ts';
import {
  isDateLine,
  isImprint,
  isOrgan,
  isPerson,
  isPrintedOn,
  isRemark,
  isSent,
  isSigned,
  type Look,
} from './layout.ts';
import { is, type Piece, setRoles } from './piece.ts';
import { titleBelowTail } from './titles.ts';

/* What stands below a text: 署名, 成文日期, 附注, 版记 (GB/T 9704-2012, 7.3.5, 7.3.6 and 7.4). */

/** No more offices and people sign one document. */
const SIGNATURE_LINES = 8;
/** No 版记 is longer. */
const IMPRINT_LINES = 15;

/** The end of who signs, and of the day below; the line itself where nobody signs there. */
export function signatureEnd(pieces: readonly Piece[], at: number): number {
  let end = at;
  const signs = (look: Look) => isSigned(look) && !isImprint(look);
  while (end - at < SIGNATURE_LINES && is(pieces[end], signs)) end++;
  const isDated = is(pieces[end], isDateLine);
  if (!isDated && !(end > at && is(pieces[end], isImprint))) return at;
  // Titles and headings are short lines, too: one of those that sign is an office or a person of one.
  const signers = pieces.slice(at, end);
  if (end > at && !signers.some((one) => isOrgan(one) || isPerson(one))) return at;
  return isDated ? end + 1 : end;
}

/**
 * Finds tails in a file: marks signature, date and what stands below them where they begin with a line, and returns
 * their end; the line itself where none begins there. An office and a day below it are enough; 版记 or a day alone only
 * where nothing but an annex or a document may follow. Who signs an annex does not sign the document: `isOwn`.
 */
export function tailMarker(pieces: readonly Piece[]): (at: number, isOwn: boolean) => number {
  const runEnd = runsBelow(pieces);
  return (at, isOwn) => {
    const signed = signatureEnd(pieces, at);
    if (signed === at && !is(pieces[at], isImprint)) return at;
    // 乙局办公室 · 2018年10月9日印发 below a signature that stands.
    const end = runEnd(signatureEnd(pieces, runEnd(signed)));
    const signers = pieces.slice(at, signed);
    const date = at + signers.findLastIndex(isDateLine);
    const isSure = date >= at && signers.some(isOrgan);
    if (!isSure && !endsAt(pieces, end)) return at;
    const isSigning = isOwn && date >= at;
    setRoles(pieces, at, signed, isSigning ? 'signature' : 'imprint');
    if (isSigning) setRoles(pieces, date, date + 1, 'date');
    for (let i = signed; i < end; i++)
      setRoles(pieces, i, i + 1, is(pieces[i], isRemark) ? 'remark' : 'imprint');
    return end;
  };
}

/** From a line on the end of 附注, 版记 and days that follow each other. Each run is read once, so that time stays linear. */
function runsBelow(pieces: readonly Piece[]): (from: number) => number {
  let [start, end] = [0, -1];
  return (from) => {
    if (start <= from && from <= end) return end;
    [start, end] = [from, from];
    while (is(pieces[end], isBelow)) end = Math.max(imprintEnd(pieces, end), end + 1);
    return end;
  };
}

/** 主送, 抄送 and the lines they go on in, to the line that says when it was printed; the line itself where there are none. */
function imprintEnd(pieces: readonly Piece[], at: number): number {
  if (!is(pieces[at], isSent)) return at;
  const near = pieces.slice(at, at + IMPRINT_LINES);
  const printed = near.findIndex((one) => isPrintedOn(one) && one.told === null);
  const isFree = printed > 0 && near.slice(0, printed).every((one) => !one.candidate?.sure);
  return isFree ? at + printed + 1 : at;
}

function isBelow(look: Look): boolean {
  return isRemark(look) || isImprint(look) || isDateLine(look);
}

/** Whether a document has ended above a line. */
function endsAt(pieces: readonly Piece[], at: number): boolean {
  return at >= pieces.length || isAnnexMark(pieces[at]) || titleBelowTail(pieces, at) > at;
}
