/** In the largest text, chosen here or set in the browser, pages stay whole on a phone: nothing sideways, no word in two. */
import type { Page } from '@playwright/test';
import { KINDS, open, pathOf } from '../kinds.ts';
import { expect, test } from '../site.ts';

/** What is too wide, which word of a control or a table of a figure stands on two lines, and which hint is cut off. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`page ${scrollWidth} > ${innerWidth}`);
    const words = new Intl.Segmenter('zh', { granularity: 'word' });
    const range = document.createRange();
    const SHORT = 4;
    for (const whole of document.querySelectorAll('button, .button, .matrix :is(th, td)')) {
      if (!whole.checkVisibility()) continue;
      const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        if (text.parentElement?.closest('.sr-only')) continue;
        // A short label is one word, whatever a dictionary says.
        const start = text.data.search(/\S/u);
        const label = text.data.trim();
        const parts =
          label.length <= SHORT && label === whole.textContent?.trim()
            ? [{ segment: label, index: start, isWordLike: true }]
            : words.segment(text.data);
        for (const { segment, index, isWordLike } of parts) {
          if (!isWordLike || !segment) continue;
          range.setStart(text, index);
          range.setEnd(text, index + segment.length);
          const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
          const [first] = lines;
          if (first && lines.some(({ top }) => top >= first.bottom - 1))
            found.push(`“${segment}” in “${whole.textContent}” stands on two lines`);
        }
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (!field.checkVisibility()) continue;
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const { font } = getComputedStyle(field, '::placeholder');
      // The cross that empties the field keeps its place while there is nothing to empty.
      const cross = field.type === 'search' ? parseFloat(getComputedStyle(field).fontSize) : 0;
      const room =
        field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - cross;
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) continue;
      pen.font = font;
      const { width } = pen.measureText(field.placeholder);
      if (width > room + 1)
        found.push(`“${field.placeholder}” is ${Math.round(width)} px in ${Math.round(room)}`);
    }
    return found;
  });

test('in the largest text, and in a browser’s text of 200 %, on any kind of page at 320 and 390 px nothing scrolls sideways, no button and no cell of a figure breaks a word, and no hint is cut off', async ({
  page,
  hosts,
}) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  for (const [kind, path] of Object.entries(KINDS)) {
    await page.goto('about:blank');
    await open(page, hosts.root + pathOf(path));
    for (const width of [320, 390])
      for (const [set, size, own] of [
        ['chosen', '200', ''],
        ['of the browser', '', 'html { font-size: 200% }'],
        ['as it comes', '', ''],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(
          ([size, own]) => {
            document.documentElement.setAttribute('data-size', size);
            if (!size) document.documentElement.removeAttribute('data-size');
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(own);
            document.adoptedStyleSheets = [sheet];
            for (const fold of document.querySelectorAll('details')) fold.open = true;
          },
          [size, own] as const,
        );
        const found = new Set(await faults(page));
        wrong.push(...[...found].map((one) => `${kind}, ${width} px, ${set}: ${one}`));
      }
  }
  expect(wrong).toEqual([]);
});
