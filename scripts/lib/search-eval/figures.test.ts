import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/domain/problem.ts';
import {
  expectedHits,
  figuresOf,
  hitOf,
  inPolicy,
  isAnswerable,
  type Query,
  rankOf,
  readQueries,
  spreadOf,
} from './figures.ts';

function asked(relevant: Query['relevant'], kind = 'official'): Query {
  return { id: 'x', q: '房补', kind, relevant };
}

function shown(...hits: string[]) {
  return { hits, told: false };
}

const TOLD = { hits: [], told: true };
const NEGATIVE = asked({}, 'negative');

describe('what counts as an answer', () => {
  test.each([
    ['grade 3 at the top is rank 1', { a: 3 }, ['a', 'b'], 1],
    ['grade 2 counts as much as grade 3', { a: 3, b: 2 }, ['b', 'a'], 1],
    ['grade 1 does not count', { a: 3, b: 1 }, ['b', 'a'], 2],
    ['grade 0 does not count', { a: 3, b: 0 }, ['b'], null],
    ['no hit has no rank', { a: 3 }, [], null],
  ] as const)('%s', (_, relevant, hits, rank) => {
    expect(rankOf(asked(relevant), shown(...hits))).toBe(rank);
  });

  test('hits shown beside the words that the text has nothing are ignored', () => {
    expect(rankOf(asked({ a: 3 }), { hits: ['a'], told: true })).toBeNull();
  });

  test('what is expected is named best first', () => {
    expect(expectedHits(asked({ a: 1, b: 2, c: 3 }))).toEqual(['c', 'b']);
  });

  test.each([
    ['a question with a graded clause is answerable', asked({ a: 1 }), true],
    ['a negative is not, even with a marginal clause', asked({ a: 1 }, 'negative'), false],
    ['a question without a clause is not', asked({}), false],
    ['a question whose clauses are all graded 0 is not', asked({ a: 0 }), false],
  ])('%s', (_, query, answerable) => {
    expect(isAnswerable(query)).toBe(answerable);
  });
});

describe('figuresOf', () => {
  test('success and reciprocal rank are shares of the answerable only', () => {
    const queries = [asked({ a: 3 }), asked({ a: 3 }), asked({ a: 3 }), asked({ a: 3 }), NEGATIVE];
    const answers = [shown('a'), shown('b', 'c', 'a'), shown('b', 'c', 'd', 'a'), shown(), TOLD];
    expect(figuresOf(queries, answers)).toEqual({
      success1: 1 / 4,
      success3: 2 / 4,
      mrr10: (1 + 1 / 3 + 1 / 4) / 4,
      none: 1 / 4,
      told: 1,
      wronglyTold: 0,
    });
  });

  test.each([
    ['the tenth hit counts a tenth', 9, 1 / 10],
    ['the eleventh hit counts nothing', 10, 0],
  ])('%s', (_, before, mrr10) => {
    const hits = [...Array.from({ length: before }, (_, i) => `other${i}`), 'a'];
    expect(figuresOf([asked({ a: 3 })], [shown(...hits)])).toMatchObject({ mrr10, none: 0 });
  });

  test('an answerable question told to have no answer is wrongly told and shows nothing', () => {
    const figures = figuresOf([asked({ a: 3 })], [{ hits: ['a'], told: true }]);
    expect(figures).toMatchObject({ success1: 0, success3: 0, mrr10: 0, none: 1, wronglyTold: 1 });
  });

  test('an unanswerable question without hits that is not told so is not told', () => {
    expect(figuresOf([NEGATIVE, NEGATIVE], [shown(), TOLD])).toMatchObject({ told: 1 / 2 });
  });

  test('a share of nothing is null, not 0', () => {
    expect(figuresOf([asked({ a: 3 })], [shown('a')]).told).toBeNull();
    expect(figuresOf([NEGATIVE], [TOLD])).toMatchObject({ success1: null, none: null });
  });

  test('a question without an answer is a programming error', () => {
    expect(() => figuresOf([NEGATIVE], [])).toThrow('Unexpected 0 answers, expected 1');
  });
});

describe('spreadOf', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);
  test.each([
    ['one time is its own median and p95', [7], 7, 7],
    ['the median of an odd number is the middle one', [9, 1, 5], 5, 9],
    ['the median of an even number is the mean of the middle two', [4, 1, 2, 9], 3, 9],
    ['of 20, the p95 is the 19th', upTo(20), 10.5, 19],
    ['of 100, the p95 is the 95th', upTo(100), 50.5, 95],
    ['times are rounded to a tenth', [1.26], 1.3, 1.3],
  ])('%s', (_, times, median, p95) => {
    expect(spreadOf(times)).toEqual({ median, p95 });
  });

  test('no times at all are a programming error', () => {
    expect(() => spreadOf([])).toThrow('Unexpected absence of times');
  });
});

test.each([
  ['/abc-2020-1/p7-2.html', 'abc-2020-1/p7-2'],
  ['/abc-2020-1.html', 'abc-2020-1'],
  ['/terms.html', null],
  ['/topics/family.html', null],
  ['/abc-2020-1/source.txt', null],
])('%s is the hit %s', (path, hit) => {
  expect(hitOf(path, ['abc-2020-1'])).toBe(hit);
});

describe('inPolicy', () => {
  const all = ['abc-2020-1', 'abc-2020-2'];
  const places = (query: Query, asked: string[]) => {
    const placed = inPolicy([query], all, asked);
    return [placed.asked.map(({ relevant }) => Object.keys(relevant)), placed.unknown];
  };
  test('a clause alone is one of the policy that is asked about', () => {
    expect(places(asked({ 'p7-2': 3 }), ['abc-2020-1'])).toEqual([[['abc-2020-1/p7-2']], []]);
  });
  test('a clause with its policy, and a policy alone, stay as they are', () => {
    const query = asked({ 'abc-2020-2/p7-2': 3, 'abc-2020-1': 2 });
    expect(places(query, all)).toEqual([[['abc-2020-2/p7-2', 'abc-2020-1']], []]);
  });
  test('a clause alone among several policies is unknown', () => {
    expect(places(asked({ 'p7-2': 3 }), all)[1]).toEqual(['p7-2']);
  });
});

describe('readQueries', () => {
  const good = '{ "q": "房补", "id": "a", "kind": "official", "relevant": { "p7-2": 3 } }';
  const file = (...queries: string[]) => `{\n"queries": [\n${queries.join(',\n')}\n]\n}\n`;
  const messages = (text: string) =>
    readQueries('q.json', text).problems.map(formatProblem).join('\n');
  const lines = (text: string) => readQueries('q.json', text).problems.map(({ line }) => line);

  test.each([
    ['other fields are passed over', file(good.replace('{', '{ "note": "x",'))],
    ['tabs are blanks', file(`\t${good}`)],
    ['a byte order mark is passed over', `\uFEFF${file(good)}`],
    ['line ends of Windows are line ends', file(good).replaceAll('\n', '\r\n')],
  ])('%s', (_, text) => {
    const { queries, problems } = readQueries('q.json', text);
    expect(problems).toEqual([]);
    expect(queries).toEqual([{ id: 'a', q: '房补', kind: 'official', relevant: { 'p7-2': 3 } }]);
  });

  test.each([
    ['an empty file breaks on line 1', '', 1],
    ['a text that is no JSON breaks on line 1', '房补\n落户\n', 1],
    ['YAML is not JSON', 'queries:\n  - id: a\n', 1],
    ['a missing comma breaks where the next part begins', file(`${good}\n${good}`), 4],
    ['a comma too many breaks after it', file(`${good},`), 4],
    ['an open string breaks on its line', file(good, good.replace('房补"', '房补')), 4],
    ['a file cut short breaks on its last line', file(good).slice(0, -4), 3],
    ['a second value breaks where it begins', `${file(good)}{}`, 6],
  ])('%s', (_, text, line) => {
    expect(lines(text)).toEqual([line]);
    expect(messages(text)).toContain('不是 JSON');
  });

  test('every field missing or of the wrong type is reported with its own line', () => {
    const text = file(good, '{ "id": 7,\n"q": "",\n"relevant": { "p1": 4,\n"p2": "3" } }', '8');
    expect(messages(text)).toMatchInlineSnapshot(`
      "q.json:4
        问题：第 2 问的“id”写的是 7，不合要求。
        改法：写一段文字，前后加英文双引号。
        说明：content/README.md#写法
      q.json:4
        问题：第 2 问的“kind”没有写。
        改法：写一段文字，前后加英文双引号。
        说明：content/README.md#写法
      q.json:5
        问题：第 2 问的“q”写的是 ""，不合要求。
        改法：写上内容，不能空着。
        说明：content/README.md#写法
      q.json:6
        问题：第 2 问的“relevant”的“p1”写的是 4，不合要求。
        改法：写 3（正是答案）、2（切题）、1（沾边）或 0，不加引号。
        说明：content/README.md#写法
      q.json:7
        问题：第 2 问的“relevant”的“p2”写的是 "3"，不合要求。
        改法：写 3（正是答案）、2（切题）、1（沾边）或 0，不加引号。
        说明：content/README.md#写法
      q.json:8
        问题：第 3 问写的是 8，不合要求。
        改法：写成 { "id": "…", "q": "…", "kind": "…", "relevant": { "p7-2": 3 } }。
        说明：content/README.md#写法"
    `);
  });

  test('a file indented with tabs keeps its lines', () => {
    expect(
      lines(file(good, '{\n\t"id": "b",\n\t"q": 1,\n\t"kind": "x",\n\t"relevant": {}\n}')),
    ).toEqual([6]);
  });

  test.each([
    ['a file of no queries has nothing to ask', '{ "queries": [] }'],
    ['a file without queries has nothing to ask', '{ "grades": "" }'],
    ['a list alone is not the form', `[\n${good}\n]`],
    ['a bare word is not the form', 'null'],
  ])('%s', (_, text) => {
    expect(lines(text)).toEqual([1]);
  });
});
