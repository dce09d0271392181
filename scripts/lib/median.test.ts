import { expect, test } from 'vitest';
import { median } from './median.ts';

test.each([
  [[7], 7],
  [[30, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('%j → %d', (figures, middle) => {
  expect(median(figures)).toBe(middle);
});

test('the figures stay in their order', () => {
  const figures = [3, 1, 2];
  median(figures);
  expect(figures).toEqual([3, 1, 2]);
});

test('of nothing there is no median', () => {
  expect(() => median([])).toThrow('Unexpected absence of figures');
});
