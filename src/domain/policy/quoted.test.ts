import { expect, test } from 'vitest';
import { quotedLines } from './quoted.ts';

test.each([
  ['from an opening mark to the line that closes it', ['甲：“', '乙', '丙”', '丁'], [1, 2]],
  ['each line may open anew', ['“甲；', '“乙；', '“丙。”', '丁'], [0, 1, 2]],
  ['marks in a quotation do not close it', ['改为：', '“甲；', '“乙”丙。”', '丁'], [1, 2]],
  ['a line that is one quotation', ['“甲”', '“乙”。', '丙“丁”'], [0, 1]],
  ['a word in marks at the head of a line is none', ['“十四五”期间', '甲'], []],
  ['a mark that is never closed takes its own line', ['“甲', ...Array(99).fill('乙')], [0]],
  ['one closed much later, too', ['甲“', ...Array(99).fill('乙'), '丙”'], []],
])('%s', (_, lines, wanted) => {
  expect([...quotedLines(lines)].sort((a, b) => a - b)).toEqual(wanted);
});
