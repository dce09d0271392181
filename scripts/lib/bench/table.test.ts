import { expect, test } from 'vitest';
import { table } from './table.ts';

test('the first column is words, the others are figures', () => {
  expect(table(['网页', '字节'], [['首页', '12']])).toBe(
    '| 网页 | 字节 |\n|---|---:|\n| 首页 | 12 |',
  );
});

test('what was not measured is a dash', () => {
  expect(table(['网页', '字节'], [['首页', null]])).toContain('| 首页 | — |');
});

test('a bar in a cell does not end it', () => {
  expect(table(['网页'], [['甲|乙']])).toContain('甲\\|乙');
});

test('a row of another length is a slip', () => {
  expect(() => table(['网页', '字节'], [['首页']])).toThrow('Unexpected 1 cells in "首页"');
});
