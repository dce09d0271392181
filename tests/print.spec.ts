import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { issuedLines } from './policy.ts';
import { expect, test } from './site.ts';

/** The strip above and the page number below. */
const NOT_TEXT = /由网站打印|^[—\s\d]+$/u;

interface Line {
  y: number;
  text: string;
}

/** The lines of each page of the PDF that the browser prints, top to bottom. */
async function print(page: Page): Promise<{ lines: Line[]; width: number; height: number }[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const sheet = await pdf.getPage(n);
    const rows: Line[] = [];
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const y = item.transform[5];
      // Pieces in different fonts share a line without sharing a baseline to the last decimal.
      const row = rows.find((line) => Math.abs(line.y - y) < 4);
      if (row) row.text += item.str;
      else rows.push({ y, text: item.str });
    }
    const { width, height } = sheet.getViewport({ scale: 1 });
    pages.push({ lines: rows.sort((a, b) => b.y - a.y), width, height });
  }
  return pages;
}

/**
 * Text for comparing with a PDF's, blanks and width aside. A font that draws 页 and the radical ⻚ with one glyph gives
 * back either, so characters that have such a twin are compared by place, as ⻚.
 */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[\u2e80-\u2eff页齐长门马风见车韦食飞鱼鸟麦黄龙角贝青龟齿西母民虎鬼骨户戶]/gu, '⻚');

test('the whole issued text prints on at most seven A4 sheets of 28 characters by 22 lines', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}prs-2018-156.html`);
  const sheets = await print(page);
  expect(sheets.length).toBeLessThanOrEqual(7);
  for (const [index, { lines, width, height }] of sheets.entries()) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const all = lines.map((l) => l.text).join('');
    expect(bare(all)).toContain(`—${index + 1}—`);
    expect(bare(all)).toContain(bare('本页由网站打印，仅供参考，不是正式公文'));
  }
  // Sheets in the middle hold nothing but the text, on a grid of 28.98 pt; one that would end with a part's
  // heading leaves its last line to the next sheet.
  const middles = sheets
    .slice(1, -1)
    .map(({ lines }) => lines.filter(({ text }) => !NOT_TEXT.test(bare(text))));
  for (const lines of middles) expect([21, 22]).toContain(lines.length);
  const middle = middles.find((lines) => lines.length === 22) ?? [];
  expect(middle.length).toBe(22);
  const steps = middle.slice(1).map(({ y }, i) => (middle[i]?.y ?? 0) - y);
  for (const step of steps) expect(Math.abs(step - 28.98)).toBeLessThan(1.5);
  // The fullest lines hold 28 characters; a number in digits may squeeze one more in.
  const longest = Math.max(...middle.map(({ text }) => Array.from(bare(text)).length));
  expect(longest).toBeGreaterThanOrEqual(28);
  expect(longest).toBeLessThanOrEqual(30);
  const printed = sheets.map(({ lines }) =>
    lines
      .filter(({ text }) => !NOT_TEXT.test(bare(text)))
      .map((l) => l.text)
      .join(''),
  );
  expect(bare(printed.join(''))).toContain(bare(issuedLines.slice(3).join('')));
});

for (const javaScriptEnabled of [true, false]) {
  test(`every print bears the strip with the document, the day and the address, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
    const sheets = await print(page);
    const text = bare(sheets.flatMap(({ lines }) => lines.map((l) => l.text)).join(''));
    expect(text).toContain(bare('以平人社〔2018〕156号原文为准'));
    expect(text).toContain(bare('打印日期'));
    // Without script the day is left to be written, and the site's own address is not known.
    expect(text.includes(bare(`${new Date().getFullYear()}年`))).toBe(javaScriptEnabled);
    expect(text.includes(bare(hosts.root))).toBe(javaScriptEnabled);
    expect(text).toContain('prs-2018-156/p3-4.html');
    expect(text).not.toContain(bare('显示设置'));
    await context.close();
  });
}
