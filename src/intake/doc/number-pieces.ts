import type { PrintedNumber } from './counters.ts';
import type { Item } from './paragraphs.ts';
import { added } from './paragraphs.ts';
import { symbolOf } from './symbols.ts';

/** Closing marks, and signs that are or enclose a number: after them the text follows at once. */
const NEEDS_NO_GAP = /[\p{P}\p{No}\p{So}]$/u;
/** Marks that would make one number of it and the digits that follow. */
const READS_ON = /[.．\-–]$/;

/** An automatic number and what parts it from the text, `next`: 「（一）」 nothing, 「第一条」 a blank. */
export const numberPieces = (number: PrintedNumber, fonts: string[], next: string): Item[] => {
  const text = number.isBullet ? bullet(number, fonts) : number.text;
  if (text === '') return [];
  const reason = number.isBullet ? '项目符号' : '自动编号';
  const pieces: Item[] = [added(text + gap(text, number.follow, next), reason)];
  if (number.doubt) pieces.push({ hole: 'number', what: `自动编号请对照原件：${number.doubt}` });
  if (next === '' && !number.isBullet)
    pieces.push({ hole: 'number', what: '只有编号，后面没有字' });
  return pieces;
};

const gap = (text: string, follow: PrintedNumber['follow'], next: string): string => {
  if (follow === 'nothing' || next === '') return '';
  const isOpen = READS_ON.test(text) ? /^[\dA-Za-z]/.test(next) : !NEEDS_NO_GAP.test(text);
  if (!isOpen) return '';
  return follow === 'space' ? ' ' : '\u3000';
};

/** A sign that is not known is shown as the usual one. */
const bullet = ({ text, font }: PrintedNumber, fonts: string[]): string =>
  Array.from(text, (sign) => symbolOf(sign.charCodeAt(0), fonts[font] ?? '') ?? '•').join('');
