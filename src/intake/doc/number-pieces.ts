import type { Piece } from '../reading.ts';
import type { PrintedNumber } from './counters.ts';
import { added } from './paragraphs.ts';
import { symbolOf } from './symbols.ts';

/** Signs after which the text follows without a gap: closing marks, and signs that enclose their number. */
const CLOSES = /[、，,．.：:;；)）\]】〕》」\u2460-\u24ff\u3200-\u32ff]$/;

/** An automatic number and what parts it from the text: 「（一）」 nothing, 「第一条」 a blank. */
export const numberPieces = (number: PrintedNumber, fonts: string[]): Piece[] => {
  const text = number.isBullet ? bullet(number, fonts) : number.text;
  if (text === '') return [];
  return [added(text + gap(text, number.follow), number.isBullet ? '项目符号' : '自动编号')];
};

const gap = (text: string, follow: PrintedNumber['follow']): string => {
  if (follow === 'space') return ' ';
  return follow === 'nothing' || CLOSES.test(text) ? '' : '\u3000';
};

/** A sign that is not known is shown as the usual one. */
const bullet = ({ text, font }: PrintedNumber, fonts: string[]): string =>
  Array.from(text, (sign) => symbolOf(sign.charCodeAt(0), fonts[font] ?? '') ?? '•').join('');
