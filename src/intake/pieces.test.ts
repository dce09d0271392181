import { expect, test } from 'vitest';
import { countCharacters, piecesOf, visible } from './pieces.ts';

test.each([
  ['一 二\u3000三\n', 3],
  ['𠮷野', 2],
  ['\u200B', 1],
  ['', 0],
])(
  '“%s” holds %i characters: white space is none, a character of two code units is one',
  (text, count) => {
    expect(countCharacters(text)).toBe(count);
  },
);

test.each([
  ['1\uE0104米', '自造的字 U+E010'],
  ['人\u200B才', '看不见的字符 U+200B'],
  ['人\uFEFF才', '看不见的字符 U+FEFF'],
  ['人\u00AD才', '看不见的字符 U+00AD'],
  ['人\u0007才', '控制字符 U+0007'],
  ['人\uFFFD才', '解不出的字'],
])('%j holds something to look at, and what is round it is kept', (text, reason) => {
  const pieces = piecesOf(text);
  expect(pieces.map(({ fate }) => fate)).toEqual(['kept', 'uncertain', 'kept']);
  expect(pieces[1]?.reason).toBe(reason);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

test('blanks, tabs and rare characters are nothing to look at', () => {
  expect(piecesOf('一\u3000二\t三\u00A0𠮷㈠')).toHaveLength(1);
});

test('what cannot be seen is printed by its number', () => {
  expect(visible('1\uE0104米')).toBe('1[U+E010]4米');
});
