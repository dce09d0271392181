import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { isForSearch } from '../scripts/lib/search-eval/recorded-site.ts';
import { runAxe } from './axe.ts';
import { DIST } from './dist.ts';
import { under } from './hosts.ts';
import { paged } from './policy.ts';
import { rounds } from './rounds.ts';
import { expect, test, watch } from './site.ts';

/** How many parts the document has, each with its link where nothing is found. */
const PARTS = paged.filter(({ id }) => /^p\d+$/u.test(id)).length;

const done = (page: Page) => page.locator('site-search[data-state=done]');
const hits = (page: Page) =>
  page.locator('[data-hit]').evaluateAll((all) => all.map((hit) => hit.getAttribute('data-hit')));

test('from home a question opens its clause, on every kind of host', async ({ context, hosts }) => {
  for (const host of ['root', 'under', 'exact'] as const) {
    const page = await context.newPage();
    const heard = watch(page, hosts[host]);
    for (const [query, clause] of [
      ['柔性引进', 'p3-4'],
      ['绿卡', 'p5-2'],
      ['离岗', 'p4-6'],
    ] as const) {
      await page.goto(`${hosts[host]}index.html`);
      await page.getByRole('searchbox').fill(query);
      await page.getByRole('searchbox').press('Enter');
      await done(page).waitFor();
      await page.locator('[data-hit] a').first().click();
      const there = `${hosts[host]}prs-2018-156/${clause}.html`;
      await expect.soft(page).toHaveURL((url) => `${url}`.replace(/#s\d+$/u, '') === there);
    }
    expect.soft(heard, host).toEqual([]);
    await page.close();
  }
});

test('what people type finds its clause first, one question after the other', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html`);
  for (const [query, clause] of [
    ['房补', 'p5-2'],
    ['購房補貼', 'p5-2'],
    ['柔性引近', 'p3-4'],
    ['gfbt', 'p5-2'],
    ['三(四)', 'p3-4'],
    ['goufang butie', 'p5-2'],
    ['第三部分第四条', 'p3-4'],
    ['156号', 'prs-2018-156'],
    ['green card', 'p5-2'],
  ] as const) {
    await page.getByRole('searchbox').fill(query);
    await page.getByRole('searchbox').press('Enter');
    await expect(done(page)).toHaveAttribute('data-query', query);
    expect.soft((await hits(page))[0], query).toBe(clause);
  }
});

test('why these: the official term, its own quotation marks inside others', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await done(page).waitFor();
  await expect(page.locator('[data-answers] p').first()).toHaveText('按“‘鹰城英才’绿卡”检索');
});

test('what people call things is folded away while the search works, and a click unfolds it', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html`);
  await expect(page.locator('.said dt').first()).toBeHidden();
  await page.getByRole('heading', { name: '人们的说法' }).click();
  await expect(page.locator('.said dt').first()).toBeVisible();
});

test('a clause that is not there is told so', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}search.html?q=七（一）`);
  await expect(page.locator('[data-told]')).toContainText('本文件没有“七（一）”这一处');
  await expect(page.locator('[data-told] a').first()).toHaveAttribute('href', /p6\.html$/u);
});

/** The way on to the words of all pages. */
const allPages = (page: Page) => page.getByRole('button', { name: '在全站的网页里查' });

test('no row moves when the whole site is asked, and what it holds is shown below', async ({
  page,
  hosts,
}) => {
  const rows = () =>
    page
      .locator('[data-hit]')
      .evaluateAll((all) =>
        all.map((row) => [row.dataset['hit'], row.getBoundingClientRect().top]),
      );
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await done(page).waitFor();
  const before = await rows();
  await allPages(page).click();
  const pages = page.locator('[data-pages] ol a');
  await expect(pages.first()).toBeVisible();
  expect(await rows()).toEqual(before);
  // Our own words are found, too.
  const addresses = await pages.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  );
  expect(addresses.some((address) => /\/answers\/|topics\/|terms\.html/u.test(address))).toBe(true);
  await pages.first().click();
  await expect(page.locator('h1')).toBeVisible();
});

test('what no page of the site holds is told so', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}search.html?q=魑魅魍魉`);
  await done(page).waitFor();
  await allPages(page).click();
  await expect(page.locator('[data-pages]')).toContainText('全站的网页里也没有');
});

test('at the desk Enter chooses a clause that is cited', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}staff.html`);
  await page.getByRole('searchbox').fill('三（四）');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-picked]')).toContainText('三（四）');
});

test('every place that is cited is a row of its own', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}search.html?q=四（六）第4、5句和三（四）`);
  await done(page).waitFor();
  const links = await page
    .locator('[data-reason=citation] a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/^.*\//u, '')));
  expect(links).toEqual(['p4-6.html#s4', 'p4-6.html#s5', 'p3-4.html']);
});

test('a pasted link that leads to no place is told so, not taken for letters', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html?q=https://example.com/abc。`);
  await expect(page.locator('[data-told]')).toContainText('这个链接不通向本文件的任何一处');
  await expect(page.locator('[data-told]')).not.toContainText('请换成汉字');
});

test('a hit shows the sentence that answers and leads to it, not the heading', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html?q=离岗`);
  await done(page).waitFor();
  const hit = page.locator('[data-hit=p4-6]');
  await expect(hit.locator('p.law')).toContainText('期限一般为3年');
  await expect(hit.locator('a')).toHaveAttribute('href', /p4-6\.html#s3$/u);
});

test('what the document does not treat is told so, with the parts and whom to ask', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html?q=彩票中奖`);
  await expect(page.locator('[data-told]')).toContainText('本文件没有相关内容');
  expect(await hits(page)).toEqual([]);
  expect(await page.locator('[data-told] a').count()).toBe(PARTS);
  await expect(page.locator('site-search').getByRole('status')).toHaveText('本文件没有相关内容');
});

test('what is asked for and not stated is told above the clauses', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}search.html?q=房子补多少钱`);
  await done(page).waitFor();
  await expect(page.locator('[data-answers] .told')).toContainText('金额');
  expect((await hits(page))[0]).toBe('p5-2');
});

test('letters that spell nothing known are told to be unread, and nothing is said of the document', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html?q=visa+office`);
  const told = page.locator('[data-told]');
  await expect(told).toContainText('没有认出“visa office”');
  await expect(told).not.toContainText('没有相关内容');
  expect(await told.locator('a').count()).toBe(PARTS);
});

/** All that the first question loads: code, tables, words of the lexicon (docs/decisions/0026). */
const FIRST_USE = 130_000;
/** What the first question to the whole site loads besides: Pagefind's program is 65 KB, its words of all pages 72. */
const ENGINES = 150_000;

test('the first question loads at most 130 KB brotli, and Pagefind only once it is asked for', async ({
  page,
  hosts,
}) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url().slice(hosts.root.length)));
  const weigh = (files: string[]) =>
    files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(DIST, file))).length, 0);
  const loaded = () => [...asked].filter((file) => file && !file.includes('?'));
  await page.goto(`${hosts.root}search.html`, { waitUntil: 'networkidle' });
  const before = loaded().filter((file) => !isForSearch(`/${file}`));
  await page.getByRole('searchbox').fill('打算几年引进多少高层次人才');
  await page.getByRole('searchbox').press('Enter');
  await done(page).waitFor();
  const first = loaded().filter((file) => !before.includes(file));
  expect(first.filter((file) => file.startsWith('pagefind/'))).toEqual(['pagefind/fuse.js']);
  expect(first.filter((file) => file.startsWith('search/words-')).length).toBeGreaterThan(3);
  await allPages(page).click();
  await expect(page.locator('[data-pages] h2')).toBeVisible();
  const engines = loaded().filter((file) => !before.includes(file) && !first.includes(file));
  console.log(
    `first question: ${weigh(first)} bytes brotli, the whole site ${weigh(engines)} more`,
  );
  expect(weigh(first)).toBeLessThanOrEqual(FIRST_USE);
  expect(engines.length).toBeGreaterThan(5);
  expect(weigh(engines)).toBeLessThanOrEqual(ENGINES);
});

test('before anything is asked the search page leads to answers, afterwards to what was asked for', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html`);
  const asked = page.getByRole('region', { name: '人们常问' });
  await expect(asked.locator('li a').first()).toBeVisible();
  await page.getByRole('searchbox').fill('绿卡');
  await done(page).waitFor();
  await expect(asked).toBeHidden();
  await page.getByRole('searchbox').fill('');
  await expect(asked).toBeVisible();
});

test('without script every clause and what people call things are listed', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await expect(page.locator('main')).toContainText('没有启用脚本');
  expect(await page.locator('.said li a').count()).toBe(paged.length);
  expect(await page.locator('.said dt:visible').count()).toBeGreaterThan(100);
  await context.close();
});

test('one types at once on the search page, which loads no table before', async ({
  page,
  hosts,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${hosts.root}search.html`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /search-table|pagefind/u.test(url))).toEqual([]);
  await page.keyboard.type('lvka');
  await expect(page.locator('[data-hit]').first()).toHaveAttribute('data-hit', 'p5-2');
});

test('Back returns to the query before', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await done(page).waitFor();
  await page.getByRole('searchbox').fill('离岗');
  await page.getByRole('button', { name: '搜索', exact: true }).click();
  await expect(page.locator('[data-hit] a').first()).toContainText('四（六）');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('绿卡');
  await expect(page.locator('[data-hit] a').first()).toContainText('五（二）');
});

test.describe('the box over any page', () => {
  for (const key of ['/', 'Control+k']) {
    test(`opens with ${key}, answers as one types, goes by arrows, closes with Escape`, async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts.under);
      await page.goto(`${hosts.under}prs-2018-156/p6-1.html`);
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('lvka');
      await expect(page.locator('[data-hit]').first()).toHaveAttribute('data-hit', 'p5-2');
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('[data-hit] a').first()).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.keyboard.press(key);
      await page.keyboard.press('ArrowDown');
      expect(heard).toEqual([]);
    });
  }

  test('axe finds nothing in it with hits and with none, light and dark, 320 px', async ({
    page,
    hosts,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
    for (const query of ['绿卡', '公积金']) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('searchbox').fill(query);
      await done(page).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft((await runAxe(page, 'dialog')).bad, `${query}, ${colorScheme}`).toEqual([]);
        expect
          .soft(await page.evaluate(() => document.querySelector('dialog')?.scrollWidth))
          .toBeLessThanOrEqual(320);
      }
      await page.getByRole('button', { name: '关闭' }).click();
    }
  });

  test('a clause opened from it is offered the next time', async ({ page, hosts }) => {
    await page.goto(`${hosts.root}search.html?q=绿卡`);
    await done(page).waitFor();
    await page.locator('[data-hit] a').first().click();
    await page.goto(`${hosts.root}search.html`);
    await page.locator('.chips a').first().click();
    await expect(page).toHaveURL(/prs-2018-156\/p5-2\.html/u);
  });

  test('a page loads nothing for the search before it is asked for', async ({ page, hosts }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
    expect(asked.filter((url) => /search|pagefind/u.test(url))).toEqual([]);
  });
});

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });
  for (const when of ['while home is open', 'before home is opened'] as const) {
    test(`where the network is lost ${when}, its form finds over the page`, async ({
      page,
      context,
    }) => {
      const host = await under.start();
      await page.goto(`${host.url}index.html`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await host.close();
      if (when === 'while home is open') await context.setOffline(true);
      else await page.reload();
      for (const [query, clause] of [
        ['绿卡', 'p5-2'],
        ['离岗', 'p4-6'],
      ] as const) {
        await page.locator('main').getByRole('searchbox').fill(query);
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await expect(dialog.getByRole('searchbox')).toHaveValue(query);
        await expect(page.locator('[data-hit]').first()).toHaveAttribute('data-hit', clause);
        await page.getByRole('button', { name: '关闭' }).click();
      }
      await expect(page).toHaveURL(`${host.url}index.html`);
    });
  }
});

test('nothing happens while an input method composes, and the Enter that ends it does not ask', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html`);
  const input = page.getByRole('searchbox');
  await input.focus();
  await input.dispatchEvent('compositionstart');
  await input.evaluate((e: HTMLInputElement) => {
    e.value = 'lvka';
    e.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    e.form?.requestSubmit();
  });
  await page.waitForTimeout(400);
  await expect(page.locator('site-search')).toHaveAttribute('data-state', 'idle');
  await input.evaluate((e: HTMLInputElement) => {
    e.value = '绿卡';
    e.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  await expect(done(page)).toHaveAttribute('data-query', '绿卡');
});

test('the field offers questions to begin with as soon as it is used, and one of them asks', async ({
  page,
  hosts,
}) => {
  await rounds(page, [['search.html'], ['staff.html']] as const, async (path) => {
    await page.goto(hosts.root + path);
    await page.getByRole('searchbox').click();
    await page.getByRole('button', { name: '绿卡', exact: true }).click();
    await expect(page.locator('[data-hit] a').first()).toHaveAttribute('href', /p5-2\.html/u);
  });
});

test('readers can narrow hits to whom they concern, and ask again what they asked before', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}search.html?q=${encodeURIComponent('组织')}`);
  await done(page).waitFor();
  const all = (await hits(page)).length;
  await page.getByRole('button', { name: '工作人员' }).click();
  await expect(page.getByRole('button', { name: '工作人员' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect.poll(async () => (await hits(page)).length).toBeLessThan(all);
  await page.goto(`${hosts.root}search.html`);
  await page.getByRole('button', { name: '组织', exact: true }).click();
  await expect(done(page)).toHaveAttribute('data-query', '组织');
  await page.goto(`${hosts.root}search.html`);
  await page.getByRole('button', { name: '清除' }).click();
  await page.reload();
  expect(await page.getByRole('button', { name: '组织', exact: true }).count()).toBe(0);
});

test.describe('faults', () => {
  test('hostile questions are answered or get a plain sentence, nothing is injected', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.root);
    await rounds(
      page,
      [
        ['ten thousand characters', '引'.repeat(10_000)],
        ['control and right-to-left characters', '\u0007\u202e绿\u200b卡\u0000'],
        ['markup', '<img src=x onerror=alert(1)><b>绿卡'],
        ['nothing but punctuation', '？！…（）'],
      ] as const,
      async (_, query) => {
        await page.goto(`${hosts.root}search.html`);
        await page.getByRole('searchbox').fill(query);
        await page.getByRole('searchbox').press('Enter');
        await done(page).waitFor();
        const said = (await page.locator('[data-answers]').textContent()) ?? '';
        expect(said.trim().length).toBeGreaterThan(5);
        expect(await page.locator('[data-answers] img, [data-answers] b').count()).toBe(0);
      },
      () => heard.splice(0),
    );
  });

  test('Pagefind missing: the tables have answered, and who asks the whole site is told', async ({
    page,
    hosts,
  }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${hosts.root}search.html?q=绿卡`);
    await done(page).waitFor();
    await allPages(page).click();
    await expect(page.locator('[data-answers]')).toContainText('全文检索暂时不能用');
    expect((await hits(page))[0]).toBe('p5-2');
  });

  test('the words of the lexicon missing: what editors wrote still answers', async ({
    page,
    hosts,
  }) => {
    await page.route('**/search{-lexicon.json,/words-*.json}', (route) => route.abort());
    await page.goto(`${hosts.root}search.html?q=房补`);
    await done(page).waitFor();
    expect((await hits(page))[0]).toBe('p5-2');
  });

  test('the tables missing: a plain sentence and the list of clauses', async ({ page, hosts }) => {
    await page.route('**/search-table.json', (route) => route.abort());
    await page.goto(`${hosts.root}search.html?q=绿卡`);
    await expect(page.locator('[data-answers]')).toContainText('搜索暂时不能用');
    expect(await page.locator('main .said > ul li a:visible').count()).toBe(paged.length);
    expect(await page.locator('.said dt:visible').count()).toBeGreaterThan(100);
  });
});
