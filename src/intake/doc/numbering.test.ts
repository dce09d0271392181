import { expect, test } from 'vitest';
import type { MadeLevel, MadeList, MadeUse } from './made-lists.ts';
import type { MadeParagraph } from './made-paragraphs.ts';
import { para, run, sprm, u16 } from './made-paragraphs.ts';
import { ofFate, readMade, shown } from './made-reading.ts';
import { SPRM } from './sprm.ts';

/** MSONFC ([MS-OSHARED] 2.2.1.3). */
const CHINESE = 39;
const LETTER = 4;
const CIRCLE = 28;
const BULLET = 23;
const NONE = 255;

/** A paragraph of a level (from 0) in the first use of a list, or another. */
const item = (text: string, level = 0, use = 1): MadeParagraph =>
  para(text, sprm(SPRM.paraList, ...u16(use)), sprm(SPRM.paraListLevel, level));

const linesOf = async (
  levels: MadeLevel[],
  main: MadeParagraph[],
  uses: MadeUse[] = [{ list: 7 }],
) => shown(await readMade({ main, uses, lists: [{ id: 7, levels }] }));

const NESTED: MadeLevel[] = [
  { text: '第%1条', format: CHINESE },
  { text: '（%2）', format: CHINESE },
  { text: '%3.', format: 0 },
];

test('numbers are written as printed; a blank follows where no mark closes them', async () => {
  const main = [item('甲'), item('乙', 1), item('丙', 1), item('丁', 2), item('戊')];
  expect(await linesOf(NESTED, main)).toEqual([
    '第一条\u3000甲',
    '（一）乙',
    '（二）丙',
    '1.丁',
    '第二条\u3000戊',
  ]);
});
test('a level begins anew after one above it, and goes on after one below it', async () => {
  const main = [item('', 0), item('', 1), item('', 2), item('', 1), item('', 0), item('', 1)];
  const numbers = ['第一条', '（一）', '1.', '（二）', '第二条', '（一）'];
  expect(await linesOf(NESTED, main)).toEqual(numbers);
});
test('a level can go on over those above it, or over some of them', async () => {
  const always = [{ text: '%1、' }, { text: '（%2）', restartsBefore: 0 }];
  const main = [item('甲'), item('乙', 1), item('丙'), item('丁', 1)];
  expect(await linesOf(always, main)).toEqual(['1、甲', '（1）乙', '2、丙', '（2）丁']);
  const afterFirst = [{ text: '%1、' }, { text: '%2、' }, { text: '%3）', restartsBefore: 1 }];
  const deep = [
    item(''),
    item('', 1),
    item('', 2),
    item('', 1),
    item('', 2),
    item(''),
    item('', 2),
  ];
  expect((await linesOf(afterFirst, deep)).filter((line) => line.endsWith('）'))).toEqual([
    '1）',
    '2）',
    '1）',
  ]);
});
test('numbers of higher levels stand in those of lower ones; legal ones in digits', async () => {
  const levels = [
    { text: '%1', format: CHINESE },
    { text: '%1.%2' },
    { text: '%1.%2.%3', isLegal: true, follow: 'space' as const },
  ];
  const main = [item('甲'), item('乙', 1), item('丙', 2)];
  expect(await linesOf(levels, main)).toEqual(['一\u3000甲', '一.1\u3000乙', '1.1.1 丙']);
});
test('numbers begin where the list says', async () => {
  expect(await linesOf([{ text: '%1．', start: 6 }], [item('甲'), item('乙')])).toEqual([
    '6．甲',
    '7．乙',
  ]);
});
test('uses of one list count on; one with its own beginning begins there, once', async () => {
  const uses = [{ list: 7 }, { list: 7 }, { list: 7, overrides: [{ level: 0, start: 1 }] }];
  const main = [item('', 0, 1), item('', 0, 2), item('', 0, 3), item('', 0, 3), item('', 0, 1)];
  expect(await linesOf([{ text: '%1、' }], main, uses)).toEqual([
    '1、',
    '2、',
    '1、',
    '2、',
    '3、',
  ]);
});
test('a use can have its own level', async () => {
  const replaced = { text: '%1)', format: LETTER, start: 3 };
  const uses = [{ list: 7 }, { list: 7, overrides: [{ level: 0, start: 9, replaced }] }];
  const main = [item('', 0, 1), item('', 0, 2), item('', 0, 2)];
  expect(await linesOf([{ text: '%1、' }], main, uses)).toEqual(['1、', 'c)', 'd)']);
});
test('lists are counted apart from each other', async () => {
  const lists: MadeList[] = [
    { id: 1, levels: [{ text: '%1、', format: CHINESE }] },
    { id: 2, levels: [{ text: '%1', format: CIRCLE }] },
  ];
  const main = [item('甲', 0, 1), item('乙', 0, 2), item('丙', 0, 1), item('丁', 0, 2)];
  const reading = await readMade({ main, lists, uses: [{ list: 1 }, { list: 2 }] });
  expect(shown(reading)).toEqual(['一、甲', '①乙', '二、丙', '②丁']);
});
test('text typed between numbered paragraphs, and numbers typed, change nothing', async () => {
  const main = [para('第一条　甲'), item('乙'), para('丙'), item('丁')];
  expect(await linesOf(NESTED, main)).toEqual([
    '第一条　甲',
    '第一条\u3000乙',
    '丙',
    '第二条\u3000丁',
  ]);
});
test('a style gives its number; a paragraph can be without it, or of another level', async () => {
  const lists = [{ id: 7, levels: NESTED, styles: [0xfff, 1] }];
  const styles = [{ paragraph: sprm(SPRM.paraList, ...u16(1)) }];
  const without = sprm(SPRM.paraList, 0, 0);
  const main = [
    { ...para('甲'), style: 1 },
    { ...para('乙', without), style: 1 },
    { ...para('丙', sprm(SPRM.paraListLevel, 2)), style: 1 },
    { ...para('丁'), style: 1 },
  ];
  const reading = await readMade({ main, lists, styles, uses: [{ list: 7 }] });
  expect(shown(reading)).toEqual(['（一）甲', '乙', '1.丙', '（二）丁']);
});
test('numbers that keep indents are told backwards in the file', async () => {
  const main = [
    para('甲', sprm(SPRM.paraList, ...u16(0xffff))),
    para('乙', sprm(SPRM.paraList, ...u16(0xf801))),
  ];
  expect(await linesOf([{ text: '%1、' }], main)).toEqual(['1、甲', '乙']);
});
test('paragraphs left out are not counted; hidden numbers are, and not shown', async () => {
  const hidden = sprm(SPRM.charHidden, 1);
  const gone = { ...item('', 0), runs: [run('乙', hidden)], markSprms: hidden };
  expect(await linesOf([{ text: '%1、' }], [item('甲'), gone, item('丙')])).toEqual([
    '1、甲',
    '2、丙',
  ]);
  expect(await linesOf([{ text: '%1、', sprms: hidden }], [item('甲')])).toEqual(['甲']);
});
test('numbers in cells are counted with the others', async () => {
  const cell = { ...item('乙'), mark: '\x07' as const };
  const inTable = (paragraph: MadeParagraph, ...changes: Uint8Array[]): MadeParagraph => ({
    ...paragraph,
    sprms: Uint8Array.from([
      ...(paragraph.sprms ?? []),
      ...[sprm(SPRM.paraInTable, 1), ...changes].flatMap((change) => [...change]),
    ]),
  });
  const end = inTable({ runs: [], mark: '\x07' }, sprm(SPRM.paraRowEnd, 1));
  const main = [item('甲'), inTable(cell), inTable(cell), end, item('丙')];
  expect(await linesOf([{ text: '%1.' }], main)).toEqual(['1.甲', '2.乙\t3.乙', '4.丙']);
});
test('bullets are shown by their font, the unknown as the usual sign', async () => {
  const font = (number: number) => sprm(SPRM.charFont, number, 0);
  const lists = [0, 1].map((number) => ({
    id: number + 1,
    levels: [{ text: '\uf06e', format: BULLET, sprms: font(number) }],
  }));
  const main = [item('甲', 0, 1), item('乙', 0, 2)];
  const fonts = ['Wingdings', '某字体'];
  const reading = await readMade({ main, lists, fonts, uses: [{ list: 1 }, { list: 2 }] });
  expect(shown(reading)).toEqual(['■甲', '•乙']);
  expect(ofFate(reading, 'added')).toEqual(['项目符号：■', '项目符号：•']);
});
test('a level without numbers prints its text only', async () => {
  expect(await linesOf([{ text: '附：', format: NONE }], [item('甲')])).toEqual(['附：甲']);
});
test('where a number is not sure an editor is led to it', async () => {
  const lists = [
    { id: 1, levels: [{ text: '%1' }, { text: '%1.%2' }] },
    { id: 2, levels: [{ text: '%1、', format: 6 }] },
    { id: 3, levels: [{ text: '第%1条', format: CHINESE, start: 101 }] },
  ];
  const main = [item('甲', 1, 1), item('乙', 0, 2), item('丙', 0, 3), item('', 0, 3)];
  const uses = lists.map(({ id }) => ({ list: id }));
  const reading = await readMade({
    main: [...main, para('丁', sprm(SPRM.paraList, ...u16(0x7ff)))],
    lists,
    uses,
  });
  expect(shown(reading)).toEqual([
    '1.1\u3000甲',
    '1、乙',
    '第一百〇一条\u3000丙',
    '第一百〇二条',
    '丁',
  ]);
  expect(ofFate(reading, 'uncertain')).toMatchInlineSnapshot(`
    [
      "自动编号请对照原件：它的上一级编号在前面没有出现：",
      "自动编号请对照原件：它的编号格式这里不认识，先写成了阿拉伯数字：",
      "自动编号请对照原件：不同版本的 Word 对这个编号的写法不同：",
      "自动编号请对照原件：不同版本的 Word 对这个编号的写法不同：",
      "只有编号，后面没有字：",
      "这里有 Word 95 的自动编号，读不出来：",
    ]
  `);
});
test('a gap stands between a number and digits that would be read on', async () => {
  const main = [item('5 天'), item('天'), item('\t 　天')];
  expect(await linesOf([{ text: '%1.' }], main)).toEqual(['1.\u30005 天', '2.天', '3.天']);
});
