import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { KINDS, pathOf } from './kinds.ts';
import { expect, test } from './site.ts';

const WIDTHS = [390, 1280];
const THEMES = ['light', 'dark', 'contrast', 'contrast in the dark'] as const;

async function choose(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  const dark = theme === 'dark' || theme === 'contrast in the dark';
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const chosen = theme.startsWith('contrast') ? 'contrast' : theme;
  await page.addInitScript(
    (t) => localStorage.setItem('display', JSON.stringify({ theme: t })),
    chosen,
  );
}

for (const theme of THEMES) {
  for (const width of WIDTHS) {
    test(`axe finds nothing on any kind of page: ${theme}, ${width} px`, async ({
      page,
      hosts,
    }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      await choose(page, theme);
      for (const [kind, path] of Object.entries(KINDS)) {
        await page.goto(hosts.root + pathOf(path));
        await page.locator('h1').waitFor();
        if (path.includes('?q=')) await page.locator('site-search[data-state=done]').waitFor();
        const { violations, passes } = await new AxeBuilder({ page })
          // The other way opens a blank page each time, for frames of other origins; there are none.
          .setLegacyMode(true)
          // Of what passes, nobody reads more than that it did.
          .options({ resultTypes: ['violations'] })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.map(
          (v) => `${kind}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
        );
        expect(found).toEqual([]);
        expect(passes.length).toBeGreaterThan(10);
      }
    });
  }
}

/** Text that is cut off, and boxes that make the page wider than the window. */
const overflows = (page: Page) =>
  page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > innerWidth
        ? [`page ${document.documentElement.scrollWidth} > ${innerWidth}`]
        : [];
    const cut = [...document.querySelectorAll('main *, header *, footer *')]
      .filter(
        (e) =>
          getComputedStyle(e).overflow === 'hidden' &&
          !e.closest('.sr-only') &&
          e.scrollHeight > e.clientHeight + 1,
      )
      .map((e) => `cut ${e.tagName} ${e.className}`);
    return [...wide, ...cut];
  });

for (const [name, width, size] of [
  ['at 320 px', 320, ''],
  ['at 390 px', 390, ''],
  ['at 768 px', 768, ''],
  ['at 1280 px', 1280, ''],
  ['at 400 % zoom of a 1280 px window', 320, ''],
  ['in the largest text at 390 px', 390, '200'],
] as const) {
  test(`nothing scrolls sideways ${name}`, async ({ page, hosts }) => {
    await page.setViewportSize({ width, height: name.includes('zoom') ? 256 : 800 });
    await page.addInitScript(
      (s) => localStorage.setItem('display', JSON.stringify({ size: s })),
      size,
    );
    for (const path of Object.values(KINDS)) {
      await page.goto(hosts.root + pathOf(path));
      expect(await overflows(page), path).toEqual([]);
    }
  });
}

test('a reader’s own text spacing cuts nothing off (WCAG 1.4.12)', async ({ browser, hosts }) => {
  const context = await browser.newContext({
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  for (const path of Object.values(KINDS)) {
    await page.goto(hosts.root + pathOf(path));
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    });
    expect(await overflows(page), path).toEqual([]);
  }
  await context.close();
});

for (const width of [320, 1280]) {
  test(`every target is at least 24 px each way at ${width} px`, async ({ page, hosts }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of Object.values(KINDS)) {
      await page.goto(hosts.root + pathOf(path));
      const small = await page
        .locator('a[href], button, input, summary, label:has(input)')
        .evaluateAll((targets) =>
          targets
            .filter(
              (t) =>
                t.checkVisibility() &&
                !t.classList.contains('skip') &&
                !(t instanceof HTMLInputElement && t.type === 'radio'),
            )
            .map((t) => ({
              name: t.textContent?.trim() || t.getAttribute('aria-label'),
              box: t.getBoundingClientRect(),
            }))
            .filter(({ box }) => box.width < 24 || box.height < 24)
            .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
        );
      expect(small, path).toEqual([]);
    }
  });
}

test('the keyboard alone reaches every control in order, and focus is always seen', async ({
  page,
  hosts,
}) => {
  test.setTimeout(240_000);
  for (const path of Object.values(KINDS)) {
    await page.goto(hosts.root + pathOf(path));
    if (path.includes('?q=')) await page.locator('site-search[data-state=done]').waitFor();
    const wanted = await page
      .locator('a[href], button, input:not([type=radio]), summary')
      .evaluateAll((all) => all.filter((e) => e.checkVisibility()).length);
    // What has the focus is noted in the page itself: asking after every key takes three times as long.
    await page.evaluate(() => {
      const seen = new Set<EventTarget | null>();
      const unseen: string[] = [];
      addEventListener('focusin', ({ target }) => {
        seen.add(target);
        if (!(target instanceof Element)) return;
        const { outlineStyle, outlineWidth } = getComputedStyle(target);
        const drawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        if (!drawn || target.getBoundingClientRect().width === 0)
          unseen.push(target.outerHTML.slice(0, 120));
      });
      Object.assign(window, { focused: () => ({ reached: seen.size, unseen }) });
    });
    // Held down, the key repeats: half as many events, of which a whole browser takes thirty a second.
    for (let i = 0; i < wanted + 5; i++) await page.keyboard.down('Tab');
    await page.keyboard.up('Tab');
    const { reached, unseen } = await page.evaluate<{ reached: number; unseen: string[] }>(() =>
      Reflect.get(window, 'focused')(),
    );
    expect(unseen, path).toEqual([]);
    expect(reached, path).toBeGreaterThanOrEqual(wanted);
  }
});

test('the first stop of the keyboard skips to the text, the second to search', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('跳到正文');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${hosts.root}search.html`);
});

test('three（四）is read as its place, not as brackets', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(/第三部分第（四）项/u);
});
