import { expect, test } from 'vitest';
import { circled, enclose } from './enclosed.ts';

test('a number up to fifty in a circle is one sign, and that number', () => {
  for (let value = 0; value <= 50; value += 1) {
    expect(circled(value)?.normalize('NFKC')).toBe(String(value));
  }
  expect(circled(51)).toBeNull();
  expect(circled(-1)).toBeNull();
});

test.each(['3', '50', 'A', 'z', '一', '十', '月', '女'])('%s in a circle', (inner) => {
  expect(enclose(inner)?.normalize('NFKC')).toBe(inner);
});

test.each(['51', '甲', '一二', '', '?'])('of %j in a circle there is no sign', (inner) => {
  expect(enclose(inner)).toBeNull();
});
