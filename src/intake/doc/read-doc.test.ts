import { expect, test } from 'vitest';
import type { Reading } from '../reading.ts';
import { Refusal } from '../reading.ts';
import { PLACE } from './fib.ts';
import type { MadeDoc } from './made-doc.ts';
import { makeDoc } from './made-doc.ts';
import { para, plc, run, sprm } from './made-paragraphs.ts';
import { accounted, ofFate, readMade, shown } from './made-reading.ts';
import { readDoc } from './read-doc.ts';
import { SPRM } from './sprm.ts';

const HIDDEN = sprm(SPRM.charHidden, 1);
const DELETED = sprm(SPRM.charDeleted, 1);

const read = async (doc: MadeDoc): Promise<Reading> => {
  const reading = await readMade(doc);
  expect(accounted(reading)).toBe(reading.characters);
  return reading;
};
const linesOf = async (...texts: string[]) =>
  shown(await read({ main: texts.map((text) => para(text)) }));
const refusal = async (bytes: Uint8Array) => {
  const refused = await readDoc(bytes, () => {}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  return (refused as Refusal).message;
};

test('each paragraph is a line, in order, without blanks around it; blank ones are none', async () => {
  const reading = await read({ main: [para('　　第一段。'), para(' 　'), para('第二段。')] });
  expect(shown(reading)).toEqual(['第一段。', '第二段。']);
  expect(reading.lines.map(({ place }) => place)).toEqual(['第1段', '第2段']);
  expect(reading.notices).toEqual([]);
});
test('text in bytes of one for each character reads the same', async () => {
  const doc = { main: [para('A\x93B\x94 \x96 \x85')], isCompressed: true };
  expect(shown(await read(doc))).toEqual(['A“B” – …']);
});
test('breaks within a paragraph begin a line; a break at its ends makes none', async () => {
  expect(await linesOf('\x0b甲\x0b\x0b乙\x0c丙\x0e')).toEqual(['甲', '乙', '丙']);
});
test('a tab is shown as a wide blank, a hard hyphen as a hyphen, an optional one not at all', async () => {
  expect(await linesOf('甲\t乙', '丙\x1e丁\x1f戊')).toEqual(['甲\u3000乙', '丙-丁戊']);
});
test('control characters that print nothing are passed over', async () => {
  expect(await linesOf('甲\x00\x03\x05\x10\x7f乙')).toEqual(['甲乙']);
});

test('the result of a field is text, its code never', async () => {
  expect(await linesOf('某发\x13 MERGEFIELD 号 \x14〔2020〕1号\x15。')).toEqual([
    '某发〔2020〕1号。',
  ]);
});
test('fields within results are read, fields within codes are not', async () => {
  const inner = (text: string) => `\x13 REF a \x14${text}\x15`;
  expect(await linesOf(`\x13 TOC \x14甲${inner('乙')}丙\x15丁`)).toEqual(['甲乙丙丁']);
  expect(await linesOf(`\x13 IF ${inner('子')} = 1 \x14丑\x15寅`)).toEqual(['丑寅']);
});
test('a result may hold paragraphs; a code that does makes no line', async () => {
  expect(await linesOf('\x13 TOC \x14第一章', '第二章\x15')).toEqual(['第一章', '第二章']);
  expect(await linesOf('\x13 A', ' B \x14结果\x15')).toEqual(['结果']);
});
test('marks of fields without their partners hide nothing', async () => {
  expect(await linesOf('甲\x13乙', '丙\x14丁')).toEqual(['甲乙', '丙丁']);
  expect(await linesOf('甲\x15乙')).toEqual(['甲乙']);
  expect(await linesOf('\x13A\x14甲\x14乙\x15丙')).toEqual(['甲乙丙']);
});
test('fields that print without a stored result print what is known', async () => {
  const texts = ['\x13 = 3 \\* GB3 \x15', '\x13 EQ \\o\\ac(○,21)\x15', '\x13 QUOTE "甲" \x15'];
  expect(await linesOf(...texts)).toEqual(['③', '㉑', '甲']);
  expect(await linesOf('甲\x13 TC "乙" \x15丙')).toEqual(['甲丙']);
});
test('a field whose print is not known, or not for certain, is doubted', async () => {
  const texts = ['\x13 EQ \\f(1,2) \x15', '\x13 REF \x15'];
  const reading = await read({ main: texts.map((text) => para(`比例为${text}。`)) });
  expect(shown(reading)).toEqual(['比例为1/2。', '比例为。']);
  expect(ofFate(reading, 'uncertain')).toEqual([
    '这里印的是上下排的分数 1/2：',
    '这里有一个域（REF），印出的字没有存在文件里：',
  ]);
});
test('a doubt that stands on no line of its own goes to the line before', async () => {
  const reading = await read({ main: [para('甲'), para('\x13 REF \x15'), para('乙')] });
  expect(shown(reading)).toEqual(['甲', '乙']);
  expect(reading.lines[0]?.pieces[1]?.fate).toBe('uncertain');
});
test('fields that count are counted, with or without a stored result', async () => {
  const texts = ['\x13 SEQ 图 \x15', '\x13 SEQ 图 \x142\x15', '\x13 SEQ 图 \x14\x15'];
  expect(await linesOf(...texts)).toEqual(['1', '2', '3']);
});

test('hidden and deleted text is dropped, with its reason', async () => {
  const runs = [run('甲'), run('乙', HIDDEN), run('丙', DELETED), run('丁')];
  const reading = await read({ main: [{ runs }] });
  expect(shown(reading)).toEqual(['甲丁']);
  expect(ofFate(reading, 'dropped')).toEqual(['隐藏文字：乙', '修订中删去的文字：丙']);
});
test('a style can hide text, and a run in it can show it again', async () => {
  const styles = [{ characters: HIDDEN }];
  const runs = [
    run('甲'),
    run('乙', sprm(SPRM.charHidden, 0)),
    run('丙', sprm(SPRM.charHidden, 0x81)),
  ];
  const reading = await read({ styles, main: [para('前'), { runs, style: 1 }] });
  expect(shown(reading)).toEqual(['前', '乙丙']);
  expect(ofFate(reading, 'dropped')).toEqual(['隐藏文字：甲']);
});
test('a character style can hide text', async () => {
  const runs = [run('甲'), run('乙', sprm(SPRM.charStyle, 1, 0))];
  const reading = await read({ styles: [{ characters: HIDDEN }], main: [{ runs }] });
  expect(shown(reading)).toEqual(['甲']);
});
test('changes of a whole piece of text hold, told shortly or by a list of them', async () => {
  const main = [para('甲'), { runs: [run('乙', sprm(SPRM.charDeleted, 0))] }];
  const deleted = 0x41;
  expect(await refusal(makeDoc({ main, prm: (deleted << 1) | (1 << 8) }))).toMatch('没有正文的字');
  expect(await refusal(makeDoc({ main, prm: 1, changes: [DELETED] }))).toMatch('没有正文的字');
  expect(
    shown(await read({ main, prm: 3, changes: [DELETED, sprm(SPRM.charFont, 0, 0)] })),
  ).toEqual(['甲', '乙']);
});
test('the end of a section ends a paragraph, another page does not', async () => {
  const list = sprm(SPRM.paraList, 1, 0);
  const main = [{ ...para('甲', list), mark: '\f' as const }, para('乙\f丙', list)];
  const section = Uint8Array.of(0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0);
  const places = { [PLACE.sections]: plc([0, 2, 6], [section, section]) };
  const lists = [{ id: 1, levels: [{ text: '（%1）' }] }];
  const reading = await read({ main, places, lists, uses: [{ list: 1 }] });
  expect(shown(reading)).toEqual(['（1）甲', '（2）乙', '丙']);
});
test('a paragraph goes on in the next where its mark is hidden or deleted', async () => {
  for (const markSprms of [HIDDEN, DELETED]) {
    const main = [{ runs: [run('甲')], markSprms }, para('乙')];
    expect(shown(await read({ main }))).toEqual(['甲乙']);
  }
  const gone = [para('甲'), { runs: [run('乙', HIDDEN)], markSprms: HIDDEN }, para('丙')];
  expect(shown(await read({ main: gone }))).toEqual(['甲', '丙']);
});

test('headers and comments are dropped', async () => {
  const reading = await read({
    main: [para('甲')],
    headers: [para('内部资料'), para('第\x13 PAGE \x141\x15页')],
    comments: [para('请核')],
  });
  expect(shown(reading)).toEqual(['甲']);
  const dropped = ['页眉/页脚：内部资料', '页眉/页脚：第1页', '批注：请核'];
  expect(ofFate(reading, 'dropped')).toEqual(dropped);
});

test('signs of symbol fonts are read where they are known, else they are for a person to look at', async () => {
  const symbol = (font: number, code: number) =>
    sprm(SPRM.charSymbol, font, 0, code & 0xff, code >> 8);
  const runs = [
    run('（', symbol(0, 0xf0fe)),
    run('(', symbol(0, 0xf0fe)),
    run('(', symbol(1, 0xf041)),
  ];
  const reading = await read({ fonts: ['Wingdings', '某字体'], main: [{ runs }] });
  expect(shown(reading)).toEqual(['（☑\ufffd']);
  expect(ofFate(reading, 'uncertain')).toEqual(['某字体里的符号 F041，认不出来：\ufffd']);
});
test('private characters in the text are uncertain', async () => {
  const named = { fonts: ['constructor'], main: [para('甲\uf041')] };
  expect(ofFate(await read(named), 'uncertain')).toHaveLength(1);
  const reading = await read({ main: [para('1\ue0104米')] });
  expect(shown(reading)).toEqual(['1\ufffd4米']);
  expect(ofFate(reading, 'uncertain')).toHaveLength(1);
});

test('characters that print nothing are dropped by their number', async () => {
  const reading = await read({ main: [para('甲\u200b乙\u00ad丙')] });
  expect(shown(reading)).toEqual(['甲乙丙']);
  expect(ofFate(reading, 'dropped')).toEqual([
    '看不见的字符 U+200B：\u200b',
    '看不见的字符 U+00AD：\u00ad',
  ]);
});
test('raised digits and struck text are uncertain; square metres are not', async () => {
  const raised = sprm(SPRM.charPosition, 1);
  const runs = [
    run('10'),
    run('5', raised),
    run('个m'),
    run('2', raised),
    run('甲', sprm(SPRM.charStruck, 1)),
  ];
  const reading = await read({ main: [{ runs }] });
  expect(shown(reading)).toEqual(['105个m2甲']);
  expect(ofFate(reading, 'uncertain')).toEqual(['原件印作上标：5', '印有删除线：甲']);
});
test('pictures are told of, and marked where they stand in a sentence', async () => {
  const reading = await read({ main: [para('甲'), para('\x01'), para('公式\x01如下')] });
  expect(shown(reading)).toEqual(['甲', '公式如下']);
  expect(ofFate(reading, 'uncertain')).toEqual(['这里有一张图片：']);
  expect(reading.notices).toMatchInlineSnapshot(`
    [
      "文件里有 2 张图片（第2段、第3段），里面的字没有读。请对照原件：属于正文的，补到原文里。",
    ]
  `);
});
test('an embedded object is told apart from a picture; data of form fields is neither', async () => {
  const data = { runs: [run('\x01', sprm(SPRM.charIsData, 1)), run('甲')] };
  expect((await read({ main: [data] })).notices).toEqual([]);
  const reading = await read({ main: [para('当\x13 EMBED Equation.3 \x14\x01\x15时')] });
  expect(ofFate(reading, 'uncertain')).toEqual(['这里有一个公式或嵌入的对象：']);
});
