import { expect, test } from 'vitest';
import { PLACE } from './fib.ts';
import { numbers } from './made-compound-file.ts';
import type { MadeDoc } from './made-doc.ts';
import { SECTION_AT } from './made-doc.ts';
import type { MadeParagraph } from './made-paragraphs.ts';
import { para, plc, run, sprm, u16 } from './made-paragraphs.ts';
import { accounted, ofFate, readMade, shown } from './made-reading.ts';
import { SPRM } from './sprm.ts';

const AUTO = Uint8Array.of(1, 0);
const CUSTOM = Uint8Array.of(0, 0);

/** Positions of the marks in the main text, and the notes. */
const withNotes = (
  main: MadeParagraph[],
  marks: number[],
  notes: MadeParagraph[],
  kinds: Uint8Array[] = marks.map(() => AUTO),
): MadeDoc => {
  const starts = [0];
  for (const { runs } of notes) {
    starts.push((starts.at(-1) ?? 0) + runs.map(({ text }) => text).join('').length + 1);
  }
  const end = starts.at(-1) ?? 0;
  return {
    main,
    footnotes: [...notes, para('')],
    places: {
      [PLACE.footnoteRefs]: plc([...marks, 1000], kinds),
      [PLACE.footnoteTexts]: numbers([...starts, end + 1]),
    },
  };
};
/** [MS-DOC] 2.9.243: where its changes lie. */
const SECTION = Uint8Array.from([0, 0, ...u16(SECTION_AT, 0), 0, 0, 0, 0, 0, 0]);

const read = async (doc: MadeDoc) => {
  const reading = await readMade(doc);
  expect(accounted(reading)).toBe(reading.characters);
  return reading;
};

test('notes follow the text; their marks are added in both places, and told of', async () => {
  const notes = [para('\x02 注一。'), para('\x02 注二。')];
  const reading = await read(withNotes([para('甲\x02。'), para('乙\x02')], [1, 5], notes));
  expect(shown(reading)).toEqual(['甲¹。', '乙²', '¹ 注一。', '² 注二。']);
  expect(reading.lines.map(({ place }) => place)).toEqual(['第1段', '第2段', '脚注1', '脚注2']);
  expect(ofFate(reading, 'added')).toContain('脚注1的编号：¹');
  expect(reading.notices).toMatchInlineSnapshot(`
    [
      "文件里有脚注或者尾注，排在正文的最后；正文里的注号写成上标数字。",
    ]
  `);
});
test('a mark that is typed is text, and the others are counted without it', async () => {
  const doc = withNotes(
    [para('甲*乙\x02')],
    [1, 3],
    [para('*注一'), para('\x02注二')],
    [CUSTOM, AUTO],
  );
  expect(shown(await read(doc))).toEqual(['甲*乙¹', '*注一', '¹注二']);
});
test('a note whose mark is deleted is dropped with it', async () => {
  const deleted = run('\x02', sprm(SPRM.charDeleted, 1));
  const reading = await read(withNotes([{ runs: [run('甲'), deleted] }], [1], [para('\x02注一')]));
  expect(shown(reading)).toEqual(['甲']);
  expect(ofFate(reading, 'dropped')).toEqual(['修订中删去的文字：注一']);
});
test('text of notes that no mark refers to is kept, and uncertain', async () => {
  const reading = await read({ main: [para('甲')], footnotes: [para('注'), para('')] });
  expect(shown(reading)).toEqual(['甲', '注']);
  expect(ofFate(reading, 'uncertain')).toEqual(['正文里没有注号的脚注：注']);
});
test('endnotes have the format of the document’s settings', async () => {
  const settings = new Uint8Array(500);
  settings.set(u16(2 << 2), 52);
  settings.set(u16(18), 494);
  const doc: MadeDoc = {
    main: [para('甲\x02')],
    endnotes: [para('\x02注'), para('')],
    places: {
      [PLACE.endnoteRefs]: plc([1, 1000], [AUTO]),
      [PLACE.endnoteTexts]: numbers([0, 3, 4]),
      [PLACE.sections]: plc([0, 3], [Uint8Array.of(0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0)]),
      [PLACE.documentSettings]: settings,
    },
  };
  expect(shown(await read(doc))).toEqual(['甲②', '②注']);
});
test('a section can have its own format, and begin its numbers anew', async () => {
  const section = Uint8Array.from([
    ...sprm(SPRM.footnoteFormat, ...u16(18)),
    ...sprm(SPRM.footnoteRestart, 1),
    ...sprm(SPRM.footnoteStart, ...u16(3)),
  ]);
  const doc = withNotes(
    [para('\x02甲\x02'), para('\x02乙')],
    [0, 2, 4],
    [para('\x02一'), para('\x02二'), para('\x02三')],
  );
  const places = { ...doc.places, [PLACE.sections]: plc([0, 4, 7], [SECTION, SECTION]) };
  const reading = await read({ ...doc, places, section });
  expect(shown(reading).slice(0, 2)).toEqual(['③甲④', '③乙']);
});
test('numbers that begin anew on each page are doubted, and told of', async () => {
  const section = sprm(SPRM.footnoteRestart, 2);
  const doc = withNotes([para('甲\x02'), para('乙\x02')], [1, 4], [para('\x02一'), para('\x02二')]);
  const places = { ...doc.places, [PLACE.sections]: plc([0, 6], [SECTION]) };
  const reading = await read({ ...doc, places, section });
  const doubt = '注的编号每页重排，文件里没有分页，这里的编号请对照原件：';
  expect(ofFate(reading, 'uncertain')).toEqual([doubt, doubt]);
  expect(reading.notices.join('')).toContain('每页重新编号');
});
