import { expect, test } from 'vitest';
import { readArguments } from './asked-files.ts';

test.each([
  [['a.docx'], { files: ['a.docx'], id: null }],
  [['a.docx', 'b.pdf'], { files: ['a.docx', 'b.pdf'], id: null }],
  [['a.docx', '--id', 'abc-2020-1'], { files: ['a.docx'], id: 'abc-2020-1' }],
  [['--id=abc', 'a.docx'], { files: ['a.docx'], id: 'abc' }],
])('%j', (args, asked) => {
  expect(readArguments(args)).toEqual(asked);
});

test.each([
  [[], '没有写要收录哪个文件'],
  [['--id', 'abc'], '没有写要收录哪个文件'],
  [['a.docx', '--id'], '--id 后面要写文件夹名'],
  [['a.docx', 'b.docx', '--id', 'abc'], '一次只能收录一个文件'],
  [['a.docx', '--force'], '不认识“--force”'],
])('%j is wrong usage', (args, why) => {
  expect(readArguments(args)).toContain(why);
  expect(readArguments(args)).toContain('用法：');
});
