import type { CharacterFormat } from './character-format.ts';
import { characterFormat } from './character-format.ts';
import type { FormatRun } from './format-runs.ts';
import { runAt } from './format-runs.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import { paragraphFormat } from './paragraph-format.ts';
import type { TextPiece } from './piece-table.ts';
import type { WordFile } from './word-file.ts';

/** Characters that follow each other and have the same format. Positions among all text. */
export interface FormatSpan {
  start: number;
  end: number;
  format: CharacterFormat;
}

/** The format of a paragraph, which its mark at `position` carries. */
export const formatOfMark = (file: WordFile, position: number): ParagraphFormat => {
  const piece = pieceAt(file.pieces, position);
  const run = piece ? runAt(file.paragraphRuns, offsetOf(piece, position)) : null;
  return paragraphFormat(run, piece?.changes ?? new Uint8Array(), file.styles, file.data);
};

/** The formats of the characters of a paragraph with this style. */
export function* spansOf(
  file: WordFile,
  start: number,
  end: number,
  style: number,
): Generator<FormatSpan> {
  let at = start;
  while (at < end) {
    const piece = pieceAt(file.pieces, at);
    if (!piece) return;
    const run = runAt(file.characterRuns, offsetOf(piece, at));
    const until = Math.max(at + 1, Math.min(end, piece.end, endOfRun(piece, run, at)));
    const changes = run ? [run.sprms, piece.changes] : [piece.changes];
    yield { start: at, end: until, format: characterFormat(changes, style, file.styles) };
    at = until;
  }
}

/** Without a run no format is known but for the one character. */
const endOfRun = (piece: TextPiece, run: FormatRun | null, at: number): number =>
  run ? piece.start + Math.ceil((run.to - piece.offset) / piece.bytesPerUnit) : at + 1;

const offsetOf = ({ start, offset, bytesPerUnit }: TextPiece, position: number): number =>
  offset + (position - start) * bytesPerUnit;

const pieceAt = (pieces: TextPiece[], position: number): TextPiece | undefined => {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return pieces[low];
};
