import type { Page } from '@playwright/test';
import { runAxe } from '../axe.ts';
import { KINDS, open, pathOf } from '../kinds.ts';
import { expect, test } from '../site.ts';

const WIDTHS = [390, 1280];
const THEMES = ['contrast', 'contrast in the dark', 'dark'] as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of colours: all others ask what is there, how large it is and what it says, which a theme does not change. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Shows a page that is there as a reader with this theme has it. */
async function show(page: Page, theme: 'light' | (typeof THEMES)[number]): Promise<void> {
  const dark = theme === 'dark' || theme === 'contrast in the dark';
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const chosen = theme.startsWith('contrast') ? 'contrast' : theme;
  await page.evaluate((t) => document.documentElement.setAttribute('data-theme', t), chosen);
}

/** Every element that is shown, and how large it is. */
const sizes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((e) => e.checkVisibility())
      .map((e) => {
        const { width, height } = e.getBoundingClientRect();
        return `${e.localName} ${Math.round(width)}×${Math.round(height)}`;
      })
      .join('\n'),
  );

/**
 * Marks one of all texts that are drawn alike: in one colour, size and weight, on the same ground, inside of the same
 * colour and, a link, of a text or not. Those of `known` are not marked again: they were in this theme at another width
 * or on another page. Returns those that are marked.
 */
const markDrawn = (page: Page, known: ReadonlySet<string>) =>
  page.evaluate(
    (before) => {
      const known = new Set(before);
      const grounds = new Map<Element, string>();
      const groundOf = (e: Element | null): string => {
        if (!e) return '';
        const kept = grounds.get(e);
        if (kept !== undefined) return kept;
        const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(e);
        const own = [backgroundColor, backgroundImage, opacity, filter].join();
        const covers = backgroundColor.startsWith('rgb(') && opacity === '1';
        const draws = own !== 'rgba(0, 0, 0, 0),none,1,none';
        const ground = covers ? own : (draws ? own : '') + groundOf(e.parentElement);
        grounds.set(e, ground);
        return ground;
      };
      const marked: string[] = [];
      for (const e of document.querySelectorAll('body, body *')) {
        e.removeAttribute('data-drawn');
        const says = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim());
        if (!(says || e.matches('input, select, textarea')) || !e.checkVisibility()) continue;
        // Only heard, so it has no colours, and must not stand for what has.
        if (e.closest('.sr-only')) continue;
        const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(e);
        const around = e.parentElement ? getComputedStyle(e.parentElement).color : '';
        const words = [...(e.parentElement?.childNodes ?? [])];
        const inText = words.some((n) => n.nodeType === 3 && n.textContent?.trim());
        const own = [e.localName, color, fontSize, fontWeight, textDecorationLine, textShadow];
        const drawn = [...own, around, inText, groundOf(e)].join();
        if (known.has(drawn)) continue;
        known.add(drawn);
        e.setAttribute('data-drawn', '');
        marked.push(drawn);
      }
      return marked;
    },
    [...known],
  );

test('axe finds nothing on any kind of page, at any width and in any theme', async ({
  page,
  hosts,
}) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  const known = new Map(THEMES.map((theme) => [theme, new Set<string>()]));
  for (const [kind, path] of Object.entries(KINDS)) {
    // A page that differs by its `#` alone from the one before would not be opened anew.
    await page.goto('about:blank');
    await open(page, hosts.root + pathOf(path));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await show(page, 'light');
      const all = await runAxe(page, ':root', TAGS);
      wrong.push(...all.bad.map((one) => `${kind}, light, ${width} px: ${one}`));
      expect(all.good, kind).toBeGreaterThan(10);
      const light = await sizes(page);
      for (const [theme, drawn] of known) {
        await show(page, theme);
        expect.soft(await sizes(page), `${kind}, ${theme}, ${width} px`).toBe(light);
        const marked = await markDrawn(page, drawn);
        if (marked.length === 0) continue;
        for (const one of marked) drawn.add(one);
        const colours = await runAxe(page, '[data-drawn]', { type: 'rule', values: OF_COLOURS });
        wrong.push(...colours.bad.map((one) => `${kind}, ${theme}, ${width} px: ${one}`));
        expect(colours.good, kind).toBeGreaterThan(0);
      }
    }
  }
  for (const [theme, drawn] of known) expect(drawn.size, theme).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

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

/** Targets that are smaller than 24 px one way. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, summary, label:has(input)')]
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
      .map(({ name, box }) => `target ${name} ${box.width}×${box.height}`),
  );

test('on any kind of page nothing scrolls sideways or is cut off at any width, zoomed in, in the largest text, in a reader’s own text spacing (WCAG 1.4.12), and every target is at least 24 px each way', async ({
  page,
  hosts,
}) => {
  test.setTimeout(240_000);
  const OWN_SPACING =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
  const wrong: string[] = [];
  for (const path of Object.values(KINDS)) {
    await page.goto(hosts.root + pathOf(path));
    for (const [name, width, height, size, spacing] of [
      ['at 320 px', 320, 800, '', ''],
      ['at 400 % zoom of a 1280 px window', 320, 256, '', ''],
      ['at 768 px', 768, 800, '', ''],
      ['at 1280 px', 1280, 800, '', ''],
      ['at 390 px', 390, 800, '', ''],
      ['in the largest text at 390 px', 390, 800, '200', ''],
      ['in a reader’s own spacing at 390 px', 390, 844, '', OWN_SPACING],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.evaluate(
        ([size, spacing]) => {
          document.documentElement.setAttribute('data-size', size);
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(spacing);
          document.adoptedStyleSheets = [sheet];
        },
        [size, spacing] as const,
      );
      const found = await overflows(page);
      if (name === 'at 320 px' || name === 'at 1280 px') found.push(...(await smallTargets(page)));
      wrong.push(...found.map((one) => `${path} ${name}: ${one}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('the keyboard alone reaches every control in order, and focus is always seen', async ({
  page,
  hosts,
}) => {
  test.setTimeout(240_000);
  for (const path of Object.values(KINDS)) {
    await page.goto(hosts.root + pathOf(path));
    if (path.includes('?q=')) await page.locator('site-search[data-state=done]').waitFor();
    const wanted = await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href], button, input:not([type=radio]), summary')].filter(
          (e) => e.checkVisibility(),
        ).length,
    );
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
  await page.goto(`${hosts.root}${KINDS['clause']}`);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('跳到正文');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.goto(`${hosts.root}${KINDS['clause']}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${hosts.root}search.html`);
});
