import { expect, test } from 'vitest';
import { readCandidates } from './marker.ts';
import { rowsIn } from './rows.ts';

test.each([
  ['a tab right after a number parts no cells', ['1\t范围', '2\t要求'], []],
  ['beside a row it does', ['序号\t事项', '1.\t甲'], [0, 1]],
  ['so does one at the end of a line', ['姓名\t单位', '甲\t'], [0, 1]],
  ['below a number cells are parted', ['1.甲\t乙'], [0]],
  ['two cells without a stop are a row', ['甲\t乙'], [0]],
  ['a sentence with a tab in it is a sentence', ['甲。', '乙\t丙。', '丁。'], []],
  ['of three cells it is a row', ['甲\t乙\t丙。'], [0]],
  ['beside another row, too', ['甲\t乙。', '丙\t丁。'], [0, 1]],
  ['who signs and a day are no row', ['某局\t2019年1月8日'], []],
  ['a tab before a line sets it in', ['\t甲', '乙\t丙'], [1]],
])('%s', (_, lines, wanted) => {
  const rows = rowsIn(lines.map((text) => ({ text, candidates: readCandidates(text) })));
  expect([...rows]).toEqual(wanted);
});
