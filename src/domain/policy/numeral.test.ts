import { expect, test } from 'vitest';
import { formatNumeral, parseNumeral } from './numeral.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['十七', 17],
  ['二十', 20],
  ['一百三十三', 133],
  ['一百零五', 105],
  ['两', 2],
  ['二〇一八', 2018],
  ['１５６', 156],
  ['3', 3],
])('%s → %i', (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test.each(['', '一二', '百十', '十百', '甲', '12345', '三 '])('「%s」 is no numeral', (text) => {
  expect(parseNumeral(text)).toBeNull();
});

test('every number that is written is read back', () => {
  for (let n = 0; n <= 9999; n++) expect(parseNumeral(formatNumeral(n))).toBe(n);
});
