import type { Fate } from '../reading.ts';
import type { CharacterFormat } from './character-format.ts';
import { readInlineWordArt } from './drawings.ts';
import { printField, ROLE } from './fields.ts';
import { added, BREAK, isPiece, printed } from './paragraphs.ts';
import type { Content, Walk } from './read-story.ts';
import { DELETED, HIDDEN, WORD_ART } from './reasons.ts';
import { symbolOf } from './symbols.ts';

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

/** Marks of direction, joiners, blanks without width, soft hyphens: nothing of them is printed. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\ufe0e|\ufe0f/;
const PRIVATE = /[\ue000-\uf8ff\ufffd]/;

const addText: Add = (walk, i, format, content) => {
  const character = walk.text.charAt(i);
  const dropped = droppedFor(walk, format);
  if (INVISIBLE.test(character)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    put(content, character, 'dropped', `看不见的字符 U+${code}`, dropped);
  } else if (PRIVATE.test(character)) {
    addSymbol(character.charCodeAt(0), format.font, walk, format, content);
  } else {
    const doubt = doubtOf(character, format, content);
    put(content, character, doubt ? 'uncertain' : 'kept', doubt, dropped);
  }
};

/** Digits above the line lose their meaning in plain text, but for those of square and cubic metres. */
const doubtOf = (character: string, format: CharacterFormat, content: Content): string => {
  if (format.isStruck) return '印有删除线';
  if (!format.isRaised || !/[\dA-Za-z+−-]/.test(character)) return '';
  const isUnit = /[23]/.test(character) && /[A-Za-z]$/.test(printed(content.items.slice(-1)));
  return isUnit ? '' : '原件印作上标';
};

/** `dropped`: why it is not in the text after all. */
const put = (content: Content, text: string, fate: Fate, reason: string, dropped: string): void => {
  const piece = { text, fate: dropped ? ('dropped' as const) : fate, reason: dropped || reason };
  const last = content.items.at(-1);
  if (last && isPiece(last) && last.fate === piece.fate && last.reason === piece.reason) {
    last.text += text;
  } else content.items.push(piece);
};

/** A sign of a font; one that is not known stands as U+FFFD, so that no other font shows something else for it. */
const addSymbol = (
  code: number,
  font: number,
  walk: Walk,
  format: CharacterFormat,
  content: Content,
): void => {
  const name = walk.file.fonts[font] ?? '';
  const sign = symbolOf(code, name);
  const dropped = droppedFor(walk, format);
  const doubt = `${name || '字体'}里的符号 ${code.toString(16).toUpperCase()}，认不出来`;
  if (sign) put(content, sign, 'kept', '', dropped);
  else put(content, '\ufffd', 'uncertain', doubt, dropped);
};

const addBreak: Add = (walk, _i, format, content) => {
  if (!droppedFor(walk, format)) content.items.push(BREAK);
};

const TAB = '制表位';

/** Several tabs side by side are one gap. */
const addTab: Add = (walk, _i, format, content) => {
  const last = content.items.at(-1);
  if (droppedFor(walk, format) || (last && isPiece(last) && last.reason === TAB)) return;
  content.items.push(added('\u3000', TAB));
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
    content.items.push(isObject ? OBJECT : PICTURE);
  }
};

const OBJECT = { hole: 'object', what: '公式或嵌入的对象' } as const;
const PICTURE = { hole: 'picture', what: '图片' } as const;

const addAnchor: Add = (walk, i, format, content) => {
  content.anchors.push({ position: walk.start + i, dropped: droppedFor(walk, format) });
};

const addNoteMark: Add = (walk, i, format, content) => {
  const mark = walk.context.noteMarks.get(walk.start + i);
  const dropped = droppedFor(walk, format);
  if (dropped) walk.context.leftOut.set(walk.start + i, dropped);
  else if (mark) content.items.push(mark);
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
      else addSymbol(format.symbol.code, format.symbol.font, walk, format, content);
    },
  ],
]);

/** At the end of a field that has no result: what it prints nevertheless. */
const addFieldPrint: Add = (walk, i, format, content) => {
  const field = walk.byEnd.get(i);
  if (!field || walk.roles[i] !== ROLE.end || droppedFor(walk, format)) return;
  const print = printField(codeOf(walk, field));
  const hasResult = walk.text.slice(field.separator + 1, field.end) !== '';
  if (!print || hasResult) return;
  if (!print.doubt) content.items.push(added(print.text, '域的结果'));
  else if (field.separator === field.end) content.items.push({ hole: 'field', what: print.doubt });
};

/** Without the marks of fields within it. */
const codeOf = ({ text }: Walk, { begin, separator }: { begin: number; separator: number }) =>
  Array.from(text.slice(begin + 1, separator), (c) => (c < ' ' ? ' ' : c)).join('');
