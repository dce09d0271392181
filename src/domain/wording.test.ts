import { describe, expect, test } from 'vitest';
import { readMarker } from './policy/marker.ts';
import { brokenCitations, forbiddenWords, foreignNumbers, strengthWords } from './wording.ts';

const part = readMarker('三、措施');
const item = readMarker('（四）柔性引进');
const POLICY = {
  id: 'xx-2020-1',
  title: '某市人才办法',
  number: '某人社〔2020〕1号',
  clauses: [
    { id: 'p3', kind: 'part', marker: part, parent: null },
    { id: 'p3-4', kind: 'item', marker: item, parent: 'p3' },
  ],
} as const;
const LAW = '对引进的人才，可给予同类待遇，一般统一办理；同一人只享受一次。';
const foreign = (ours: string, law = LAW) => foreignNumbers(ours, law);

describe('a number that the law does not have is found', () => {
  test.each([
    ['一个月内办理', ['一']],
    ['一年内办理', ['一']],
    ['一周内办理', ['一']],
    ['补贴一万元', ['一']],
    ['待遇提高一倍', ['一']],
    ['比例为百分之五十', ['五十']],
    ['半年内办理', ['半']],
    ['一年半以后', ['一', '半']],
    ['三周以内', ['三']],
    ['八小时以内', ['八']],
    ['五 个月', ['五']],
    ['报销五成', ['五']],
    ['三分之一的岗位', ['三', '一']],
    ['补贴十多万元', ['十多']],
    ['期限二三年', ['二三']],
    ['招收十几名', ['十几']],
    ['数十人', ['数十']],
    ['补贴壹万元', ['一']],
    ['两位推荐人', ['两']],
    ['3年', ['3']],
    ['３年', ['3']],
    ['一流的待遇', ['一']],
  ])('%s', (ours, numbers) => expect(foreign(ours)).toEqual(numbers));
});

describe('a number that the law has may be said, however it is written', () => {
  test.each([
    ['期限为三年', '期限为3年'],
    ['超过3个月', '超过三个月'],
    ['超过 3 个月', '超过３个月'],
    ['一年以内', '1年以内'],
    ['1000名', '一千名'],
    ['百分之五十', '50%'],
    ['壹万元', '一万元'],
    ['二三年', '二三年'],
    ['一流', '国际一流'],
  ])('%s ← %s', (ours, law) => expect(foreign(ours, law)).toEqual([]));
});

test('a vague number is not the round one', () =>
  expect(foreign('十几名、十多人', '十名')).toEqual(['十几', '十多']));

describe('一 that counts nothing is no number', () => {
  test.each([
    ...['一个人', '一项', '一条', '一类', '一次', '一名', '一家', '一所', '一种', '一些', '一般'],
    ...['一定', '一起', '一并', '一样', '第一', '同一', '统一', '唯一', '哪一步', '一旦', '之一'],
  ])('%s', (ours) => expect(foreign(ours, '')).toEqual([]));

  test('nor does it in the law make 一年 one of its numbers', () =>
    expect(foreign('一年', '一般、统一、一项')).toEqual(['一']));
  test('一流 in the law does not make 一年 one of its numbers', () =>
    expect(foreign('一年', '国际一流')).toEqual(['一']));
});

test.each(['见三（四）和第三部分第（四）项。', '三（四）第2句', '第八句', '两者、万一、十分'])(
  'citations and words hold no number: %s',
  (ours) => expect(foreign(ours)).toEqual([]),
);

describe('words that claim', () => {
  test.each([
    ['您符合条件', ['您符合']],
    ['您有资格申请', ['您有资格']],
    ['保证落户', ['保证']],
    ['现行有效', ['现行', '有效']],
    ['本文件有效', ['有效']],
    ['是否有效、是否仍然有效', []],
    ['是否有效不知，现在有效', ['有效']],
  ])('%s → %j', (ours, words) => expect(forbiddenWords(ours)).toEqual(words));

  test('what the law itself says may be said', () =>
    expect(forbiddenWords('合同有效期内，保证落户', '聘用合同有效期')).toEqual(['保证']));
});

test('a citation that leads nowhere is found', () =>
  expect(brokenCitations('见三（四）和三（五）。', POLICY)).toEqual(['三（五）']));

/** What takes time in the square of the length would not end within the patience of a test. */
test.each([
  ['一', '一'.repeat(400_000)],
  ['十', '十'.repeat(400_000)],
  ['半', '半'.repeat(400_000)],
  ['第一', '第一'.repeat(200_000)],
  ['digits', '1'.repeat(400_000)],
  ['citations', '三（四）'.repeat(100_000)],
])('a very long text is read to its end: %s', (_, ours) => {
  expect(foreignNumbers(ours, ours)).toEqual([]);
  expect(forbiddenWords(ours, ours)).toEqual([]);
});

describe('words that say how strongly', () => {
  test.each([
    ['可享受同类待遇', ['可']],
    ['鼓励支持，允许兼职', ['鼓励', '允许']],
    ['原单位应签订合同，要认真落实', ['应', '要']],
    ['协助其办理', ['协助']],
    ['应届毕业，相应资格，主要指，根据需要，重要成果', []],
  ])('%s', (text, words) => {
    expect(strengthWords(text)).toEqual(words);
  });
});
