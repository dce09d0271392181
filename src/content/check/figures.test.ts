import { expect, test } from 'vitest';
import { formatProblem } from '../../domain/problem.ts';
import { checkFigures } from './figures.ts';
import { FOLDER, madeFolder } from './made-folder.ts';

const SOURCE = `某办法
一、引进
（一）绿卡。根据申报情况认定，发放绿卡。引进的人才可持绿卡享受落户、补贴等保障。
（二）离岗。期限一般为3年，保留人事关系。`;
const BESIDE = {
  'source.txt': SOURCE,
  'audiences.yml': `- { id: talent, name: 人才, door: 看条款, lead: 条款。, view: list }
- { id: unit, name: 单位, door: 看条款, lead: 条款。, view: table }
`,
  'selfcheck/gaps.yml': `apply: { title: 申报, text: 向哪里申报，没有写。, question: 向哪里申报？ }
bare: { title: 期限, text: 能不能延长，没有写。 }
`,
};
const GOOD = `- id: card
  kind: flow
  title: 绿卡怎样来
  audiences: [talent]
  clauses: [p1-1]
  clause: p1-1
  s: 2
  steps:
    - { name: 申报, quote: 根据申报情况, open: [apply] }
    - { as: card, quote: 发放绿卡 }
    - { as: branch, s: 3, quote: 引进的人才, items: [落户, 补贴等保障] }
    - { as: branch, name: 别的人, open: [{ gap: bare, ask: 能不能享受？ }] }
- id: leave
  kind: time
  title: 离岗
  clauses: [p1-2]
  steps:
    - { as: span, clause: p1-2, s: 2, quote: 一般为3年 }
    - { name: 期满, open: [{ gap: bare, ask: 能延长吗？ }] }
- id: who
  kind: matrix
  title: 写到谁
  audiences: [talent]
  columns: [引进的, 别的]
  rows:
    - { name: 绿卡, clause: p1-1, s: 3, cells: [可, ''] }
    - { name: 离岗, clause: p1-2, s: 2, cells: ['', { gap: apply, quote: 保留 }] }
`;

/** What is said of figures, and of what stands beside them. */
function found(figures: string, beside: Record<string, string> = BESIDE): string {
  const folder = madeFolder({ ...beside, 'figures.yml': figures });
  const names = {
    audiences: folder.audiences.data?.map(({ id }) => id) ?? null,
    topics: null,
    people: null,
    gaps: folder.gaps.data && Object.keys(folder.gaps.data),
  };
  return checkFigures(folder, folder.policy, names)
    .map(formatProblem)
    .join('\n')
    .replaceAll(FOLDER, '');
}

/** The messages after some slips in good figures. */
function slips(...changes: readonly [from: string, to: string][]): string {
  return found(
    changes.reduce((text, [from, to]) => {
      expect(text, `Unexpected fixture, expected “${from}”`).toContain(from);
      return text.replace(from, to);
    }, GOOD),
  );
}

/** Where the problems are and where the handbook explains each. */
const places = (messages: string) =>
  [...messages.matchAll(/^figures\.yml:(\d+)[^#]*#(.+)$/gmu)].map(([, line, section]) => [
    Number(line),
    section,
  ]);

test('good figures have nothing to mend', () => {
  expect(found(GOOD)).toBe('');
});

test.each<[what: string, from: string, to: string, line: number, section: string]>([
  ['a kind that is none', 'kind: time', 'kind: line', 14, '图'],
  ['a look of another kind', 'as: span', 'as: card', 18, '图'],
  ['a part that is none', 'quote: 发放绿卡', 'quotes: 发放绿卡', 10, '图'],
  ['one id for two figures', 'id: leave', 'id: card', 13, '图'],
  ['an audience that is not there', '[talent]\n  clauses', '[talents]\n  clauses', 4, '对象'],
  ['an audience whose page has no figures', '[talent]\n  columns', '[unit]\n  columns', 23, '图'],
  ['a page of no clause', 'clauses: [p1-1]', 'clauses: [p1-9]', 5, '编号与地址'],
  [
    'more steps than can be seen',
    'steps:\n    - { as',
    `steps:\n${'    - { name: 一步, open: [apply] }\n'.repeat(5)}    - { as`,
    17,
    '图',
  ],
  ['no page', '  clauses: [p1-2]\n', '', 13, '图'],
  ['a number of ours in the title', 'title: 离岗\n', 'title: 离岗5年\n', 15, '数字'],
  ['a promise in the name of a step', 'name: 申报', 'name: 保证申报', 9, '条款文件'],
  ['a number in a question', 'ask: 能延长吗？', 'ask: 能延长2年吗？', 19, '数字'],
  ['a number in a column', '[引进的, 别的]', '[引进的, 5类]', 24, '数字'],
  ['a promise in the name of a row', 'name: 绿卡,', 'name: 保证绿卡,', 26, '条款文件'],
  ['a question that asks nothing', 'ask: 能延长吗？', 'ask: 能延长', 19, '图'],
  ['a gap that is not there', 'open: [apply]', 'open: [aply]', 9, '没有写明'],
  ['a gap that has no question', 'open: [apply]', 'open: [bare]', 9, '图'],
  ['a gap of a cell that is not there', 'gap: apply, quote', 'gap: aply, quote', 27, '没有写明'],
  ['words of another sentence', 'quote: 发放绿卡', 'quote: 可持绿卡享受', 10, '引文'],
  ['words that are not in the text', 'quote: 一般为3年', 'quote: 一般为5年', 18, '引文'],
  ['an item that is not in the text', '补贴等保障', '安家费', 11, '引文'],
  ['a word of a cell that is not in its sentence', 'cells: [可,', 'cells: [应,', 26, '引文'],
  ['a word of an open cell that is not in it', 'quote: 保留', 'quote: 可', 27, '引文'],
  ['a sentence that is not there', 's: 2, quote: 一般', 's: 7, quote: 一般', 18, '引文'],
  ['a clause that is not there', 'clause: p1-2, s: 2, q', 'clause: p9, s: 2, q', 18, '编号与地址'],
  ['another clause without its sentence', 'clause: p1-2, s: 2, q', 'clause: p1-2, q', 18, '图'],
  ['items under no quote', 'quote: 引进的人才, items', 'open: [apply], items', 11, '图'],
  ['a step that says nothing', ', quote: 发放绿卡', '', 10, '图'],
  ['a branch before the end', 'as: card', 'as: branch', 10, '图'],
  ['a row with too few cells', "cells: [可, '']", 'cells: [可]', 26, '图'],
])(
  '%s is told with its line and where the handbook explains it',
  (what, from, to, line, section) => {
    // A branch comes before the end where another kind of step follows it.
    const after = what.startsWith('a branch') ? [['as: branch, s: 3', 's: 3']] : [];
    expect(places(slips([from, to], ...(after as [string, string][])))).toEqual([[line, section]]);
  },
);

test('an editor is told what is wrong and how to mend it, all at once', () => {
  expect(
    slips(
      ['open: [apply]', 'open: [aply]'],
      ['quote: 一般为3年', 'quote: 一般为5年'],
      ["cells: [可, '']", 'cells: [可]'],
    ),
  ).toMatchInlineSnapshot(`
    "figures.yml:9
      问题：selfcheck/gaps.yml 里没有“aply”。
      改法：改成 apply，或者先在 selfcheck/gaps.yml 里加上“aply”。
      说明：content/README.md#没有写明
    figures.yml:18
      问题：引文不在原文里：“一般为5年”。
      改法：照抄 p1-2 第 2 句：期限一般为3年，保留人事关系。
      说明：content/README.md#引文
    figures.yml:26
      问题：这一行有 1 格，columns 有 2 列。
      改法：一列一格，顺序与 columns 一样；没有写到的写 ''。
      说明：content/README.md#图"
  `);
});

test('without gaps.yml nothing is said of single gaps: that it is missing is told once', () => {
  const { 'selfcheck/gaps.yml': _, ...rest } = BESIDE;
  expect(found(GOOD, rest)).toBe('');
});
