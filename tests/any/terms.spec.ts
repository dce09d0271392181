/** A term in the issued text, for those who tap it. */
import type { Page } from '@playwright/test';
import { sentencesOf } from '../../src/domain/policy/clause.ts';
import { clauseHref, TERMS } from '../../src/routes.ts';
import { clausePages } from '../../src/site/pages.ts';
import type { TermsInText } from '../../src/site/terms-in-text.ts';
import { runAxe } from '../axe.ts';
import { library } from '../library.ts';
import { expect, test, watch } from '../site.ts';

/** How many terms lead to their entries; what is cited leads elsewhere. */
function usedIn(terms: TermsInText): number {
  return [...terms.values()].flat().filter(({ href, cites }) => href && !cites).length;
}

const [used] = clausePages(library)
  .map(({ props }) => props)
  .filter(({ stretch }) => stretch.inner.length === 0)
  .toSorted((a, b) => usedIn(b.terms) - usedIn(a.terms));
if (!used) throw new Error('Unexpected library, expected a clause that uses terms');
const { policy, stretch } = used;
const ADDRESS = clauseHref(policy.id, stretch.clause.id).slice(1);
const link = (page: Page) => page.locator('[data-issued] .sentence > a:not([rel])').first();
const note = (page: Page) => page.getByRole('dialog');
const settled = (page: Page) => expect(page.locator('cite-actions')).toBeVisible();

test('without script a term leads to its entry, which is open', async ({ browser, hosts }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hosts.under}${ADDRESS}`);
  const term = (await link(page).textContent()) ?? '';
  await link(page).click();
  await expect(page).toHaveURL(new RegExp(`${TERMS.replaceAll('.', '\\.')}#`, 'u'));
  await expect(page.locator(':target')).toContainText(term);
  await expect(page.locator(':target')).toBeInViewport();
  await context.close();
});

for (const way of ['a click', 'the key Enter']) {
  test(`with ${way} a term shows what the text says of it, with its entry; Escape closes that and leads back`, async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${hosts.under}${ADDRESS}`);
    await settled(page);
    expect(asked.filter((url) => /term/u.test(url))).toEqual([]);
    const term = (await link(page).textContent()) ?? '';
    if (way === 'a click') await link(page).click();
    else {
      await link(page).focus();
      await page.keyboard.press('Enter');
    }
    await expect(note(page)).toBeFocused();
    await expect(note(page)).toContainText(term);
    await expect(note(page)).toBeInViewport({ ratio: 1 });
    await expect(page).toHaveURL(`${hosts.under}${ADDRESS}`);
    const href = await link(page).evaluate((e) => (e as HTMLAnchorElement).href);
    await expect(note(page).getByRole('link').last()).toHaveAttribute('href', href);
    expect((await runAxe(page, '.sheet')).bad).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(note(page)).toHaveCount(0);
    await expect(link(page)).toBeFocused();
    expect(heard).toEqual([]);
  });
}

test('what a note says is what the page of terms says of the term, and its links lead where they lead there', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.under}${ADDRESS}`);
  await settled(page);
  const said: Record<string, { words: string[]; links: string[] }> = {};
  for (const term of await page.locator('[data-issued] .sentence > a:not([rel])').all()) {
    await term.click();
    await expect(note(page)).toContainText((await term.textContent()) ?? '');
    const href = await term.evaluate((e) => (e as HTMLAnchorElement).href);
    said[href] = await note(page).evaluate((e) => ({
      words: [...e.children].slice(1, -1).map((one) => one.textContent ?? ''),
      links: [...e.querySelectorAll('a')].slice(0, -1).map(({ href }) => href),
    }));
    await page.keyboard.press('Escape');
  }
  expect(Object.keys(said).length).toBeGreaterThan(1);
  for (const [href, { words, links }] of Object.entries(said)) {
    await page.goto(href);
    const there = await page.locator(`[id="${new URL(href).hash.slice(1)}"]`).evaluate((e) => {
      const entry = e.closest('details');
      return {
        words: `${entry?.parentElement?.parentElement?.querySelector('.quiet')?.textContent}${entry?.textContent}`,
        links: [...(entry?.querySelectorAll('a') ?? [])].map((one) => one.href),
      };
    });
    expect(words.length, href).toBeGreaterThan(0);
    for (const one of words) expect(there.words).toContain(one);
    expect(there.links).toEqual(expect.arrayContaining(links));
  }
});

test('a tap beside a note closes it, and one on its term, too', async ({ browser, hosts }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 320, height: 568 },
  });
  const page = await context.newPage();
  await page.goto(`${hosts.under}${ADDRESS}`);
  await settled(page);
  await link(page).tap();
  await expect(note(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.locator('h1').tap();
  await expect(note(page)).toHaveCount(0);
  await link(page).tap();
  await expect(note(page)).toBeVisible();
  await link(page).tap();
  await expect(note(page)).toHaveCount(0);
  await link(page).tap();
  await page.getByRole('button', { name: '关闭' }).tap();
  await expect(note(page)).toHaveCount(0);
  await context.close();
});

test('the text that is selected is the issued text, character for character, with a note open, too', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.under}${ADDRESS}`);
  await settled(page);
  const { marker } = stretch.clause.paragraphs[0] ?? { marker: '' };
  const text =
    marker +
    sentencesOf(stretch.clause)
      .map((one) => one.text)
      .join('');
  const selected = () =>
    page.evaluate(() => {
      const issued = document.querySelectorAll('[data-issued]');
      const [first, last] = [issued[0], issued[issued.length - 1]];
      if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
      return getSelection()?.toString().trim();
    });
  expect(await selected()).toBe(text.trim());
  await link(page).click();
  await expect(note(page)).toBeVisible();
  expect(await selected()).toBe(text.trim());
});

test('where what is said of a term cannot be had, its link leads to the page of terms', async ({
  page,
  hosts,
}) => {
  await page.route('**/*term-note*', (route) => route.abort());
  await page.goto(`${hosts.under}${ADDRESS}`);
  await settled(page);
  await link(page).click();
  await expect(page).toHaveURL(new RegExp(TERMS.replaceAll('.', '\\.'), 'u'));
});

test('on paper a term looks like the text round it', async ({ page, hosts }) => {
  await page.goto(`${hosts.under}${ADDRESS}`);
  await page.emulateMedia({ media: 'print' });
  const looks = await link(page).evaluate((e) => [
    getComputedStyle(e).textDecorationLine,
    getComputedStyle(e).color === getComputedStyle(e.parentElement as Element).color,
  ]);
  expect(looks).toEqual(['none', true]);
});
