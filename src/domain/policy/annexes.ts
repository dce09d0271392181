import { afterNumber, is, type Piece } from './piece.ts';

/* Where an annex begins (附件; GB/T 9704-2012, 7.4). */

/** Whether a line begins with the number of an annex, be it the annex itself or a list of them. */
export function isAnnexMark(piece: Piece | undefined): boolean {
  return is(piece, ({ candidate }) => candidate?.level === 'annex' && candidate.sure);
}

/** Whether an annex begins with a line: 附件1, alone or before its title; a sentence that begins so is none. */
export function isAnnex(piece: Piece | undefined): piece is Piece {
  if (piece?.told === 'clause') return piece.candidate?.level === 'annex';
  if (!piece || !isAnnexMark(piece)) return false;
  const rest = afterNumber(piece);
  return rest.length <= 60 && !/[。；]/u.test(rest);
}

/** Whether an annex begins with a line that holds its title, too: 附件1 甲. */
export function isTitledAnnex(piece: Piece | undefined): boolean {
  return isAnnex(piece) && /\p{L}/u.test(afterNumber(piece));
}
