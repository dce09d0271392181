import { expect, test } from 'vitest';
import { splitPolicy } from './split.ts';

/** What each line is, in the order of the text. */
const roles = (lines: readonly string[]) =>
  splitPolicy(lines.join('\n'))
    .clauses.flatMap(({ paragraphs }) => paragraphs.map(({ role }) => role))
    .join(' ');
const NUMBERED = '第一条 甲。';
const long = '甲'.repeat(61);

test.each([
  [
    'above the number of a document stands what its sheet says',
    ['000123', '机密', '某政〔2020〕1号', '某办法', NUMBERED],
    'letterhead letterhead number title body',
  ],
  [
    'a sentence does not',
    ['现公布某办法。', '某政〔2020〕1号', '某办法', NUMBERED],
    'preamble preamble preamble body',
  ],
  [
    'a title above a number that none follows is the title',
    ['某办法', '某政〔2020〕1号', '甲。', NUMBERED],
    'title number preamble body',
  ],
  [
    'when it was passed may stand between number and title',
    ['某局文件', '第7号', '2020年3月5日某会议通过', '某办法', NUMBERED],
    'letterhead number letterhead title body',
  ],
  [
    'labels belong to the letterhead above a title, to the notes below',
    ['发文机关：某局', '某办法', '生效日期：2020年1月1日', NUMBERED],
    'letterhead title note body',
  ],
  [
    'a 题注 goes on to the end of its bracket',
    ['某办法', '（2020年3月5日某会议通过', '2021年修正）', '甲。', NUMBERED],
    'title note note preamble body',
  ],
  [
    'one that never ends has a line',
    ['某办法', '（2020年3月5日某会议通过', '甲。', NUMBERED],
    'title note preamble body',
  ],
  [
    'to whom it is sent may take two lines',
    ['某通知', '甲局、', '乙局：', '请办理。', NUMBERED],
    'title addressee addressee preamble body',
  ],
  [
    'below a title only',
    ['甲局、', '乙局：', '请办理。', NUMBERED],
    'preamble preamble preamble body',
  ],
  ['names that nobody is', ['某通知', '甲局、', '乙。', NUMBERED], 'title preamble preamble body'],
  [
    'a line with a sentence addresses nobody',
    ['某通知', '甲。乙、', '丙局：', NUMBERED],
    'title preamble preamble body',
  ],
  ['nor does one with nothing below', ['某通知', '各单位：'], 'title text'],
  [
    'once the opening text has begun, no title comes',
    ['某办法', '甲。', '乙办法', NUMBERED],
    'title preamble preamble body',
  ],
  ['序言 begins it', ['某办法', '序言', '甲。', NUMBERED], 'title preamble preamble body'],
  [
    'a first line may be a long title, a second is none',
    [long, long, NUMBERED],
    'title preamble body',
  ],
  ['a longer one is none', [long + long, NUMBERED], 'preamble body'],
  ['nor is one in another script', ['ABC', NUMBERED], 'preamble body'],
  ['a stage belongs to the title', ['某通知', '（试行）', NUMBERED], 'title title body'],
  [
    'a title has six lines',
    [...'甲乙丙丁戊己庚'].map((one) => `${one}某`).concat(NUMBERED),
    'title title title title title title preamble body',
  ],
  ['附件1 above a title is no annex', ['附件1', '某办法', NUMBERED], 'letterhead title body'],
  ['附件1甲 below it is text', ['某办法', '附件1甲办法', NUMBERED], 'title preamble body'],
])('%s', (_, lines, wanted) => {
  expect(roles(lines)).toBe(wanted);
});

test.each([
  ['a number is part of its title', ['某政〔2020〕1号', '某办法', NUMBERED], 'title title body'],
  ['it addresses nobody, and has no opening', ['各单位：', '甲。', NUMBERED], 'body body body'],
  ['without a number it is body, too', ['某表', '甲。'], 'title body'],
  ['a line that may begin another is body', ['附件1甲办法', NUMBERED], 'body body'],
])('of an annex: %s', (_, lines, wanted) => {
  expect(roles(['某办法', NUMBERED, '附件1', ...lines])).toBe(`title body body ${wanted}`);
});

test('a title printed again below its 题注 begins no other document', () => {
  const lines = [
    '云泽市停车管理办法',
    '2020年3月5日 云泽市第一届人民代表大会常务委员会第一次会议《关于修改〈云泽市停车管理办法〉的决定》修正）',
    '云泽市 停车管理办法',
    '第一章 总则',
    NUMBERED,
  ];
  expect(splitPolicy(lines.join('\n')).clauses.map(({ id }) => id)).toEqual(['head', 'z1', 't1']);
});
