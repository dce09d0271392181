import type { Piece } from '../reading.ts';
import { isVisible } from '../word/pieces.ts';
import { Sequences } from '../word/sequences.ts';
import type { CharacterFormat } from './character-format.ts';
import type { Field } from './fields.ts';
import { findFields, ROLE, rolesOf } from './fields.ts';
import { formatOfMark, spansOf } from './formats.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import type { Paragraph } from './paragraphs.ts';
import { readSpan } from './read-span.ts';
import type { WordFile } from './word-file.ts';

/** What the text of a part needs from elsewhere. Positions are among all text. */
export interface StoryContext {
  /** Why nothing of the part is in the text; empty where it is. */
  dropped: string;
  /** U+000C before such a position ends a paragraph. */
  sectionEnds: Set<number>;
  /** What the mark of a note (U+0002) at a position prints. */
  noteMarks: Map<number, Piece[]>;
  /** Filled while reading: marks of notes that are left out, and why. */
  leftOut: Map<number, string>;
  /** Filled while reading: words drawn as WordArt in the line of text. */
  wordArt: string[];
}

/** A part of the text while it is read. Positions are within it, but for `start`. */
export interface Walk {
  file: WordFile;
  context: StoryContext;
  /** Where it begins among all text. */
  start: number;
  text: string;
  /** What each character is, as `ROLE` tells. */
  roles: Uint8Array;
  byEnd: Map<number, Field>;
  bySeparator: Map<number, Field>;
  sequences: Sequences;
}

export type Content = Pick<Paragraph, 'pieces' | 'anchors'>;

const CELL = 0x07;
const PAGE = 0x0c;
const PARAGRAPH = 0x0d;

/** The paragraphs of a part of the text, without the codes of fields. */
export const readStory = (
  file: WordFile,
  { start, end }: { start: number; end: number },
  context: StoryContext,
): Paragraph[] => {
  const walk = beginWalk(file, start, end, context);
  const paragraphs: Paragraph[] = [];
  let begun = 0;
  for (let i = 0; i < walk.text.length; i++) {
    if (!isMark(walk, i) && i < walk.text.length - 1) continue;
    paragraphs.push(readParagraph(walk, begun, i));
    begun = i + 1;
  }
  return joinAtHiddenMarks(paragraphs);
};

const beginWalk = (file: WordFile, start: number, end: number, context: StoryContext): Walk => {
  const text = file.text.slice(start, end);
  const fields = findFields(text);
  return {
    file,
    context,
    start,
    text,
    roles: rolesOf(text.length, fields),
    byEnd: new Map(fields.map((field) => [field.end, field])),
    bySeparator: new Map(fields.map((field) => [field.separator, field])),
    sequences: new Sequences(),
  };
};

const isMark = ({ text, roles, start, context }: Walk, i: number): boolean => {
  if (roles[i] !== ROLE.text) return false;
  const code = text.charCodeAt(i);
  if (code === PAGE) return context.sectionEnds.has(start + i + 1);
  return code === PARAGRAPH || code === CELL;
};

const readParagraph = (walk: Walk, from: number, mark: number): Paragraph => {
  const { file, start, text } = walk;
  const format = formatOfMark(file, start + mark);
  const content: Content = { pieces: [], anchors: [] };
  let last: CharacterFormat | null = null;
  for (const span of spansOf(file, start + from, start + mark + 1, format.style)) {
    readSpan(walk, { from: span.start - start, to: span.end - start }, span.format, content);
    last = span.format;
  }
  return {
    ...content,
    start: start + from,
    format,
    isCellMark: text.charCodeAt(mark) === CELL,
    isMarkHidden: last !== null && (last.isHidden || last.isDeleted),
  };
};

/**
 * A paragraph whose mark is hidden or deleted goes on in the next one, and is what that one is. One of which nothing is
 * seen stays by itself.
 */
const joinAtHiddenMarks = (paragraphs: Paragraph[]): Paragraph[] => {
  const result: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const paragraph of paragraphs) {
    const whole: Paragraph = open && goesOn(open, paragraph) ? joined(open, paragraph) : paragraph;
    if (open && whole === paragraph) result.push(open);
    open = whole.isMarkHidden && !whole.isCellMark && isVisible(whole.pieces) ? whole : null;
    if (!open) result.push(whole);
  }
  if (open) result.push(open);
  return result;
};

const goesOn = (before: Paragraph, next: Paragraph): boolean =>
  before.format.depth === next.format.depth && !endsRow(next.format);

const endsRow = (format: ParagraphFormat): boolean => format.isRowEnd || format.isInnerRowEnd;

/** Adds to the lists of the first, of which many may follow each other. */
const joined = (before: Paragraph, next: Paragraph): Paragraph => {
  for (const piece of next.pieces) before.pieces.push(piece);
  for (const anchor of next.anchors) before.anchors.push(anchor);
  return { ...next, start: before.start, pieces: before.pieces, anchors: before.anchors };
};

/** Whether all that it holds is left out, and its mark too: it has no number. */
export const isLeftOut = ({ pieces, isMarkHidden }: Paragraph): boolean =>
  isMarkHidden && pieces.every(({ fate }) => fate === 'dropped');
