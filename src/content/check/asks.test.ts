/** What an editor is told of the line that answers an ask, and of what stands twice under an audience. */
import { expect, test } from 'vitest';
import { checkAsks } from './asks.ts';
import { FOLDER, madeFolder } from './made-folder.ts';

const outcome = (quote: string) =>
  `{ title: 补贴, concerns: [reader], clause: t1, quote: '${quote}', marker: 可以, strength: may, status: none }`;
const FILES = {
  'source.txt': '某办法\n\n第一条　申请人可以领取300元。\n\n第二条　鼓励申请，发放3年。\n',
  'audiences.yml': '- { id: reader, name: 申请人, door: 看, lead: 看。, view: list }\n',
  'selfcheck/outcomes.yml': `get: ${outcome('申请人可以领取300元')}\nother: ${outcome('可以领取')}\n`,
};
const GOOD = `reader:
  - id: get
    title: 给多少？
    brief: '可以领取300元。'
    outcomes: [get]
  - id: more
    title: 还有什么？
    outcomes: [other]
`;

function found(asks: string): string[] {
  const folder = madeFolder({ ...FILES, 'asks.yml': asks });
  return checkAsks(folder, folder.policy).map(
    ({ file, line, section, problem }) =>
      `${file.replace(FOLDER, '')}:${line} ${section} ${problem}`,
  );
}

test('good asks have nothing to mend, with a line of answer or without', () => {
  expect(found(GOOD)).toEqual([]);
});

const SLIPS: [rule: string, from: string, to: string, place: string, named: RegExp][] = [
  ['a number in the line stands in a quote', '300元。', '300元，3年。', '4 数字', /3/u],
  ['a strong word in the line stands in a quote', '可以领取', '鼓励领取', '4 问法', /鼓励/u],
  ['the line promises nothing', '可以领取', '保证可以领取', '4 条款文件', /保证/u],
  ['an outcome is listed once in an ask', '[other]', '[other, other]', '8 问法', /other/u],
  [
    'an outcome is listed once under an audience',
    '[other]',
    '[other, get]',
    '8 问法',
    /“给多少？”/u,
  ],
  [
    'work is said by true or false',
    "brief: '可以领取300元。'",
    'work: yes, perhaps',
    '4 问法',
    /\bwork\b/u,
  ],
];

test.each(SLIPS)('%s', (_, from, to, place, named) => {
  expect(GOOD, 'the slip is made').toContain(from);
  const told = found(GOOD.replace(from, to));
  expect(told, told.join('\n')).toHaveLength(1);
  expect(told[0]).toMatch(new RegExp(`^asks\\.yml:${place} `, 'u'));
  expect(told[0]).toMatch(named);
});
