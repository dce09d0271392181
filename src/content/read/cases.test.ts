import { expect, test } from 'vitest';
import { formatProblem } from '../../domain/problem.ts';
import { assembleRules } from '../../domain/selfcheck/assemble.ts';
import { readCases } from './cases.ts';

const rules = assembleRules(
  { id: 'xx-2020-1', title: '某办法', number: '某〔2020〕1号', clauses: [] },
  {
    facts: {
      class: {
        question: '？',
        answers: { a: 'A类', unsure: '不清楚' },
        clause: 'p1',
        s: 1,
        quote: '',
      },
    },
    judgements: {},
    outcomes: {
      flex: {
        title: '',
        clause: 'p1',
        quote: '',
        marker: '',
        strength: 'may',
        gaps: [],
        status: 'silent',
      },
    },
    people: {},
    ledger: [],
    personas: [],
    gaps: { amount: { text: '金额本文件没有写。' } },
  },
);

/** What is said of a file of cases, and how many can be judged. */
function read(text: string): string {
  const { cases, problems } = readCases('cases.yml', text, rules);
  return [...problems.map(formatProblem), `${cases.length} cases`].join('\n');
}

test('a case needs an id, facts and what must come of them', () => {
  expect(read('personas:\n- { id: X1, facts: { class: a }, expect: { flex: silent } }')).toBe(
    '1 cases',
  );
});

test('names that every object has are known to nobody', () => {
  expect(
    read(
      'personas:\n- id: X1\n  facts: { class: constructor }\n  expect: { flex: silent }\n  gaps: [constructor]',
    ),
  ).toMatchInlineSnapshot(`
    "cases.yml:3
      问题：“class”没有答案“constructor”。
      改法：改成：a、unsure。
      说明：content/README.md#事例
    cases.yml:5
      问题：没有叫“constructor”的没有写明的事项。
      改法：改成 gaps.yml 里有的代号。
      说明：content/README.md#事例
    1 cases"
  `);
});

test('two cases with one id', () => {
  const one = '- { id: X1, facts: {}, expect: { flex: silent } }\n';
  expect(read(`personas:\n${one}${one}`)).toMatchInlineSnapshot(`
    "cases.yml:3
      问题：编号“X1”的事例有两个。
      改法：给其中一个换一个没有用过的编号。
      说明：content/README.md#事例
    2 cases"
  `);
});

test('a case that expects nothing', () => {
  expect(read('personas:\n- { id: X1, facts: {}, expect: {} }')).toMatchInlineSnapshot(`
    "cases.yml:2
      问题：“personas”的第 1 项的“expect”不合要求。
      改法：至少写一个结论应当是什么。
      说明：content/README.md#事例
    0 cases"
  `);
});

test('no cases', () => {
  expect(read('personas: []')).toMatchInlineSnapshot(`
    "cases.yml:1
      问题：“personas”不合要求。
      改法：至少写一个事例。
      说明：content/README.md#事例
    0 cases"
  `);
});

test('slips of form and unknown names are told together', () => {
  expect(
    read(
      'personas:\n- { id: X1, facts: { clas: a }, expect: { flex: good } }\n- { id: X2, facts: { class: 5 }, expect: { flux: no }, gaps: [amont] }\n- 7',
    ),
  ).toMatchInlineSnapshot(`
    "cases.yml:2
      问题：“personas”的第 1 项的“expect”的“flex”写的是“good”，不合要求。
      改法：只能写 no、silent、maybe、met。
      说明：content/README.md#事例
    cases.yml:2
      问题：没有叫“clas”的事实。
      改法：改成：class。
      说明：content/README.md#事例
    cases.yml:3
      问题：“personas”的第 2 项的“facts”的“class”写的是 5，没有加引号，机器会当成数字 5。
      改法：加上引号，写成 '5'。
      说明：content/README.md#事例
    cases.yml:3
      问题：没有叫“flux”的结论。
      改法：改成 outcomes.yml 里有的代号。
      说明：content/README.md#事例
    cases.yml:3
      问题：没有叫“amont”的没有写明的事项。
      改法：改成 gaps.yml 里有的代号。
      说明：content/README.md#事例
    cases.yml:4
      问题：“personas”的第 3 项写的是“7”，不合要求。
      改法：写成“名字: 内容”，一行一项。
      说明：content/README.md#事例
    0 cases"
  `);
});
