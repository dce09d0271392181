import { expect, test } from 'vitest';
import { formatProblem } from '../../domain/problem.ts';
import { checkAliases } from './aliases.ts';
import { FOLDER, madeFolder } from './made-folder.ts';

const SOURCE = '某办法\n一、引进\n（一）购房补贴。\n（二）入学。\n（三）医疗。\n（四）落户。';

const found = (aliases: string) => {
  const folder = madeFolder({
    'aliases.yml': aliases,
    'source.txt': SOURCE,
    'selfcheck/gaps.yml': 'amount: { title: 金额, text: 金额没有写。, question: 给多少？ }\n',
  });
  return checkAliases(folder).map(formatProblem).join('\n').replaceAll(FOLDER, '');
};
const term = (name: string, clause: string, aliases: string) =>
  `  - { term: ${name}, clause: ${clause}, s: 1, aliases: [${aliases}] }\n`;

test('good aliases have nothing to mend', () => {
  expect(found(`terms:\n${term('购房补贴', 'p1-1', '房补')}notHere: [公积金]\n`)).toBe('');
});
test('a gap that is not there; one may stand without a way of asking', () => {
  const row = (rest: string) => `  - { term: 购房补贴, clause: p1-1, s: 1, ${rest} }\n`;
  expect(found(`terms:\n${row('asking: [多少钱], gap: amount')}notHere: []\n`)).toBe('');
  expect(
    found(`terms:\n${row('asking: [多少钱], gap: mount')}${row('gap: amount')}notHere: []\n`),
  ).toMatchInlineSnapshot(`
    "aliases.yml:2
      问题：“购房补贴”的 gap 写的是“mount”，gaps.yml 里没有。
      改法：改成 selfcheck/gaps.yml 里的代号，或者删去这一行。
      说明：content/README.md#人们的说法"
  `);
});
test('a term that stands elsewhere', () => {
  expect(found(`terms:\n${term('购房补贴', 'p1-2', '房补')}notHere: []\n`)).toMatchInlineSnapshot(`
    "aliases.yml:2
      问题：“购房补贴”不在 p1-2 的第 1 句里。
      改法：它在 p1-1 的第 1 句：改 clause 和 s。
      说明：content/README.md#人们的说法"
  `);
});
test('a term that stands nowhere', () => {
  expect(found(`terms:\n${term('租房补贴', 'p1-1', '房补')}notHere: []\n`)).toMatchInlineSnapshot(`
    "aliases.yml:2
      问题：“租房补贴”不在 p1-1 的第 1 句里。
      改法：term 照抄原文里的词。
      说明：content/README.md#人们的说法"
  `);
});
test('an alias that leads to four clauses', () => {
  const terms = [
    term('购房补贴', 'p1-1', '好处'),
    term('入学', 'p1-2', '好处'),
    term('医疗', 'p1-3', '好处'),
    term('落户', 'p1-4', '好处'),
  ];
  expect(found(`terms:\n${terms.join('')}notHere: []\n`)).toMatchInlineSnapshot(`
    "aliases.yml:5
      问题：“好处”通向 4 个条款：p1-1、p1-2、p1-3、p1-4。
      改法：最多 3 个；换成更具体的说法。
      说明：content/README.md#人们的说法"
  `);
});
test('an alias written twice', () => {
  expect(
    found(`terms:\n${term('购房补贴', 'p1-1', '房补, 房补')}notHere: []\n`),
  ).toMatchInlineSnapshot(`
    "aliases.yml:2
      问题：“购房补贴”下面的“房补”写了两次。
      改法：删去一个。
      说明：content/README.md#人们的说法"
  `);
});
test('a way of asking written among the aliases, too', () => {
  expect(
    found(
      'terms:\n  - { term: 入学, clause: p1-2, s: 1, aliases: [上学], asking: [上学] }\nnotHere: []\n',
    ),
  ).toMatchInlineSnapshot(`
    "aliases.yml:2
      问题：“入学”下面的“上学”写了两次。
      改法：删去一个。
      说明：content/README.md#人们的说法"
  `);
});
test('a word said not to be here that is a way of asking', () => {
  expect(
    found(
      'terms:\n  - { term: 入学, clause: p1-2, s: 1, asking: [怎么报名] }\nnotHere: [怎么报名]\n',
    ),
  ).toMatchInlineSnapshot(`
    "aliases.yml:3
      问题：“怎么报名”又是说法，又在 notHere 里。
      改法：留下一处。
      说明：content/README.md#人们的说法"
  `);
});
test('a word said not to be here that is', () => {
  expect(
    found(`terms:\n${term('购房补贴', 'p1-1', '房补')}notHere: [落户, 房补]\n`),
  ).toMatchInlineSnapshot(`
    "aliases.yml:3
      问题：notHere 里的“落户”原文里有。
      改法：从 notHere 里删去它。
      说明：content/README.md#人们的说法
    aliases.yml:3
      问题：notHere 里的“房补”原文里有。
      改法：从 notHere 里删去它。
      说明：content/README.md#人们的说法"
  `);
});
