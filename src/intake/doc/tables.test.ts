import { expect, test } from 'vitest';
import type { MadeParagraph } from './made-paragraphs.ts';
import { para, row, run, sprm, u16 } from './made-paragraphs.ts';
import { accounted, ofFate, readMade, shown } from './made-reading.ts';
import { SPRM } from './sprm.ts';

const read = async (...main: MadeParagraph[]) => {
  const reading = await readMade({ main });
  expect(accounted(reading)).toBe(reading.characters);
  return reading;
};
const linesOf = async (...main: MadeParagraph[]) => shown(await read(...main));

test('a row is a line whose cells are parted by tabs', async () => {
  const reading = await read(para('前'), ...row(['甲', '乙']), ...row(['', '丙']), para('后'));
  expect(shown(reading)).toEqual(['前', '甲\t乙', '\t丙', '后']);
  expect(reading.lines.map(({ place }) => place)).toEqual([
    '第1段',
    '表1第1行',
    '表1第2行',
    '第2段',
  ]);
});
test('paragraphs and breaks within a cell are parted by U+000B; blank ones by nothing', async () => {
  expect(await linesOf(...row(['甲\n乙', '丙\x0b丁', '\n戊\n']))).toEqual(['甲\v乙\t丙\v丁\t戊']);
});
test('a blank row is no line', async () => {
  expect(await linesOf(...row(['甲', '乙']), ...row(['', '']))).toEqual(['甲\t乙']);
});
test('a tab within a cell is no border of cells', async () => {
  expect(await linesOf(...row(['甲\t乙', '丙']))).toEqual(['甲\u3000乙\t丙']);
});
test('cells over several columns take their tabs, so that rows line up', async () => {
  const rows = [
    ...row(['甲', '乙', '丙'], [0, 1000, 2000, 3000]),
    ...row(['丁', '戊'], [10, 1990, 3000]),
    ...row(['己'], [1000, 3000]),
  ];
  const lines = await linesOf(...rows);
  expect(lines).toEqual(['甲\t乙\t丙', '丁\t\t戊', '\t己\t']);
});
test('a table whose rows have one cell is a frame: its paragraphs are lines', async () => {
  const reading = await read(...row(['专栏1\n甲。\n乙。'], [0, 8000]), ...row(['丙。'], [0, 8000]));
  expect(shown(reading)).toEqual(['专栏1', '甲。', '乙。', '丙。']);
  expect(reading.lines[1]?.place).toBe('表1第1行第2段');
});
test('a row over the whole width of a table of several columns stays a row', async () => {
  const rows = [...row(['甲'], [0, 2000]), ...row(['乙', '丙'], [0, 1000, 2000])];
  expect((await read(...rows)).lines.map(({ place }) => place)).toEqual(['表1第1行', '表1第2行']);
});
test('a table within a cell keeps its order, and is told of', async () => {
  const inner = (text: string, ...changes: Uint8Array[]) =>
    para(text, sprm(SPRM.paraInTable, 1), sprm(SPRM.paraDepth, 2, 0, 0, 0), ...changes);
  const cellEnd = sprm(SPRM.paraInnerCellEnd, 1);
  const innerRow = [
    inner('子', cellEnd),
    inner('丑', cellEnd),
    inner('', sprm(SPRM.paraInnerRowEnd, 1)),
  ];
  const [first, second, end] = row(['甲', '乙']);
  if (!first || !second || !end) throw new Error('Unexpected row');
  const reading = await read(
    { ...first, mark: '\r' },
    ...innerRow,
    ...innerRow,
    { ...first, runs: [] },
    second,
    end,
  );
  expect(shown(reading)).toEqual(['甲\v子\u3000丑\v子\u3000丑\t乙']);
  expect(reading.notices).toMatchInlineSnapshot(`
    [
      "表格里还有表格（表1第1行），里面的每一行写成了单元格里的一段。请对照原件核对。",
    ]
  `);
});
test('text in a cell that another one covers is uncertain', async () => {
  const flags = [0x60, 0x20, 0x02, 0];
  const cells = flags.flatMap((flag) => [flag, ...new Array(19).fill(0)]);
  const operand = [4, ...[0, 1000, 2000, 3000, 4000].flatMap((edge) => u16(edge)), ...cells];
  const borders = sprm(SPRM.tableCells, ...u16(operand.length + 1), ...operand);
  const paragraphs = row(['甲', '乙', '丙', '丁']);
  const end = paragraphs.pop();
  if (!end) throw new Error('Unexpected row');
  const sprms = Uint8Array.from([...(end.sprms ?? []), ...borders]);
  const reading = await read(...paragraphs, { ...end, sprms });
  expect(shown(reading)).toEqual(['甲\t乙\t丙\t丁']);
  expect(ofFate(reading, 'uncertain')).toEqual([
    '合并的单元格里还留着的字，不一定印出来：乙',
    '合并的单元格里还留着的字，不一定印出来：丙',
  ]);
});
test('hidden text in a cell is dropped and its column stays', async () => {
  const [cell, ...rest] = row(['', '乙']);
  if (!cell) throw new Error('Unexpected row');
  const hidden = { ...cell, runs: [run('甲', sprm(SPRM.charHidden, 1))] };
  const reading = await read(hidden, ...rest);
  expect(shown(reading)).toEqual(['\t乙']);
  expect(ofFate(reading, 'dropped')).toEqual(['隐藏文字：甲']);
});
test('a table that ends without the end of its row loses nothing', async () => {
  const cells = row(['甲', '乙']).slice(0, 2);
  expect(await linesOf(...cells, para('丙'))).toEqual(['甲\t乙', '丙']);
});
test('a table within a cell that ends without its row keeps its place', async () => {
  const inner = para('子', sprm(SPRM.paraInTable, 1), sprm(SPRM.paraDepth, 2, 0, 0, 0));
  const [first, second, end] = row(['甲', '乙']);
  if (!first || !second || !end) throw new Error('Unexpected row');
  expect(await linesOf(inner, first, inner, second, end)).toEqual(['子\v甲\t子\v乙']);
});
test('changes of a row that lie in the data stream are read there', async () => {
  const changes = [...sprm(SPRM.paraInTable, 1), ...sprm(SPRM.paraRowEnd, 1)];
  const data = Uint8Array.of(0, 0, 0, 0, changes.length, 0, ...changes);
  const [first, second, end] = row(['甲', '乙']);
  if (!first || !second || !end) throw new Error('Unexpected row');
  const elsewhere = { ...end, sprms: sprm(SPRM.paraElsewhere, 4, 0, 0, 0) };
  const main = [first, second, elsewhere, first, second, elsewhere];
  const { lines } = await readMade({ main, data });
  expect(lines.map(({ place }) => place)).toEqual(['表1第1行', '表1第2行']);
});
