import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('lines that part are told with where they begin, and nothing of what is alike', () => {
  expect(differences('一\n二\n三\n', '一\n两\n三\n')).toEqual(['第 2 行起：', '- 二', '+ 两']);
  expect(differences('一\n', '一\n二\n')).toEqual(['第 2 行起：', '+ 二']);
  expect(differences('一\n二\n', '一\n二\n')).toEqual([]);
});

test('many lines are cut, and how many more is told', () => {
  const many = Array.from({ length: 50 }, (_, i) => `${i}`).join('\n');
  expect(differences('', many).at(-1)).toBe('  ……还有 30 行');
});
