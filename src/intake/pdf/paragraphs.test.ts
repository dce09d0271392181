import { describe, expect, test } from 'vitest';
import { show, WIDTH } from './tiny-pdf.ts';
import {
  FULL,
  isWhole,
  LEFT,
  page,
  paragraph,
  read,
  SIZE,
  STEP,
  said,
  those,
  words,
} from './tiny-reading.ts';

describe('paragraphs', () => {
  test('lines that reach the right edge go on; an indented one begins a paragraph', async () => {
    const reading = await read([page([...paragraph(1), ...paragraph(2)])]);
    expect(said(reading)).toEqual(
      [paragraph(1), paragraph(2)].map((lines) => lines.join('').trim()),
    );
    expect(isWhole(reading)).toBe(true);
  });

  test('a page that ends inside a word is joined to the next', async () => {
    const lines = [...paragraph(1), ...paragraph(2), ...paragraph(3)];
    const reading = await read([page(lines.slice(0, 5)), page(lines.slice(5))]);
    expect(said(reading)).toHaveLength(3);
    expect(said(reading)[1]).toBe(paragraph(2).join('').trim());
  });

  test('without indents a short line ends a paragraph, and a number begins one', async () => {
    const flush = [
      words(FULL, 1),
      `${words(4)}。`,
      words(FULL, 2),
      `${words(FULL - 1, 3)}。`,
      `二、${words(6)}`,
    ];
    const reading = await read([page([...flush, ...flush.slice(0, 4)])]);
    expect(said(reading).map((text) => text.length)).toEqual([32, 54, 8, 32, 54]);
  });

  test('each line of a title in the middle stays a line, and a signature at the right', async () => {
    const middle = (text: string, y: number, size: number) =>
      show(text, (WIDTH - text.length * size) / 2, y, size);
    const title = middle(words(18), 60, 22) + middle(words(10, 3), 92, 22);
    const signed = show('某市某局', 400, 700) + show('二〇二〇年五月', 400, 728);
    const reading = await read([title + page([...paragraph(1), ...paragraph(2)], 160) + signed]);
    expect(said(reading)).toHaveLength(6);
    expect(said(reading).at(-2)).toBe('某市某局');
  });

  test('an entry of a table of contents ends with its page number, at the right edge too', async () => {
    const entries = [1, 2, 3].map((n) => `${words(6, n)}${'.'.repeat(41)}${n}`);
    const reading = await read([page([...entries, ...paragraph(1), ...paragraph(2)])]);
    expect(said(reading).slice(0, 3)).toEqual(entries);
  });

  test('without indents a wider step begins a paragraph after a full stop', async () => {
    const full = (seed: number) => [
      words(FULL, seed),
      words(FULL, seed),
      `${words(FULL - 1, seed)}。`,
    ];
    const reading = await read([page(full(1)) + page(full(2), 100 + 3 * STEP + 10)]);
    expect(said(reading)).toEqual([full(1).join(''), full(2).join('')]);
  });

  test('a line below what follows a label goes on', async () => {
    const label = `${show(`抄送：${words(FULL - 4, 1)}；`, LEFT, 600)}${show(`${words(4)}。`, LEFT + 3 * SIZE, 628)}`;
    const reading = await read([page([...paragraph(1), ...paragraph(2)]) + label]);
    expect(said(reading).at(-1)).toBe(`抄送：${words(FULL - 4, 1)}；${words(4)}。`);
  });

  test('two columns are read one after the other', async () => {
    const column = (x: number, seed: number) =>
      Array.from({ length: 8 }, (_, i) => show(words(13, seed + i), x, 100 + i * 20)).join('');
    const reading = await read([column(60, 1) + column(320, 20)]);
    const text = said(reading).join('');
    expect(text.startsWith(words(13, 1) + words(13, 2))).toBe(true);
    expect(text.endsWith(words(13, 26) + words(13, 27))).toBe(true);
  });

  test('a note in brackets below a title goes on until it is closed', async () => {
    const note = show('（二〇二〇年五月一日某会第三次会议', 160, 60) + show('通过）', 272, 88);
    const reading = await read([note + page([...paragraph(1), ...paragraph(2)], 160)]);
    expect(said(reading)[0]).toBe('（二〇二〇年五月一日某会第三次会议通过）');
  });

  test('a footnote stands after the paragraph that goes on above and below it', async () => {
    const lines = [...paragraph(1), ...paragraph(2), ...paragraph(3)];
    const note = `80 100 m 220 100 l S\n${show('①见另一个办法。', 80, 760, 10)}`;
    const reading = await read([page(lines.slice(0, 5)) + note, page(lines.slice(5))]);
    expect(said(reading)[1]).toBe(paragraph(2).join('').trim());
    expect(said(reading)[2]).toBe('①见另一个办法。');
    expect(reading.lines[2]?.place).toBe('第1页脚注');
  });

  test('where nothing is indented, whether a page begins a paragraph after a full stop is uncertain', async () => {
    const full = (seed: number) => `${words(FULL - 1, seed)}。`;
    const reading = await read([page([words(FULL, 1), full(2)]), page([words(FULL, 3), full(4)])]);
    expect(said(reading)).toHaveLength(1);
    expect(those(reading, 'uncertain')).toEqual([`${words(1, 3)} 换页处不能断定是否另起一段`]);
  });

  test('a raised figure stays in its place', async () => {
    const reading = await read([
      show('每', 80, 100) + show('m', 96, 100) + show('3', 104, 93, 9) + show('收费', 110, 100),
    ]);
    expect(said(reading)).toEqual(['每m3收费']);
  });
});

test('a page turned on its side reads the same', async () => {
  const turned = await read([page([...paragraph(1), ...paragraph(2)])], { page: '/Rotate 90' });
  expect(said(turned)).toHaveLength(2);
});
