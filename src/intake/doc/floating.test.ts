import { expect, test } from 'vitest';
import { PLACE } from './fib.ts';
import type { MadeDoc } from './made-doc.ts';
import type { MadeParagraph } from './made-paragraphs.ts';
import { para, run, sprm } from './made-paragraphs.ts';
import { accounted, ofFate, readMade, shown } from './made-reading.ts';
import type { MadeShape } from './made-shapes.ts';
import { makeAnchors, makeBoxTexts, makeDrawing, makeInlinePicture } from './made-shapes.ts';
import { SPRM } from './sprm.ts';

const HIDDEN = sprm(SPRM.charHidden, 1);

interface Made extends Pick<MadeDoc, 'lists' | 'uses'> {
  main: MadeParagraph[];
  anchors: { id: number; position: number; top?: number }[];
  /** The text of each box, by the id of its shape. */
  boxes?: [number, string][];
  /** Of the paragraphs in boxes. */
  sprms?: Uint8Array;
  shapes?: MadeShape[];
}

const read = async ({
  main,
  anchors,
  boxes = [],
  sprms = new Uint8Array(),
  shapes,
  ...others
}: Made) => {
  let at = 0;
  const places = boxes.map(([id, text]) => {
    const position = at;
    at += text.length + 1;
    return { id, position };
  });
  const doc: MadeDoc = {
    main,
    ...others,
    boxes: boxes.map(([, text]) => para(text, sprms)),
    places: {
      [PLACE.shapes]: makeAnchors(anchors, 1000),
      [PLACE.boxTexts]: makeBoxTexts(places, at),
      ...(shapes ? { [PLACE.drawings]: makeDrawing(shapes) } : {}),
    },
  };
  const reading = await readMade(doc);
  expect(accounted(reading)).toBe(reading.characters);
  return reading;
};

test('the text of a box stands before the paragraph that it is fixed to, and is told of', async () => {
  const main = [para('甲'), para('乙\x08乙'), para('丙')];
  const reading = await read({
    main,
    anchors: [{ id: 9, position: 3 }],
    boxes: [[9, '某发〔2020〕1号']],
  });
  expect(shown(reading)).toEqual(['甲', '某发〔2020〕1号', '乙乙', '丙']);
  expect(reading.lines[1]?.place).toBe('第2段旁的文本框');
  expect(ofFate(reading, 'uncertain')).toEqual(['文本框里的字，读在哪里请看原件：某发〔2020〕1号']);
  expect(reading.notices).toMatchInlineSnapshot(`
    [
      "文件里有文本框或者艺术字（第2段旁的文本框），常见的是红头和文号，排在它旁边那一段的前面。请对照原件核对它们的位置。",
    ]
  `);
});
test('lists in boxes are numbered apart from the body', async () => {
  const sprms = sprm(SPRM.paraList, 1, 0);
  const reading = await read({
    main: [para('甲', sprms), para('\x08乙', sprms)],
    anchors: [{ id: 9, position: 2 }],
    boxes: [[9, '框']],
    sprms,
    lists: [{ id: 1, levels: [{ text: '（%1）' }] }],
    uses: [{ list: 1 }],
  });
  expect(shown(reading)).toEqual(['（1）甲', '（1）框', '（2）乙']);
});
test('boxes at one place are read from the top down, whatever their order in the file', async () => {
  const anchors = [
    { id: 8, position: 0, top: 500 },
    { id: 9, position: 0, top: -20 },
  ];
  const boxes: [number, string][] = [
    [8, '下'],
    [9, '上\x0b中'],
  ];
  expect(shown(await read({ main: [para('\x08甲')], anchors, boxes }))).toEqual([
    '上',
    '中',
    '下',
    '甲',
  ]);
});
test('a box within a group stands where the group does', async () => {
  const shapes = [{ id: 5, shapes: [{ id: 6 }, { id: 7, shapes: [{ id: 8 }] }] }];
  const main = [para('甲'), para('\x08乙')];
  const made = {
    main,
    anchors: [{ id: 5, position: 2 }],
    boxes: [[8, '丙']] as [number, string][],
    shapes,
  };
  expect(shown(await read(made))).toEqual(['甲', '丙', '乙']);
});
test('a box whose place is not known stands last, and is uncertain', async () => {
  const reading = await read({ main: [para('甲')], anchors: [], boxes: [[9, '乙']] });
  expect(shown(reading)).toEqual(['甲', '乙']);
  expect(ofFate(reading, 'uncertain')).toEqual([
    '文本框里的字，不知道在哪一段，放在了最后，请看原件：乙',
  ]);
  expect(reading.notices).toMatchInlineSnapshot(`
    [
      "文件里有文本框不知道在哪一段（不知位置的文本框1），排在了正文的后面。请对照原件，移到它该在的地方。",
    ]
  `);
});
test('a box that is hidden is dropped with its reason', async () => {
  const main = [{ runs: [run('\x08', HIDDEN), run('甲')] }];
  const reading = await read({ main, anchors: [{ id: 9, position: 0 }], boxes: [[9, '乙']] });
  expect(shown(reading)).toEqual(['甲']);
  expect(ofFate(reading, 'dropped')).toEqual(['隐藏文字：乙']);
});
test('a box fixed to a cell stands before its table', async () => {
  const inTable = sprm(SPRM.paraInTable, 1);
  const cell = (text: string): MadeParagraph => ({
    runs: [run(text)],
    mark: '\x07',
    sprms: inTable,
  });
  const end = { ...cell(''), sprms: Uint8Array.from([...inTable, ...sprm(SPRM.paraRowEnd, 1)]) };
  const main = [cell('甲'), cell('\x08乙'), end, para('丙')];
  const reading = await read({ main, anchors: [{ id: 9, position: 2 }], boxes: [[9, '丁']] });
  expect(shown(reading)).toEqual(['丁', '甲\t乙', '丙']);
});
test('words drawn as WordArt are read, floating or in the line', async () => {
  const shapes = [{ id: 9, wordArt: '某市人民政府文件' }];
  const floating = await read({
    main: [para('\x08甲')],
    anchors: [{ id: 9, position: 0 }],
    shapes,
  });
  expect(shown(floating)).toEqual(['某市人民政府文件', '甲']);
  expect(ofFate(floating, 'uncertain')).toEqual(['艺术字：某市人民政府文件']);
  const picture = run('\x01', sprm(SPRM.charPicture, 0, 0, 0, 0));
  for (const name of ['', 'a.gif']) {
    const inline = await readMade({
      main: [{ runs: [picture] }, para('甲')],
      data: makeInlinePicture({ id: 3, wordArt: '某市文件' }, name),
    });
    expect(shown(inline)).toEqual(['某市文件', '甲']);
    expect(accounted(inline)).toBe(inline.characters);
    expect(inline.notices).toEqual([]);
  }
});
