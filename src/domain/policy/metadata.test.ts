import { expect, test } from 'vitest';
import { datesIn, readMetadata } from './metadata.ts';
import { splitPolicy } from './split.ts';

const say = (text: string) => {
  const { title, number, issuer, issued, notes } = readMetadata(splitPolicy(text).clauses);
  const told = (stated: { line: number; value: string } | null) =>
    stated && `${stated.line} ${stated.value}`;
  return {
    title: told(title),
    number: told(number),
    issuer: told(issuer),
    issued: told(issued),
    notes: notes.map(({ line }) => line),
  };
};

test('a notice with letterhead, number, title over two lines, signature and date', () => {
  expect(
    say(
      '某市某局文件\n某局发〔2020〕 12 号\n某市某局关于印发某办法\n实施细则的通知\n各县区：\n现印发给你们。\n某市某局\n2020年3月5日\n某办法实施细则\n第一条 为了办事。',
    ),
  ).toEqual({
    title: '3 某市某局关于印发某办法实施细则的通知',
    number: '2 某局发〔2020〕12号',
    issuer: '1 某市某局',
    issued: '8 2020-03-05',
    notes: [],
  });
});

test('two offices that issue together, and a date in Chinese numerals', () => {
  expect(
    say('关于某事的通知\n各单位：\n请办理。\n某市甲局　　某市乙局\n二〇二〇年十月十二日'),
  ).toMatchObject({
    title: '1 关于某事的通知',
    number: null,
    issuer: '4 某市甲局、某市乙局',
    issued: '5 2020-10-12',
  });
});

test('a statute says below its title by whom it was passed and when it was promulgated', () => {
  expect(
    say(
      '某市某条例\n（2020年1月2日某会议通过　2020年2月3日公布）\n目　录\n第一章　总则\n第一条 为了办事。',
    ),
  ).toEqual({
    title: '1 某市某条例',
    number: null,
    issuer: null,
    issued: '2 2020-02-03',
    notes: [2],
  });
});

test('a decree is signed before what it issues', () => {
  expect(
    say(
      '某市人民政府令\n第 7 号\n现公布《某办法》。\n市长　张三\n2020年1月2日\n某办法\n第一条 为了办事。',
    ),
  ).toMatchObject({
    title: '6 某办法',
    number: '2 第7号',
    issuer: '1 某市人民政府',
    issued: '5 2020-01-02',
  });
});

test('a public notice is signed, and what it makes known has a number and a title of its own', () => {
  expect(
    say(
      '某某检察院\n公 告\n《某规定》已经通过，现予发布。\n某某检察院\n2019年2月26日\n某某检察院\n某检发〔2019〕1号\n某工作规定\n（2018年12月25日某会议通过）\n第一条 为了办事。',
    ),
  ).toMatchObject({
    title: '8 某工作规定',
    number: '7 某检发〔2019〕1号',
    issuer: '4 某某检察院',
    issued: '5 2019-02-26',
  });
});

test('offices that sign beside each other, and a stage in brackets below the title', () => {
  expect(
    say('关于某事的通知\n（征求意见稿）\n各单位：\n请办理。\n某市甲局 某市乙局\n2020年3月5日'),
  ).toMatchObject({
    title: '1 关于某事的通知（征求意见稿）',
    issuer: '5 某市甲局、某市乙局',
  });
});

test('the number may stand below the title', () => {
  expect(say('某市关于某事的意见\n某政〔2020〕1号\n各县区：')).toMatchObject({
    title: '1 某市关于某事的意见',
    number: '2 某政〔2020〕1号',
  });
});

test.each([
  ['blanks that space it out go', '关　于某事的\n通 知', '关于某事的通知'],
  [
    'between two offices one stays',
    '某市公安局　某市民政局关于某事的通知',
    '某市公安局 某市民政局关于某事的通知',
  ],
  ['an office and what it says are not parted', '某市公安局 关于', '某市公安局关于'],
  ['nor is a name of two signs parted', '某局　关于某事的通知', '某局关于某事的通知'],
  ['words in letters stay apart', '关于ABC DEF某事的通知', '关于ABC DEF某事的通知'],
])('a title: %s', (_, text, title) => {
  expect(readMetadata(splitPolicy(`${text}\n第一条 甲。`).clauses).title?.value).toBe(title);
});

test.each([
  ['by its title', '某市局关于某事的通知\n一、甲。', '某市局'],
  [
    'by two in its title',
    '某市公安局 某市民政局关于某事的通知\n一、甲。',
    '某市公安局、某市民政局',
  ],
  ['by nobody, where its title names none', '某事项关于某事的通知\n一、甲。', undefined],
  ['by who signs in spaced signs', '某通知\n甲。\n某 市 某 局\n2020年3月5日', '某市某局'],
  ['by no person', '某通知\n甲。\n某局局长 张三\n2020年3月5日', undefined],
  [
    'by who made it known',
    '某办法\n（2020年1月2日某会议通过 2020年2月3日某市人民政府公布）\n第一条 甲。',
    '某市人民政府',
  ],
])('it is issued %s', (_, text, issuer) => {
  expect(readMetadata(splitPolicy(text).clauses).issuer?.value).toBe(issuer);
});

test('the number may be that of the document which it issues; a day in an annex is not its own', () => {
  expect(
    say(
      '某局关于印发某办法的通知\n各单位：\n甲。\n某局\n2020年3月5日\n某办法\n某发〔2020〕1号\n第一条 甲。',
    ).number,
  ).toBe('7 某发〔2020〕1号');
  expect(say('某办法\n第一条 甲。\n附件1 某表\n乙。\n某局\n2020年3月5日').issued).toBeNull();
});

test('a day that does not exist is none', () => {
  expect(datesIn('2020年2月29日、2000年2月29日')).toEqual(['2020-02-29', '2000-02-29']);
  expect(
    datesIn(
      '2021年2月29日、1900年2月29日、2020年4月31日、2020年13月1日、2020年0月1日、2020年1月0日',
    ),
  ).toEqual([]);
});

test.each([
  ['a text that says nothing of itself', '一、甲。\n二、乙。'],
  [
    'a date in a sentence, and a day that does not exist',
    '第一条 自2020年1月2日起施行。\n2020年2月30日',
  ],
])('%s: nothing is invented', (_, text) => {
  expect(say(text)).toEqual({
    title: null,
    number: null,
    issuer: null,
    issued: null,
    notes: [],
  });
});
