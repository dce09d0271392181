import { exactly } from '../pattern.ts';

/**
 * The head of a line as it is read, never as it is shown: width, brackets, stops and spellings of numbers made alike,
 * what cannot be seen left out. `ends[i]` is where in the line the i-th folded character ends.
 */
export interface FoldedHead {
  text: string;
  ends: number[];
}

/** Signs that Unicode would fold away, or not fold at all, and how numbering reads them. */
const READ_AS: Readonly<Record<string, string>> = {
  '○': '〇',
  '◯': '〇',
  零: '〇',
  廿: '二十',
  卅: '三十',
  '．': '.',
  '﹒': '.',
  '﹝': '〔',
  '﹞': '〕',
  '［': '〔',
  '］': '〕',
  '[': '〔',
  ']': '〕',
  '【': '〔',
  '】': '〕',
};
/** ①–⑳, ㉑–㊿ and Roman numerals keep their signs: they are levels of their own. */
const KEPT = /[①-⑳㉑-㉟㊱-㊿Ⅰ-Ⅻⅰ-ⅻ]/u;
/** What cannot be seen: formats (zero width, soft hyphen, byte order mark), variation selectors, controls. */
const UNSEEN = /[\p{Cf}\p{Cc}]|\p{Mn}/u;

/** Folds as much of a line as a look at its head needs, or all of a short one. */
export function foldHead(line: string, most = line.length): FoldedHead {
  let text = '';
  const ends: number[] = [];
  let end = 0;
  for (const character of line.slice(0, most)) {
    end += character.length;
    for (const folded of foldCharacter(character)) {
      text += folded;
      for (let i = 0; i < folded.length; i++) ends.push(end);
    }
  }
  return { text, ends };
}

function foldCharacter(character: string): string {
  const read = READ_AS[character];
  if (read !== undefined) return read;
  if (KEPT.test(character)) return character;
  if (/\s/u.test(character)) return character === '\t' ? '\t' : ' ';
  if (UNSEEN.test(character)) return '';
  // NFKC makes of ⑴ (1), of ㈠ (一), of ⒈ 1., of ⼀ 一 and of full width half; a private sign stays.
  return character.normalize('NFKC');
}

/** What is folded sign by sign; all else Unicode folds at once. */
const OWN = new RegExp(
  `[${exactly(Object.keys(READ_AS).join(''))}]|${KEPT.source}|${UNSEEN.source}`,
  'u',
);

/** A line without white space and what cannot be seen, signs folded: what titles and numbers are compared by. */
export function foldLine(line: string): string {
  const folded = OWN.test(line) ? foldHead(line).text : line.normalize('NFKC');
  return folded.replace(/\s/gu, '');
}

/** Whether nothing of a line can be seen. */
export function isBlank(line: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(line);
}
