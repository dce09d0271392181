import { describe, expect, test } from 'vitest';
import { formatPlace } from './citation.ts';
import { CitationReader } from './read-citation.ts';
import { splitPolicy } from './split.ts';

/** What a text's numbered clauses are, by their ids. */
const ids = (text: string) =>
  splitPolicy(text)
    .clauses.filter(({ kind }) => kind !== 'head')
    .map(({ id }) => id)
    .join(' ');
const doubts = (text: string) => splitPolicy(text).findings.map(({ line }) => line);

describe('a number is read by the numbers round it', () => {
  test.each([
    ['第一条 甲。\n第二条中央财政给予补贴。\n第三条中小学适用。\n第四条的士适用。', 't1 t2 t3 t4'],
    ['第一条 甲。\n第二条规定的人员除外。\n第二条 乙。', 't1 t1-k2 t2'],
    ['第一条甲。\n第二条所称乙，是指丙。\n第三条丁。', 't1 t2 t3'],
    ['第一条 甲。\n附件所列单位应当遵守。\n第二条 乙。', 't1 t1-k2 t2'],
    ['一、甲\n二、三等奖各一名。\n二、乙', 'p1 p2'],
    [
      '一、甲：\n1.2020年底前完成；\n2.18周岁以上；\n3、3年内没有。\n二、乙',
      'p1 p1-1 p1-2 p1-3 p2',
    ],
    ['第 一 条 甲。\n第 二 条 乙。', 't1 t2'],
    ['1. 总则\n1.1 目的\n1.2 依据\n2. 职责\n2.1 组织', 'n1 n1-1 n1-2 n2 n2-1'],
    [
      '第1章 总则\n1.0.1 甲。\n1.0.2 乙。\n第2章 职责\n2.0.1 丙。',
      'z1 z1-n1-0-1 z1-n1-0-2 z2 z2-n2-0-1',
    ],
    ['某标准\n1范围\n甲。\n2要求\n2.1一般\n2.2其他', 'n1 n2 n2-1 n2-2'],
    ['一、甲\n（一）、（二）项所列的。\n二、乙', 'p1 p2'],
    ['一、甲\n2019年有效。\n3万元以下的不计。\n二、乙', 'p1 p2'],
    ['一、甲\n乙。\n二、丙\n丁。\n三\n戊。', 'p1 p2 p3'],
    ['1　总则\n1.1　目的\n甲。\n1.2　依据\n2.5万元以下的不计。\n2　职责\n乙。', 'n1 n1-1 n1-2 n2'],
    ['1 总则\n1.1编制目的\n1.2编制依据\n1.2.1国家级\n2 职责', 'n1 n1-1 n1-2 n1-2-1 n2'],
  ])('%j → %s', (text, wanted) => {
    expect(ids(text)).toBe(wanted);
    expect(doubts(text)).toEqual([]);
  });

  test('what looks like a number and is not taken for one is a doubt at its line', () => {
    expect(doubts('一、甲\n乙。\n1,丙。')).toEqual([3]);
  });

  test('a number that is missing is a doubt at the next', () => {
    expect(doubts('一、甲\n三、乙')).toEqual([2]);
    expect(doubts('第一条甲。\n第三条乙。')).toEqual([2]);
  });
});

describe('every spelling of a number is read, and kept as printed', () => {
  test.each([
    ['⒈甲。\n⒉乙。', 'n1 n2'],
    ['㈠甲。\n㈡乙。', 'x1 x2'],
    ['⑴甲。\n⑵乙。', 'm1 m2'],
    ['①甲。\n②乙。', 'c1 c2'],
    [
      '第一条 甲：\n（一）乙：\n1．丙：\n（1）丁：\n①戊。',
      't1 t1-x1 t1-x1-1 t1-x1-1-1 t1-x1-1-1-1',
    ],
    ['第一百条 甲。\n第一〇一条 乙。\n第一百○二条 丙。\n第一百零三条 丁。', 't100 t101 t102 t103'],
    ['第三百七十一条 甲。\n第三百七十二 条适用。', 't371 t372'],
    ['⼀、甲\n⼆、乙', 'p1 p2'],
    ['１．甲。\n２．乙。', 'n1 n2'],
    ['\u200b一、甲\n\ufeff二、乙', 'p1 p2'],
    ['第一条\u00a0甲。\n第二条\t乙。', 't1 t2'],
  ])('%j → %s', (text, wanted) => {
    expect(ids(text)).toBe(wanted);
    const { clauses } = splitPolicy(text);
    expect(
      clauses
        .flatMap(({ paragraphs }) =>
          paragraphs.map(({ marker, sentences }) => marker + sentences.map((s) => s.text).join('')),
        )
        .join('\n'),
    ).toBe(text);
  });
});

describe('what ends a line of text begins a paragraph', () => {
  test.each(['\v', '\f', '\u0085', '\u2028', '\u2029', '\r'])('%j', (sign) => {
    expect(ids(`一、甲。${sign}二、乙。`)).toBe('p1 p2');
  });

  test.each(['\u200b', '\ufeff', '\u00ad', '　'])('a line that holds only %j is none', (sign) => {
    expect(ids(`第一条 甲。\n${sign}\n乙。`)).toBe('t1 t1-k2');
  });
});

describe('numbers run on, begin anew and stand in each other', () => {
  test.each([
    ['一、甲\n（一）乙。\n（二）丙。\n二、丁\n（三）戊。\n（四）己。', 'p1 x1 x2 p2 x3 x4'],
    ['一、甲\n1.乙。\n2.丙。\n二、丁\n3.戊。', 'p1 n1 n2 p2 n3'],
    ['第一章 甲\n一、乙。\n二、丙。\n第二章 丁\n三、戊。', 'z1 p1 p2 z2 p3'],
    ['第一章 甲\n一、乙。\n二、丙。\n第二章 丁\n一、戊。', 'z1 z1-p1 z1-p2 z2 z2-p1'],
    ['第一部分 甲\n一、乙。\n二、丙。\n第二部分 丁\n一、戊。', 'p1 p1-1 p1-2 p2 p2-1'],
    ['第一条 甲：\n一、乙；\n二、丙。\n第二条 丁：\n一、戊。', 't1 t1-p1 t1-p2 t2 t2-p1'],
    [
      '1.甲\n（一）乙。\n（二）丙。\n2.丁\n（一）戊。\n3.己\n（一）庚。',
      'n1 n1-1 n1-2 n2 n2-1 n3 n3-1',
    ],
  ])('%j → %s', (text, wanted) => {
    expect(ids(text)).toBe(wanted);
    expect(doubts(text)).toEqual([]);
  });

  test('a list that begins anew without a title is told of once, and its ids can be said', () => {
    const text = '一、甲\n（一）乙。\n二、丙\n一、丁\n（一）戊。\n二、己';
    expect(ids(text)).toBe('p1 p1-1 p2 r2-p1 r2-p1-1 r2-p2');
    expect(doubts(text)).toEqual([4]);
  });
});

test('points that run on in one paragraph are one clause, cited as all of them', () => {
  const text = '一、甲\n（一）乙\n1.丙；2.丁；3.戊。\n4.己。';
  const policy = { id: 'x', title: '某办法', number: '', clauses: splitPolicy(text).clauses };
  expect(ids(text)).toBe('p1 p1-1 p1-1-1 p1-1-4');
  expect(doubts(text)).toEqual([]);
  expect(formatPlace(policy, 'p1-1-1')).toBe('第一部分第（一）项第1至3目');
  expect(new CitationReader(policy).read('第一部分第（一）项第2目')[0]?.clause).toBe('p1-1-1');
});

describe('unnumbered paragraphs of an article', () => {
  test.each([
    ['each is a 款', '第一条 甲。\n乙。\n丙。', 't1 t1-k2 t1-k3'],
    [
      'between two numbers of a list is the one before',
      '第一条 甲：\n（一）乙。\n丙。\n（二）丁。\n戊。',
      't1 t1-x1 t1-x2 t1-k2',
    ],
    [
      'a list without numbers is in its 款',
      '第一条 由下列人员组成：\n委员长，\n副委员长若干人，\n委员若干人。\n乙。',
      't1 t1-k2',
    ],
    ['quoted text is in its 款', '第一条 修改为：\n“第二条 甲。\n“（一）乙。”\n丙。', 't1 t1-k2'],
    ['rows of a table are in their 款', '第一条 甲：\n级数\t税率\n1\t3%\n乙。', 't1 t1-k2'],
  ])('%s', (_, text, wanted) => {
    expect(ids(text)).toBe(wanted);
  });

  test('new text in a decision that amends has no numbers of its own, with marks on each line or only round all', () => {
    expect(ids('一、修改为：\n“（一）甲；\n“（二）乙。”\n二、丙。')).toBe('p1 p2');
    expect(ids('一、修改为：“第二条 甲：\n（一）乙；\n（二）丙。”\n二、丁。')).toBe('p1 p2');
  });
});
