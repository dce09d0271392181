import type { Fate } from '../reading.ts';
import type { CharacterFormat } from './character-format.ts';
import { readInlineWordArt } from './drawings.ts';
import { printField, ROLE } from './fields.ts';
import { added, BREAK, isPiece } from './paragraphs.ts';
import type { Content, Walk } from './read-story.ts';
import { symbolOf } from './symbols.ts';

/** Adds what the character at `i` prints ([MS-DOC] 2.4.1 and 2.6.1 sprmCFSpec: which characters are special). */
export const readCharacter = (
  walk: Walk,
  i: number,
  format: CharacterFormat,
  content: Content,
): void => {
  if (walk.roles[i] !== ROLE.text) addFieldPrint(walk, i, format, content);
  else {
    const code = walk.text.charCodeAt(i);
    const special = SPECIAL[code];
    if (special) special(walk, i, format, content);
    else if (code >= 0x20 && code !== 0x7f) addText(walk, i, format, content);
  }
};

type Add = (walk: Walk, i: number, format: CharacterFormat, content: Content) => void;

const droppedFor = ({ context }: Walk, format: CharacterFormat): string => {
  if (context.dropped) return context.dropped;
  if (format.isDeleted) return '修订中删去的文字';
  return format.isHidden ? '隐藏文字' : '';
};

const addText: Add = (walk, i, format, content) => {
  const code = walk.text.charCodeAt(i);
  const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd;
  if (isPrivate) addSymbol(code, format.font, walk, format, content);
  else put(content, walk.text.charAt(i), 'kept', '', droppedFor(walk, format));
};

/** `dropped`: why it is not in the text after all. */
const put = (content: Content, text: string, fate: Fate, reason: string, dropped: string): void => {
  const piece = { text, fate: dropped ? ('dropped' as const) : fate, reason: dropped || reason };
  const last = content.items.at(-1);
  if (last && isPiece(last) && last.fate === piece.fate && last.reason === piece.reason) {
    last.text += text;
  } else content.items.push(piece);
};

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
  if (sign) put(content, sign, 'kept', '', dropped);
  else put(content, String.fromCharCode(code), 'uncertain', `字体“${name}”里的符号`, dropped);
};

const addBreak: Add = (walk, _i, format, content) => {
  if (!droppedFor(walk, format)) content.items.push(BREAK);
};

const addPicture: Add = (walk, i, format, content) => {
  if (format.isData || droppedFor(walk, format)) return;
  const wordArt = format.picture === null ? '' : readInlineWordArt(walk.file.data, format.picture);
  const field = walk.bySeparator.get(i - 1);
  const isObject =
    format.isObject || /^\s*(?:EMBED|LINK)\b/i.test(field ? codeOf(walk, field) : '');
  if (wordArt) content.items.push(added(wordArt, '艺术字'));
  else if (isObject) content.items.push({ hole: 'object', what: '公式或嵌入的对象' });
  else content.items.push({ hole: 'picture', what: '图片' });
};

const addAnchor: Add = (walk, i, format, content) => {
  content.anchors.push({ position: walk.start + i, dropped: droppedFor(walk, format) });
};

const SPECIAL: Record<number, Add> = {
  1: addPicture,
  2: (walk, i, format, content) => {
    const mark = walk.context.noteMarks.get(walk.start + i);
    const dropped = droppedFor(walk, format);
    if (dropped) walk.context.leftOut.set(walk.start + i, dropped);
    else if (mark) content.items.push(mark);
  },
  8: addAnchor,
  9: (walk, _i, format, content) => {
    if (!droppedFor(walk, format)) content.items.push(added('\u3000', '制表位'));
  },
  11: addBreak,
  12: addBreak,
  14: addBreak,
  133: addBreak,
  8232: addBreak,
  8233: addBreak,
  30: (walk, _i, format, content) => {
    put(content, '-', 'kept', '', droppedFor(walk, format));
  },
  31: (walk, _i, format, content) => {
    put(content, '\u00ad', 'dropped', '可选连字符', droppedFor(walk, format));
  },
  40: (walk, i, format, content) => {
    if (!format.symbol) addText(walk, i, format, content);
    else addSymbol(format.symbol.code, format.symbol.font, walk, format, content);
  },
};

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
