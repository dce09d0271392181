import { expect, test } from 'vitest';
import { replaceSection } from './report-file.ts';

test('a new report has all sections, and says which are not measured', () => {
  const report = replaceSection('', 'lighthouse', '甲');
  expect(report.match(/^## .*$/gmu)).toEqual([
    '## 重量',
    '## Lighthouse',
    '## 生成的时间和内存',
    '## 很多份政策',
    '## 分条的时间',
    '## 搜索',
  ]);
  expect(report.match(/还没有测量/gu)).toHaveLength(5);
  expect(report).toContain('## Lighthouse\n\n甲\n');
});

test('a section is replaced and the others stay as they were', () => {
  const before = replaceSection(replaceSection('', 'weight', '一\n\n二'), 'build', '三');
  const after = replaceSection(before, 'weight', '四');
  expect(after).toBe(before.replace('一\n\n二', '四'));
});

test('the same again changes nothing', () => {
  const once = replaceSection('', 'build', '| 甲 |\n|---|');
  expect(replaceSection(once, 'build', '| 甲 |\n|---|')).toBe(once);
});

test('words that look like a pattern stay as they are', () => {
  expect(replaceSection('', 'weight', '$& $1')).toContain('$& $1');
});
