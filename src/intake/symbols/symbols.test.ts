import { expect, test } from 'vitest';
import { symbolOf, symbolPiece } from './symbols.ts';

test.each([
  ['Symbol', 0xf0b7, '•'],
  ['Symbol', 0x61, 'α'],
  ['WINGDINGS', 0xf06c, '●'],
  ['Wingdings', 0x81, '①'],
  ['Wingdings 2', 0xf052, '☑'],
  ['宋体', 0x41, 'A'],
  ['', 0x4e00, '一'],
])('%s %i prints %s', (font, code, printed) => {
  expect(symbolOf(code, font)).toBe(printed);
  expect(symbolPiece(code, font)).toEqual({ text: printed, fate: 'kept', reason: '' });
});

test.each([
  ['宋体', 0xe010],
  ['', 0xf06c],
  ['Wingdings', 0x20],
  ['Webdings', 0x41],
  ['constructor', 0xf041],
  ['', 0xd800],
  ['', 0x07],
])('of a sign that is not known none is made up: %s %i', (font, code) => {
  expect(symbolOf(code, font)).toBeUndefined();
  expect(symbolPiece(code, font)).toMatchObject({ text: '\uFFFD', fate: 'uncertain' });
});
