import { describe, expect, test } from 'vitest';
import {
  isAddressee,
  isContents,
  isDateLine,
  isFullTitle,
  isImprint,
  isLabelled,
  isNumber,
  isOpening,
  isOrgan,
  isPassing,
  isPerson,
  isRemark,
  isSigned,
  isStage,
  isTitleLine,
  type Look,
  lookAt,
  namesDocument,
  namesList,
  namesTable,
  opensPassing,
} from './layout.ts';
import { readCandidates } from './marker.ts';

const look = (text: string, row = false, quoted = false) =>
  lookAt(text, row ? [] : readCandidates(text), row, quoted);
const title = (test: (name: string) => boolean) => (one: Look) => test(one.bare);
const long = (length: number) => '甲'.repeat(length);

/** What a line may be, lines that look like it, and lines that nearly do. */
const FORMS: readonly [string, (one: Look) => boolean, are: string[], areNot: string[]][] = [
  [
    'a day, alone or beside who signs',
    isDateLine,
    ['2020年3月5日', '二〇二〇年三月五日', '2020年3月', '2020.3.5', '某局　2020年3月5日'],
    ['甲于2020年3月5日', '为此，某局2020年3月5日', '2020年3月5日印发'],
  ],
  [
    'a remark in brackets',
    isRemark,
    ['（此件公开发布）'],
    ['（甲）乙', '（2020年3月5日某会议通过）', `（${long(40)}）`],
  ],
  [
    'what an imprint or a web page says',
    isImprint,
    ['抄送：某局。', '某局办公室 2020年3月5日印发', '主动公开', '扫一扫在手机打开'],
    ['某局承办。', '甲日印发。', `抄送：${long(240)}`, '甲'],
  ],
  [
    'who signs',
    isSigned,
    ['某市人民政府', '市长：张三', '张三'],
    ['一、某局', '甲，乙', '甲：', '2020年3月5日', long(41)],
  ],
  ['an office', isOrgan, ['某市人民政府', '某局（代章）'], ['张三']],
  ['a person of an office', isPerson, ['市长　张三', '主任：李四'], ['张三', '市长说：甲：乙']],
  [
    'a number of a document',
    isNumber,
    ['某政〔2020〕1号', '第7号', '某政〔2020〕1号 签发人：张三', '（79）国发50号', '2020年第3号'],
    ['根据某政〔2020〕1号：', '某政〔2020〕1号文件', `${long(60)}令第7号`],
  ],
  [
    'a line of a title',
    isTitleLine,
    ['某办法', '二、三等奖评选办法'],
    [
      '一、总则',
      '甲。',
      '甲、',
      '甲：乙',
      '某',
      'ABC',
      long(61),
      '2020年3月5日',
      '（此件公开发布）',
      '第7号',
      '主动公开',
      '目　录',
    ],
  ],
  [
    'a title as documents have',
    title(namesDocument),
    ['某办法', '某办法（试行）', '某清单'],
    ['指导思想'],
  ],
  [
    'a title that only documents have',
    title(isFullTitle),
    ['某某市办法', '某某市办法（试行）'],
    ['组织措施', '实施办法要点', '某办法'],
  ],
  ['a title of a table', title(namesTable), ['税率表一（综合所得）', '某表'], ['表彰']],
  ['a title of a list', title(namesList), ['成员名单', '某目录（2020年）'], ['目录管理']],
  [
    'by whom and when it was passed',
    isPassing,
    ['（2020年3月5日某会议通过）', '2020年3月5日某会议通过', '（2020年3月5日通过 2021年修正）'],
    ['（2020年版）', '2020年3月5日某会议通过。甲', '会议通过', `2020年3月5日通过${long(400)}`],
  ],
  [
    'the first of several lines that say so',
    opensPassing,
    ['（2020年3月5日某会议通过'],
    ['（2020年3月5日某会议通过）', `（2020年${long(60)}`, '（甲'],
  ],
  [
    'what somebody has put above the text',
    isLabelled,
    ['生效日期：1995年1月1日', '发文机关：某局', '索引号：000123'],
    ['会议时间：甲。', '各区县有关部门：甲', `文号：${long(60)}`],
  ],
  ['a stage', isStage, ['（试行）', '（征求意见稿）', '（2020年版）', '令'], ['（甲）', '试行']],
  ['the heading of an opening text', isOpening, ['序　言', '引言'], ['序言一']],
  [
    'to whom it is sent',
    isAddressee,
    ['各县（市、区）人民政府，各部门：', '各单位：'],
    ['甲。乙：', '一、各单位：', '通知如下：', '以下几个方面：', '各单位', `${long(300)}：`],
  ],
  ['the heading of contents', isContents, ['目　录', '目次'], ['目录一']],
];

describe.each(FORMS)('%s', (_, test_, are, areNot) => {
  test.each(are)('%s', (text) => expect(test_(look(text))).toBe(true));
  test.each(areNot)('is not %s', (text) => expect(test_(look(text))).toBe(false));
});

test.each([
  ['day', isDateLine, '2020年3月5日'],
  ['signature', isSigned, '某市人民政府'],
  ['number', isNumber, '第7号'],
  ['title', isTitleLine, '某办法'],
  ['题注', isPassing, '（2020年3月5日某会议通过）'],
  ['题注 in a list', isPassing, '- 2020年3月5日某会议通过'],
  [
    'further line of a 题注',
    isPassing,
    '根据2021年3月5日某会议《关于修改〈某办法〉的决定》第一次修正',
  ],
  ['beginning of 题注', opensPassing, '（2020年3月5日某会议通过'],
  ['label', isLabelled, '发文机关：某局'],
  ['addressee', isAddressee, '各单位：'],
])('a row of a table is no %s', (_, test_, text) => {
  expect(test_(look(text, true))).toBe(false);
});

test('quoted words are no title', () => {
  expect(isTitleLine(look('某办法', false, true))).toBe(false);
});

test('a document’s number begins no clause, and 1范围 may begin one', () => {
  expect(look('（79）国发50号').candidates).toEqual([]);
  expect(look('1范围')).toMatchObject({ candidate: null, candidates: [{ level: 'decimal' }] });
});
