import { describe, expect, test } from 'vitest';
import { frame, show } from './tiny-pdf.ts';
import { isWhole, page, paragraph, read, said, those } from './tiny-reading.ts';

describe('tables', () => {
  const row = (cells: readonly string[], y: number) =>
    cells.map((text, i) => show(text, 85 + i * 140, y, 12)).join('');
  const table = (rows: readonly string[][], top = 100) =>
    frame(
      [80, 220, 360, 500],
      Array.from({ length: rows.length + 1 }, (_, i) => top + i * 30),
    ) + rows.map((cells, i) => row(cells, top + 20 + i * 30)).join('');

  test('a ruled table gives a line a row, cells parted by added tabs', async () => {
    const reading = await read([
      page(paragraph(1), 60) +
        table(
          [
            ['序号', '名称', '标准'],
            ['1', '', '三元'],
          ],
          200,
        ),
    ]);
    expect(said(reading).slice(1)).toEqual(['序号\t名称\t标准', '1\t\t三元']);
    expect(new Set(those(reading, 'added'))).toEqual(new Set([' 表格的列']));
  });

  test('lines of a cell are joined', async () => {
    const rules = frame([80, 220, 360], [100, 180, 210]);
    const cell =
      show('按照规定保持', 85, 120, 12) + show('清洁', 85, 140, 12) + show('1', 225, 120, 12);
    const reading = await read([rules + cell + show('其他', 85, 200, 12)]);
    expect(said(reading)).toEqual(['按照规定保持清洁\t1', '其他\t']);
  });

  test('a table goes on over pages, the head of which stands once', async () => {
    const head = ['序号', '名称', '标准'];
    const reading = await read([
      table([head, ['1', '甲', '三元'], ['2', '乙', '四元']]),
      table([head, ['3', '丙', '五元'], ['4', '丁', '六元']]),
    ]);
    expect(said(reading).map((text) => text[0])).toEqual(['序', '1', '2', '3', '4']);
    expect(those(reading, 'dropped')).toEqual([
      '序号 跨页重复的表头',
      '名称 跨页重复的表头',
      '标准 跨页重复的表头',
    ]);
    expect(isWhole(reading)).toBe(true);
  });

  test('a frame round a page is no table', async () => {
    const reading = await read([
      page([...paragraph(1), ...paragraph(2)]) + frame([60, 540], [40, 80, 800]),
    ]);
    expect(said(reading)).toHaveLength(2);
  });

  test('a row that a page break parts is one row again, its second part uncertain', async () => {
    const head = ['序号', '名称', '标准'];
    const reading = await read([
      table([head, ['1', '甲', '三元'], ['2', '乙类网点', '四元']]),
      table([head, ['', '的其他', ''], ['3', '丙', '五元']]),
    ]);
    expect(said(reading)[2]).toBe('2\t乙类网点的其他\t四元');
    expect(those(reading, 'uncertain')).toEqual(['的其他 像上一页最后一行的余下部分']);
  });

  test('characters that lie over each other are uncertain', async () => {
    const over = show('名称', 85, 120, 12) + show('机构数', 91, 117, 12);
    const reading = await read([page(paragraph(1), 300) + over]);
    expect(those(reading, 'uncertain').join()).toContain('次序不能断定');
    expect(isWhole(reading)).toBe(true);
  });

  test('three lines in the same columns are rows without lines round them', async () => {
    const rows = [
      ['甲类', '三元', '按月'],
      ['乙类', '四元', '按月'],
      ['丙类', '五元', '按季'],
    ];
    const reading = await read([
      page(paragraph(1), 60) + rows.map((cells, i) => row(cells, 200 + i * 24)).join(''),
    ]);
    expect(said(reading).slice(1)).toEqual(rows.map((cells) => cells.join('\t')));
  });
});
