import { added, hole, textOf } from '../pieces.ts';
import type { Fate } from '../reading.ts';
import { symbolPiece } from '../symbols/symbols.ts';
import { isComputed, printField } from '../word/field-print.ts';
import { BREAK, piecesOf, TAB } from '../word/pieces.ts';
import { DELETED, FIELD_RESULT, HIDDEN, RAISED, STRUCK, WORD_ART } from '../word/reasons.ts';
import type { CharacterFormat } from './character-format.ts';
import { readInlineWordArt } from './drawings.ts';
import { ROLE } from './fields.ts';
import { OBJECT_HOLE, PICTURE_HOLE } from './holes.ts';
import type { Content, Walk } from './read-story.ts';

/** Adds what the characters of one format print. */
export const readSpan = (
  walk: Walk,
  { from, to }: { from: number; to: number },
  format: CharacterFormat,
  content: Content,
): void => {
  const isPlain = !format.isRaised && !format.isStruck;
  let i = from;
  while (i < to) {
    const end = isPlain ? endOfOrdinary(walk, i, to) : i;
    if (end > i) put(content, walk.text.slice(i, end), 'kept', '', droppedFor(walk, format));
    else readCharacter(walk, i, format, content);
    i = Math.max(end, i + 1);
  }
};

/** Most of a text stands for itself: it is not looked at character by character. */
const endOfOrdinary = ({ text, roles }: Walk, from: number, to: number): number => {
  let end = from;
  while (end < to && roles[end] === ROLE.text && isOrdinary(text.charCodeAt(end))) end += 1;
  return end;
};

const isOrdinary = (code: number): boolean =>
  (code >= 0x3000 && code < 0xa000) || (code > 0x28 && code < 0x7f) || code === 0x20;

/** Adds what the character at `i` prints ([MS-DOC] 2.4.1 and 2.6.1 sprmCFSpec: which characters are special). */
const readCharacter = (walk: Walk, i: number, format: CharacterFormat, content: Content): void => {
  const code = walk.text.charCodeAt(i);
  const special = SPECIAL.get(code);
  if (walk.roles[i] !== ROLE.text) addFieldPrint(walk, i, format, content);
  else if (special) special(walk, i, format, content);
  else if (code >= 0x20 && code !== 0x7f) addText(walk, i, format, content);
};

type Add = (walk: Walk, i: number, format: CharacterFormat, content: Content) => void;

const droppedFor = ({ context }: Walk, format: CharacterFormat): string => {
  if (context.dropped) return context.dropped;
  if (format.isDeleted) return DELETED;
  return format.isHidden ? HIDDEN : '';
};

const addText: Add = (walk, i, format, content) => {
  const character = walk.text.charAt(i);
  const taken = { drop: droppedFor(walk, format), doubt: doubtOf(character, format, content) };
  const font = walk.file.fonts[format.font] ?? '';
  for (const { text, fate, reason } of piecesOf(character, taken, font))
    put(content, text, fate, reason, '');
};

/** Digits above the line lose their meaning in plain text, but for those of square and cubic metres. */
const doubtOf = (character: string, format: CharacterFormat, content: Content): string => {
  if (format.isStruck) return STRUCK;
  if (!format.isRaised || !/[\dA-Za-z+−-]/.test(character)) return '';
  const isUnit =
    /[23]/.test(character) && /[A-Za-z]$/.test(textOf({ pieces: content.pieces.slice(-1) }));
  return isUnit ? '' : RAISED;
};

/** `dropped`: why it is not in the text after all. */
const put = (content: Content, text: string, fate: Fate, reason: string, dropped: string): void => {
  const piece = { text, fate: dropped ? ('dropped' as const) : fate, reason: dropped || reason };
  const last = content.pieces.at(-1);
  if (last?.text && last.fate === piece.fate && last.reason === piece.reason) last.text += text;
  else content.pieces.push(piece);
};

const addSymbol = (
  symbol: { code: number; font: number },
  walk: Walk,
  format: CharacterFormat,
  content: Content,
): void => {
  const piece = symbolPiece(symbol.code, walk.file.fonts[symbol.font] ?? '');
  put(content, piece.text, piece.fate, piece.reason, droppedFor(walk, format));
};

const addBreak: Add = (walk, _i, format, content) => {
  if (!droppedFor(walk, format)) content.pieces.push(BREAK);
};

const addTab: Add = (walk, _i, format, content) => {
  if (!droppedFor(walk, format)) content.pieces.push(TAB);
};

const addPicture: Add = (walk, i, format, content) => {
  if (format.isData || walk.context.dropped) return;
  const wordArt = format.picture === null ? '' : readInlineWordArt(walk.file.data, format.picture);
  const dropped = droppedFor(walk, format);
  if (wordArt) {
    walk.context.wordArt.push(wordArt);
    put(content, wordArt, 'uncertain', WORD_ART, dropped);
  } else if (!dropped) {
    const field = walk.bySeparator.get(i - 1);
    const isEmbedded = /^\s*(?:EMBED|LINK)\b/i.test(field ? codeOf(walk, field) : '');
    const isObject = format.isObject || isEmbedded;
    content.pieces.push(isObject ? OBJECT_HOLE : PICTURE_HOLE);
  }
};

const addAnchor: Add = (walk, i, format, content) => {
  content.anchors.push({ position: walk.start + i, dropped: droppedFor(walk, format) });
};

const addNoteMark: Add = (walk, i, format, content) => {
  const mark = walk.context.noteMarks.get(walk.start + i);
  const dropped = droppedFor(walk, format);
  if (dropped) walk.context.leftOut.set(walk.start + i, dropped);
  else if (mark) content.pieces.push(...mark);
};

const SPECIAL = new Map<number, Add>([
  [0x01, addPicture],
  [0x02, addNoteMark],
  [0x08, addAnchor],
  [0x09, addTab],
  [0x0b, addBreak],
  [0x0c, addBreak],
  [0x0e, addBreak],
  [0x85, addBreak],
  [0x2028, addBreak],
  [0x2029, addBreak],
  [0x1e, (walk, _i, format, content) => put(content, '-', 'kept', '', droppedFor(walk, format))],
  [
    0x1f,
    (walk, _i, format, content) =>
      put(content, '\u00ad', 'dropped', '可选连字符', droppedFor(walk, format)),
  ],
  [
    0x28,
    (walk, i, format, content) => {
      if (!format.symbol) addText(walk, i, format, content);
      else addSymbol(format.symbol, walk, format, content);
    },
  ],
]);

/** At the end of a field without a stored result: what it prints nevertheless. */
const addFieldPrint: Add = (walk, i, format, content) => {
  const field = walk.byEnd.get(i);
  if (!field) return;
  const code = codeOf(walk, field);
  const count = walk.sequences.step(code);
  if (walk.roles[i] !== ROLE.end || droppedFor(walk, format)) return;
  const hasPlace = field.separator < field.end;
  const hasResult = walk.text.slice(field.separator + 1, field.end) !== '';
  if (hasResult || (hasPlace && !isComputed(code))) return;
  const print = printField(code, count, undefined);
  if (print?.text) content.pieces.push(added(print.text, FIELD_RESULT));
  if (print?.doubt) content.pieces.push(hole(print.doubt));
};

/** Without the marks of fields within it. */
const codeOf = ({ text }: Walk, { begin, separator }: { begin: number; separator: number }) =>
  Array.from(text.slice(begin + 1, separator), (c) => (c < ' ' ? ' ' : c)).join('');
