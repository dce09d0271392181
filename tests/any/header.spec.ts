import type { Page } from '@playwright/test';
import { SEARCH } from '../../src/routes.ts';
import { KINDS, pathOf } from '../kinds.ts';
import { expect, test } from '../site.ts';

const PHONE = { width: 390, height: 844 };

/** How many lines the header takes: in one, all of it that is shown stands beside each other. */
const linesOf = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('header .frame > *')]
      .map((e) => e.getBoundingClientRect())
      .filter(({ height }) => height > 0);
    return boxes.filter(({ top }) => boxes.every(({ bottom }) => top < bottom)).length ===
      boxes.length
      ? 1
      : 2;
  });

test('the header is one line on a phone, in a wide window and in the largest text, and holds at most five entries besides search and menu', async ({
  page,
  hosts,
}) => {
  for (const path of Object.values(KINDS)) {
    await page.goto(hosts.root + pathOf(path));
    for (const [width, size] of [
      [PHONE.width, ''],
      [PHONE.width, '200'],
      [1280, '200'],
      [1280, ''],
    ] as const) {
      await page.setViewportSize({ width, height: PHONE.height });
      await page.evaluate((s) => {
        document.documentElement.toggleAttribute('data-size', s !== '');
        if (s) document.documentElement.setAttribute('data-size', s);
      }, size);
      expect.soft(await linesOf(page), `${path}, ${width} px, text ${size}`).toBe(1);
    }
    const entries = () => document.querySelectorAll('header .entries a').length;
    expect(await page.evaluate(entries)).toBeLessThanOrEqual(5);
  }
});

for (const javaScriptEnabled of [true, false])
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the menu of a phone opens and leads to everything that stands in the wide header', async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.under}${KINDS['clause']}`);
      const wide = page.locator('header .entries a');
      const entries = await wide.evaluateAll((all) => all.map((e) => e.getAttribute('href')));
      expect(entries.length).toBeGreaterThan(2);
      await page.setViewportSize(PHONE);
      const menu = page.getByRole('navigation', { name: '菜单' });
      await expect(menu).toBeHidden();
      await page.locator('header summary').click();
      const links = menu.getByRole('link');
      const hrefs = await links.evaluateAll((all) => all.map((e) => e.getAttribute('href')));
      expect(hrefs).toEqual(expect.arrayContaining(entries));
      expect(hrefs.length).toBeGreaterThan(entries.length);
      const last = (await links.last().getAttribute('href')) ?? '';
      await links.last().click();
      await expect(page).toHaveURL(new URL(last, `${hosts.under}${KINDS['clause']}`).href);
    });

    test('the field in a wide header asks the search page, on each host', async ({
      page,
      hosts,
    }) => {
      for (const host of ['root', 'under', 'exact'] as const) {
        await page.goto(`${hosts[host]}${KINDS['clause']}`);
        await page.locator('header').getByRole('searchbox').fill('3000');
        await page.locator('header').getByRole('button', { name: '搜索' }).click();
        await page.waitForURL((url) => url.href.startsWith(hosts[host] + SEARCH.slice(1)));
        expect(decodeURIComponent(page.url())).toContain('q=3000');
      }
    });
  });

test('the menu closes by Escape, which gives back the keyboard, and by a click elsewhere', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}${KINDS['clause']}`);
  const summary = page.locator('header summary');
  const menu = page.getByRole('navigation', { name: '菜单' });
  await summary.click();
  await menu.getByRole('link').last().focus();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(summary).toBeFocused();
  await summary.click();
  await page.locator('h1').click();
  await expect(menu).toBeHidden();
});
