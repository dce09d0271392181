import { describe, expect, test } from 'vitest';
import { show, slant } from './tiny-pdf.ts';
import { isWhole, page, paragraph, read, said, those } from './tiny-reading.ts';

describe('what does not belong to the text', () => {
  const pages = (extra: (n: number) => string, count = 4) =>
    Array.from(
      { length: count },
      (_, i) => page([...paragraph(i), ...paragraph(i + 9)]) + extra(i + 1),
    );

  test('page numbers that count are dropped, in whatever dress', async () => {
    const dresses = [
      (n: number) => `${n}`,
      (n: number) => `—${n}—`,
      (n: number) => `第${n}页共4页`,
    ];
    for (const dress of dresses) {
      const reading = await read(pages((n) => show(dress(n), 280, 800, 12)));
      expect(those(reading, 'dropped')).toEqual([1, 2, 3, 4].map((n) => `${dress(n)} 页码`));
      expect(said(reading)).toHaveLength(8);
    }
  });

  test('a head that stands on every page is dropped; a number of an annex at the same place is not', async () => {
    const reading = await read(pages((n) => show(n % 2 ? '某市公报' : '某市公报', 250, 40, 10)));
    expect(those(reading, 'dropped')).toEqual(Array.from({ length: 4 }, () => '某市公报 页眉'));
    const annexes = await read(pages((n) => show(`附件${n}`, 80, 60)));
    expect(those(annexes, 'dropped')).toEqual([]);
  });

  test('what looks like a page number on one page alone is uncertain', async () => {
    const reading = await read(pages(() => show('1', 290, 800, 12), 1));
    expect(those(reading, 'uncertain')).toEqual(['1 像页码，没有足够的页可以对照']);
    expect(isWhole(reading)).toBe(true);
  });

  test('a slanted watermark on every page is dropped, on one page it is uncertain', async () => {
    const every = await read(pages(() => slant('内部资料', 200, 500)));
    expect(new Set(those(every, 'dropped'))).toEqual(new Set(['内部资料 水印']));
    const one = await read(pages((n) => (n === 1 ? slant('内部资料', 200, 500) : '')));
    expect(those(one, 'uncertain')).toEqual(['内部资料 斜排的文字']);
  });

  test('a watermark under the lines of every page is dropped', async () => {
    const reading = await read(pages(() => show('内部资料', 120, 250, 40)));
    expect(said(reading)).toHaveLength(8);
    expect(those(reading, 'dropped')).toEqual(expect.arrayContaining(['内部资料 水印']));
    expect(isWhole(reading)).toBe(true);
  });

  test('what forms share, that say the same page after page, is text', async () => {
    const form = page(['申请表', '姓名', '单位', '地址', '电话', '意见', '盖章', '日期'], 60);
    const reading = await read([form, form, form]);
    expect(those(reading, 'dropped')).toEqual([]);
  });

  test('characters printed twice to look bold are kept once', async () => {
    const reading = await read([
      page(paragraph(1)) + show('一、总则', 80, 300) + show('一、总则', 80.4, 300),
    ]);
    expect(said(reading).at(-1)).toBe('一、总则');
    expect(those(reading, 'dropped')).toEqual(['一、总则 重叠印刷']);
    expect(isWhole(reading)).toBe(true);
  });

  test('what can be no character is uncertain', async () => {
    const reading = await read([page(paragraph(1)) + show('\u{e001}⼀', 80, 300)]);
    expect(those(reading, 'uncertain')).toEqual([
      '\u{e001} 私用区字符，认不出是什么字',
      '⼀ 部首字符，多半应是同形的汉字',
    ]);
  });

  test('invisible, white and outlying text is uncertain', async () => {
    const hidden = `3 Tr\n${show('看不到', 80, 300)}0 Tr\n1 1 1 rg\n${show('白的', 80, 340)}0 0 0 rg\n${show('外面', 80, -40)}`;
    const reading = await read([page(paragraph(1)) + hidden]);
    expect(those(reading, 'uncertain').toSorted()).toEqual(
      ['外面 印在页面之外', '白的 白色文字', '看不到 看不见的文字'].toSorted(),
    );
    expect(isWhole(reading)).toBe(true);
  });
});
