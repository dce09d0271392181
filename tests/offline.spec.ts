import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { hasPage } from '../src/domain/policy/clause.ts';
import { clauseHref, policyHref } from '../src/routes.ts';
import { DIST } from './dist-folder.ts';
import { bare, exact, failing, under } from './hosts.ts';
import { library } from './library.ts';
import { watch } from './site.ts';

test.use({ serviceWorkers: 'allow' });

/** A page of the site, visited once, until its service worker has kept what it keeps. */
async function visited(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return page;
}

test('after one visit to any page it, the whole policy, every clause and the search are there offline with their looks, and a line that says from when', async ({
  context,
}) => {
  const host = await under.start();
  const page = await visited(context, `${host.url}check/flexible/over-3.html`);
  await expect(page.locator('[data-offline]')).toHaveCount(0);
  await host.close();
  for (const path of [
    'check/flexible/over-3.html',
    'prs-2018-156.html',
    'prs-2018-156/p4-6.html',
    'prs-2018-156/p5.html',
    'index.html',
    'prs-2018-156/p3-4.html#s4',
  ]) {
    await page.goto(host.url + path);
    await expect(page.locator('[data-offline]')).toHaveText(
      /^离线：.*\d{4}年\d+月\d+日\d\d:\d\d存在这台设备上的副本/u,
    );
    await expect(page.locator('h1').first()).toBeVisible();
    const ground = await page
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(ground).toBe('rgb(243, 241, 235)');
  }
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('search')).toHaveCSS('display', 'flex');
  await page.getByRole('searchbox', { name: '搜索条款' }).last().fill('柔性引进');
  await page.locator('dialog [data-hit] a').first().click();
  await expect(page).toHaveURL(/p3-4\.html/u);
  await expect(page.locator('[data-issued]').first()).toContainText('鼓励柔性引进');
});

test('pages of the self-check that were opened are there offline; what was not opened says so and leads to what is', async ({
  context,
}) => {
  const host = await under.start();
  const page = await visited(context, `${host.url}index.html`);
  await page.goto(`${host.url}check/flexible.html`);
  await page.goto(`${host.url}check/flexible/over-3.html`);
  await host.close();
  await page.goto(`${host.url}check/flexible.html`);
  await expect(page.locator('[data-offline]')).toBeVisible();
  await page.goto(`${host.url}terms.html`);
  await expect(page.getByRole('heading', { name: '离线：这一页没有存在这台设备上' })).toBeVisible();
  await page.getByRole('link', { name: '全文' }).click();
  await expect(page).toHaveURL(/\/a\/b\/prs-2018-156\.html$/u);
  await expect(page.locator('[data-issued]').first()).toBeVisible();
});

test('an old text is never shown when the new one can be had, and offline the newest that was seen', async ({
  context,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync('dist', folder, { recursive: true });
  const host = await exact.start(folder);
  const page = await visited(context, `${host.url}prs-2018-156/p5-2.html`);
  const file = join(folder, 'prs-2018-156/p5-2.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<title>', '<title>新的 '));
  await page.goto(`${host.url}prs-2018-156/p5-2.html`);
  await expect(page).toHaveTitle(/^新的 /u);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await caches.match(location.href);
        return (await kept?.text())?.includes('<title>新的 ');
      }),
    )
    .toBe(true);
  await host.close();
  await page.reload();
  await expect(page).toHaveTitle(/^新的 /u);
  await expect(page.locator('[data-offline]')).toBeVisible();
  rmSync(folder, { recursive: true });
});

test('on a host that drops .html from addresses a page is there offline by either', async ({
  context,
}) => {
  const host = await bare.start();
  const page = await visited(context, `${host.url}prs-2018-156/p3-4.html`);
  await host.close();
  for (const path of [
    'prs-2018-156/p3-4',
    'prs-2018-156/p5-2.html',
    'prs-2018-156/p5-2',
    'prs-2018-156',
    'index.html',
    '',
  ]) {
    await page.goto(host.url + path);
    await expect(page.locator('[data-offline]'), path).toBeVisible();
  }
});

test('a text that is no page is never shown as an unmarked copy', async ({ context }) => {
  const host = await under.start();
  const page = await visited(context, `${host.url}index.html`);
  const source = `${host.url}prs-2018-156/source.txt`;
  await page.goto(source);
  await host.close();
  await page.goto(source);
  await expect(page.getByRole('heading', { name: '离线：这一页没有存在这台设备上' })).toBeVisible();
});

for (const [what, instead] of [
  ['what a host shows in the place of a page', () => '<!doctype html><title>系统维护中</title>'],
  ['half a page', (html: string) => html.slice(0, html.length / 2)],
] as const) {
  test(`${what} is not kept in its place`, async ({ context }) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync('dist', folder, { recursive: true });
    const host = await exact.start(folder);
    const page = await visited(context, `${host.url}index.html`);
    const clause = join(folder, 'prs-2018-156/p5-2.html');
    const whole = readFileSync(clause, 'utf8');
    writeFileSync(clause, instead(whole).replace('<title>', '<title>不留 '));
    await page.goto(`${host.url}prs-2018-156/p5-2.html`);
    await expect(page).toHaveTitle(/^不留/u);
    await host.close();
    await page.goto(`${host.url}prs-2018-156/p5-2.html`);
    await expect(page.locator('[data-issued]').first()).toContainText('鹰城英才');
    await expect(page).not.toHaveTitle(/^不留/u);
    await expect(page.locator('[data-offline]')).toBeVisible();
    rmSync(folder, { recursive: true });
  });
}

test('of two sites, one in the other, each shows the newest that was seen of its own', async ({
  context,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync('dist', folder, { recursive: true });
  cpSync('dist', join(folder, 'in'), { recursive: true });
  const file = join(folder, 'in/prs-2018-156/p5-2.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace('<title>', '<title>旧的 '));
  const host = await exact.start(folder);
  const address = `${host.url}in/prs-2018-156/p5-2.html`;
  const page = await visited(context, `${host.url}index.html`);
  // Seen while the outer site's worker looks after it.
  await page.goto(address);
  await expect(page).toHaveTitle(/^旧的 /u);
  writeFileSync(file, html.replace('<title>', '<title>新的 '));
  await visited(context, `${host.url}in/index.html`);
  await host.close();
  await page.goto(address);
  await expect(page).toHaveTitle(/^新的 /u);
  rmSync(folder, { recursive: true });
});

test('where the server fails a kept page is shown with the line that says so, and of any other what the server says', async ({
  context,
}) => {
  const host = await failing.start();
  const page = await visited(context, `${host.url}index.html`);
  host.fail();
  await page.goto(`${host.url}prs-2018-156/p5-2.html`);
  await expect(page.locator('[data-offline]')).toBeVisible();
  await expect(page.locator('[data-issued]').first()).toBeVisible();
  const answer = await page.goto(`${host.url}terms.html`);
  expect(answer?.status()).toBe(503);
  await expect(page.getByText('busy')).toBeVisible();
  await host.close();
});

test('two sites beside each other on one host each keep their own', async ({ context }) => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const site of ['old', 'new']) cpSync('dist', join(folder, site), { recursive: true });
  const host = await exact.start(folder);
  const page = await visited(context, `${host.url}old/index.html`);
  const before = await page.evaluate(() => caches.keys());
  const worker = join(folder, 'new/sw.js');
  writeFileSync(
    worker,
    readFileSync(worker, 'utf8').replace(/VERSION = "[^"]+"/u, 'VERSION = "next"'),
  );
  await visited(context, `${host.url}new/index.html`);
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toEqual([...before, expect.stringMatching(/\/new\/ next$/u)]);
  await host.close();
  await page.goto(`${host.url}old/prs-2018-156/p5-2.html`);
  await expect(page.locator('[data-issued]').first()).toBeVisible();
  rmSync(folder, { recursive: true });
});

test('a new build takes the place of what was kept', async ({ context }) => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync('dist', folder, { recursive: true });
  const host = await exact.start(folder);
  const page = await visited(context, `${host.url}index.html`);
  const before = await page.evaluate(() => caches.keys());
  const worker = join(folder, 'sw.js');
  writeFileSync(
    worker,
    readFileSync(worker, 'utf8').replace(/VERSION = "[^"]+"/u, 'VERSION = "next"'),
  );
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`site ${host.url} next`]);
  expect(before).toHaveLength(1);
  expect(before).not.toEqual([`site ${host.url} next`]);
  await host.close();
  rmSync(folder, { recursive: true });
});

test('where the browser refuses a service worker nothing is missing and nothing is said', async ({
  context,
}) => {
  const host = await under.start();
  await context.addInitScript(() => {
    navigator.serviceWorker.register = () =>
      Promise.reject(new DOMException('no', 'SecurityError'));
  });
  const page = await context.newPage();
  const heard = watch(page, host.url);
  await page.goto(`${host.url}prs-2018-156/p3-4.html`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: '二维码：三（四）' }).click();
  await expect(page.getByRole('img', { name: '二维码：三（四）' })).toBeVisible();
  expect(heard).toEqual([]);
  await host.close();
});

/** The document with most pages, and a page of it that is not among the first. */
const [longest] = library.policies.toSorted((a, b) => b.clauses.length - a.clauses.length);
const paged = longest?.clauses.filter(hasPage) ?? [];
const id = longest?.id ?? '';
const [, second, last] = [paged[0], paged[1], paged.at(-1)].map(
  (clause) => clause && clauseHref(id, clause.id).slice(1),
);

/** What the worker answers in the end when it is told to keep a document, or to drop it. */
function tell(page: Page, what: 'ask' | 'keep' | 'drop'): Promise<unknown> {
  return page.evaluate(
    async (message) => {
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise((resolve) => {
        port1.onmessage = ({ data }) => {
          if (data.done === undefined) resolve(data);
        };
      });
      active?.postMessage(message, [port2]);
      return answer;
    },
    { [what]: id },
  );
}

test.describe('a document that a reader chose to keep', () => {
  test('is there offline with every clause and table, listed where another page is not, until it is taken away', async ({
    context,
  }) => {
    const host = await under.start();
    const page = await visited(context, `${host.url}about.html`);
    expect(await tell(page, 'ask')).toEqual({});
    expect(await tell(page, 'keep')).toMatchObject({ pages: paged.length, of: paged.length });
    await host.close();
    for (const path of [`${id}.html`, second, last]) {
      await page.goto(host.url + path);
      await expect(page.locator('[data-offline]')).toBeVisible();
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(243, 241, 235)');
    }
    const table = await page.evaluate(
      (href) => fetch(href).then((r) => r.json()),
      `${host.url}${id}/desk.json`,
    );
    expect(table.policy.id).toBe(id);
    await page.goto(`${host.url}no-such.html`);
    await page.getByRole('link', { name: longest?.title ?? '' }).click();
    await expect(page).toHaveURL(`${host.url}${id}.html`);
    expect(await tell(page, 'drop')).toEqual({});
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  });

  test('outlives a new build, and is kept anew by it in the background', async ({ context }) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(DIST, folder, { recursive: true });
    const host = await exact.start(folder);
    const page = await visited(context, `${host.url}about.html`);
    await tell(page, 'keep');
    const clause = join(folder, last ?? '');
    writeFileSync(clause, readFileSync(clause, 'utf8').replace('<title>', '<title>新的 '));
    const worker = join(folder, 'sw.js');
    writeFileSync(
      worker,
      readFileSync(worker, 'utf8').replace(/VERSION = "[^"]+"/u, 'VERSION = "next"'),
    );
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => page.evaluate(() => caches.keys()))
      .toEqual(expect.arrayContaining([expect.stringMatching(/ next$/u)]));
    await expect
      .poll(async () => {
        await page.goto(`${host.url}about.html`);
        return tell(page, 'ask');
      })
      .toMatchObject({ version: 'next' });
    await host.close();
    await page.goto(host.url + last);
    await expect(page).toHaveTitle(/^新的 /u);
    rmSync(folder, { recursive: true });
  });

  test('that is too large is kept as far as there is room, the whole text first', async ({
    context,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(DIST, folder, { recursive: true });
    for (const clause of paged) {
      const file = join(folder, clauseHref(id, clause.id));
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace('</body>', `<!--${'-'.repeat(300_000)}--></body>`),
      );
    }
    const host = await exact.start(folder);
    const page = await visited(context, `${host.url}about.html`);
    const kept = Object(await tell(page, 'keep'));
    expect(kept.pages).toBeGreaterThan(1);
    expect(kept.pages).toBeLessThan(paged.length);
    await host.close();
    await page.goto(host.url + policyHref(id).slice(1));
    await expect(page.locator('[data-offline]')).toBeVisible();
    rmSync(folder, { recursive: true });
  });

  test('that cannot be had leaves nothing behind', async ({ context }) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(DIST, folder, { recursive: true });
    const host = await exact.start(folder);
    const page = await visited(context, `${host.url}about.html`);
    rmSync(join(folder, last ?? ''));
    expect(await tell(page, 'keep')).toEqual({ failed: true });
    expect(await tell(page, 'ask')).toEqual({});
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    await host.close();
    rmSync(folder, { recursive: true });
  });

  test('is offered on its own page where there are several', async ({ context }) => {
    const host = await under.start();
    const page = await visited(context, host.url + policyHref(id).slice(1));
    const offer = page.locator('keep-offline');
    if (!library.several) return expect(await offer.count()).toBe(0);
    await offer.getByRole('button', { name: '存到这台设备' }).click();
    await expect(offer.getByRole('status')).toHaveText('已存在这台设备上：全文和全部条款。');
    await page.reload();
    await expect(offer.getByRole('status')).toHaveText('已存在这台设备上：全文和全部条款。');
    await offer.getByRole('button', { name: '从这台设备删除' }).click();
    await expect(offer.getByRole('status')).toHaveText('已从这台设备删除。');
    await host.close();
  });
});
