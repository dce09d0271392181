import type { Clause, ClauseKind, Paragraph } from './clause.ts';
import { isHeadingLine, isHeadingOverText } from './label.ts';
import { LIST_LEVELS } from './list-levels.ts';
import type { Piece } from './piece.ts';
import { hasEnded, splitSentences } from './sentences.ts';

/** Kinds in which a semicolon ends a sentence. */
const SEMICOLONS: ReadonlySet<ClauseKind> = new Set(['article', 'paragraph', ...LIST_LEVELS]);

/** A piece as the next paragraph of a clause: its sentences are numbered on, a row of a table is one. */
export function toParagraph(piece: Piece, clause: Clause, next: Piece | undefined): Paragraph {
  const { role, lines, text, marker } = piece;
  const body = text.slice(marker?.printed.length ?? 0);
  const before = clause.paragraphs.at(-1)?.sentences.at(-1)?.n ?? 0;
  const semicolons = SEMICOLONS.has(clause.kind);
  const sentences = role === 'row' ? [body] : splitSentences(body, { semicolons });
  return {
    role: role === 'body' && isHeading(piece, body, clause, next) ? 'heading' : role,
    lines,
    marker: marker?.printed ?? '',
    sentences: sentences.map((sentence, i) => ({ n: before + i + 1, text: sentence })),
    ...(role === 'row' ? { row: rowsIn(clause) + 1 } : {}),
  };
}

function rowsIn({ paragraphs }: Clause): number {
  return paragraphs.findLast(({ row }) => row)?.row ?? 0;
}

function isHeading(piece: Piece, body: string, clause: Clause, next: Piece | undefined): boolean {
  if (!piece.marker) return false;
  const over = next && !next.quoted && !next.opens && next.role === 'body' && !next.marker;
  if (over && isHeadingOverText(body)) return true;
  return isHeadingLine(body) && (clause.kind !== 'item' || next !== undefined);
}

/** Shorter paragraphs are no prose. */
const PROSE = 20;

/** Prose that stops without a stop, and goes on in a paragraph without a number: a page may have cut it. */
export function isUnfinished(piece: Piece, next: Piece | undefined): boolean {
  const { role, text, quoted, marker } = piece;
  if (!next || quoted || next.quoted || next.opens || next.marker || next.role !== role)
    return false;
  if (role !== 'body' && role !== 'preamble' && role !== 'text') return false;
  const body = marker ? text.slice(marker.printed.length) : text.trim();
  if (hasEnded(text) || (marker && isHeadingOverText(body))) return false;
  // Lines that all end without a stop are a list; 联系人：某某，电话… is no prose.
  if (!hasEnded(next.text)) return false;
  return body.length >= PROSE && /[，。]/u.test(body) && !/^[^，。；：]{1,12}：/u.test(body);
}
