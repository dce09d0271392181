import { expect, test } from 'vitest';
import { splitPolicy } from '../../domain/policy/split.ts';
import { checkMetadata, type Metadata } from './metadata.ts';

const NOTICE = `某市人力资源和社会保障局文件
某人社〔2020〕1号
某市引才
实施办法
根据《外市引才办法》（外人社〔2019〕9号）的要求，自2020年5月1日起施行。
一、对象
引进的人才。
某市人力资源和社会保障局办公室
2020年4月30日印发
`;
const OF_NOTICE: Metadata = {
  title: '某市引才实施办法',
  number: '某人社〔2020〕1号',
  issuer: '某市人力资源和社会保障局',
  issued: '2020-04-30',
};
const STATUTE = `某市节水条例
2021年7月3日 某市人民代表大会常务委员会通过　2021年7月30日批准
第一章　总则
第一条　为了节水，制定本条例。
第二条　本条例自2022年1月1日起施行。
`;
const OF_STATUTE: Metadata = {
  title: '某市节水条例',
  number: '',
  issuer: '某市人民代表大会常务委员会',
  issued: '2021-07-30',
};

const advice = (source: string, data: Metadata) => checkMetadata(data, splitPolicy(source).clauses);
const told = (source: string, data: Metadata) =>
  advice(source, data).map(({ key, problem, fix }) => `${key} ${problem} ${fix}`);

test('what stands in the text is left alone, with a number and without', () => {
  expect(told(NOTICE, OF_NOTICE)).toEqual([]);
  expect(told(STATUTE, OF_STATUTE)).toEqual([]);
});

test('the policy.yml of another document is told of in every line that is not of this one', () => {
  expect(told(STATUTE, OF_NOTICE)).toMatchInlineSnapshot(`
    [
      "title 标题“某市引才实施办法”与原文里的不一样。 写成 title: 某市节水条例",
      "number 文号“某人社〔2020〕1号”在原文里没有。 原文没有印文号的，删去 number 这一行；印了的，照原文里的写，括号也一样。",
      "issuer 发文机关“某市人力资源和社会保障局”在原文里没有。 照原文里的写；几个机关联合发文的，用“、”隔开。",
      "issued 印发日期“2020-04-30”与原文里的不一样，原文写明的是 2021-07-03（第 2 行）、2021-07-30（第 2 行）。 写其中印发或者公布的那一天，例如 issued: '2021-07-03'",
    ]
  `);
  expect(told(NOTICE, OF_STATUTE)).toMatchInlineSnapshot(`
    [
      "title 标题“某市节水条例”与原文里的不一样。 写成 title: 某市引才实施办法",
      "number 没有写文号，但原文第 2 行印着“某人社〔2020〕1号”。 写成 number: 某人社〔2020〕1号",
      "issuer 发文机关“某市人民代表大会常务委员会”在原文里没有。 核对原文；是原文里印着的这一个，就写成 issuer: 某市人力资源和社会保障局",
      "issued 印发日期“2021-07-30”与原文里的不一样，原文写明的是 2020-04-30（第 9 行）。 写成 issued: '2020-04-30'",
    ]
  `);
});

test('a document that is only cited is not this one', () => {
  const cited = { ...OF_NOTICE, title: '外市引才办法', number: '外人社〔2019〕9号' };
  expect(advice(NOTICE, cited).map(({ key }) => key)).toEqual(['title', 'number']);
});

test('the day from which it is in force is not the day of issue', () => {
  expect(advice(NOTICE, { ...OF_NOTICE, issued: '2020-05-01' }).map(({ key }) => key)).toEqual([
    'issued',
  ]);
});

test.each([
  ['blanks do not count', { title: '某市引才 实施办法', number: '某人社 〔2020〕 1 号' }],
  ['several issuers are each there', { issuer: '某市人力资源和社会保障局、某市' }],
])('%s', (_, changed) => {
  expect(told(NOTICE, { ...OF_NOTICE, ...changed })).toEqual([]);
});

test.each([
  '二〇二〇年四月三十日',
  '二○二○年四月三十日',
  '２０２０年４月３０日',
  '2020 年 4 月 30 日印发',
])('%s is the 30th of April', (written) => {
  const source = NOTICE.replace('2020年4月30日印发', written);
  expect(told(source, OF_NOTICE)).toEqual([]);
  const other = { ...OF_NOTICE, issued: '2018-10-09' };
  expect(told(source, other)).toEqual([
    "issued 印发日期“2018-10-09”与原文里的不一样，原文写明的是 2020-04-30（第 9 行）。 写成 issued: '2020-04-30'",
  ]);
});

test('a text without any date has none to be compared with', () => {
  expect(
    told('某办法\n一、对象\n某局的人才。\n', {
      title: '某办法',
      number: '',
      issuer: '某局',
      issued: '2020-01-01',
    }),
  ).toEqual([]);
});

test('who follows the advice is not told again', () => {
  for (const [source, wrong] of [
    [STATUTE, { ...OF_STATUTE, title: '某条例', issued: '1999-01-01' }],
    [NOTICE, { title: '甲', number: '', issuer: '乙局', issued: '1999-01-01' }],
  ] as const) {
    const mended: Metadata = { ...wrong };
    for (const { key, fix } of advice(source, wrong)) {
      mended[key] = /[a-z]+: '?(.+?)'?$/u.exec(fix)?.[1] ?? '';
    }
    expect(told(source, mended)).toEqual([]);
  }
});
