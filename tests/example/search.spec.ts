/** The search over several documents, on the example library. */
import type { Page } from '@playwright/test';
import { runAxe } from '../axe.ts';
import { expect, test, watch } from '../site.ts';

const [ACT, RULES, OLD] = ['housing-2024-9', 'housing-rules-2024-31', 'housing-2016-14'];

const hits = (page: Page) =>
  page
    .locator('[data-hit]')
    .evaluateAll((rows) => rows.map(({ dataset: { policy, hit } }) => `${policy}/${hit}`));

async function ask(page: Page, site: string, query: string): Promise<void> {
  await page.goto(`${site}search.html?q=${encodeURIComponent(query)}`);
  await page.locator('site-search[data-state=done]').waitFor();
}

test('every hit leads into its own document and names it with its status; what is repealed stands last, in a group that says so; a place is shown in every document that has it, one document’s where it is named; what no document treats is told so, with their names; and axe finds nothing with hits and with none', async ({
  page,
  hosts,
}) => {
  const heard = watch(page, hosts.root);
  await ask(page, hosts.root, '稳定工作');
  const rows = await page.locator('[data-hit]').evaluateAll((all) =>
    all.map((row) => ({
      place: `/${row.dataset['policy']}/${row.dataset['hit']}.html`,
      href: new URL(row.querySelector('a')?.href ?? '').pathname,
      told: row.querySelector('.quiet')?.textContent,
    })),
  );
  expect.soft(rows.map(({ place }) => place)).toEqual(rows.map(({ href }) => href));
  expect
    .soft(rows.find(({ place }) => place.includes(RULES))?.told)
    .toBe('云泽建〔2024〕31号 · 现行');

  await ask(page, hosts.root, '户口簿');
  const all = await hits(page);
  const first = all.findIndex((place) => place.startsWith(`${OLD}/`));
  expect.soft(first).toBeGreaterThan(0);
  expect.soft(all.slice(first).every((place) => place.startsWith(`${OLD}/`))).toBe(true);
  const group = page.locator('.group', { hasText: '已废止、失效的文件' });
  await expect.soft(group).toBeVisible();
  await expect.soft(page.locator(`[data-policy=${OLD}] .quiet`).first()).toContainText('已废止');

  await ask(page, hosts.root, '第九条');
  expect.soft(await hits(page)).toEqual([`${ACT}/t9`, `${RULES}/t9`]);
  await ask(page, hosts.root, '31号文第九条');
  expect.soft(await hits(page)).toEqual([`${RULES}/t9`]);

  await ask(page, hosts.root, '公积金贷款');
  const told = page.locator('[data-told]');
  await expect.soft(told).toContainText('收录的 5 份文件都没有相关内容');
  expect.soft((await runAxe(page, 'site-search')).bad, 'no hits').toEqual([]);
  await ask(page, hosts.root, '彩票中奖');
  expect.soft(await told.locator('a').count()).toBe(5);
  await ask(page, hosts.root, '契税');
  expect.soft((await hits(page))[0]).toBe(`${RULES}/t5-x4`);

  expect.soft(heard).toEqual([]);
  await ask(page, hosts.root, '材料');
  expect.soft((await runAxe(page, 'site-search')).bad, 'hits').toEqual([]);
});

test('hits are narrowed to a document and back, and Back brings the filter again', async ({
  page,
  hosts,
}) => {
  await ask(page, hosts.root, '材料');
  const all = await hits(page);
  const chip = page.getByRole('button', { name: '云泽建〔2024〕31号' });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(chip).toBeFocused();
  expect((await hits(page)).every((place) => place.startsWith(`${RULES}/`))).toBe(true);
  await page.locator('[data-hit] a').first().click();
  await page.goBack();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await chip.click();
  await expect.poll(() => hits(page)).toEqual(all);
  await page.getByRole('button', { name: '已废止、失效的', exact: true }).click();
  await expect
    .poll(async () => new Set((await hits(page)).map((p) => p.split('/')[0])))
    .toEqual(new Set([OLD]));
});

test('the whole site is asked for pages of the chosen document only', async ({ page, hosts }) => {
  const pages = page.locator('[data-pages] ol a');
  const documents = async () => {
    await page.getByRole('button', { name: '在全站的网页里查' }).click();
    await expect(pages.first()).toBeVisible();
    const all = await pages.evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    return new Set(all.map((href) => href.slice(hosts.root.length).split(/[./]/u)[0]));
  };
  await ask(page, hosts.root, '补贴');
  expect((await documents()).size).toBeGreaterThan(1);
  await page.getByRole('button', { name: '云泽建〔2024〕31号' }).click();
  expect(await documents()).toEqual(new Set([RULES]));
});

test('a clause that was opened is offered with its document the next time, and a listener may keep a hit that is chosen, which is told with its place', async ({
  page,
  hosts,
}) => {
  await ask(page, hosts.root, '税票');
  await page.locator('[data-hit] a').first().click();
  await page.goto(`${hosts.root}search.html`);
  await expect
    .soft(page.locator('.chips a').first())
    .toContainText('云泽建〔2024〕31号 第五条（四）');
  await page.evaluate(() => localStorage.clear());

  await ask(page, hosts.root, '税票');
  await page.evaluate(() => {
    document.addEventListener('choose-hit', (event) => {
      event.preventDefault();
      document.body.dataset['chosen'] = JSON.stringify((event as CustomEvent).detail);
    });
  });
  await page.locator('[data-hit] a').first().click();
  const chosen = JSON.parse((await page.locator('body').getAttribute('data-chosen')) ?? '');
  const { policy, clause, address } = chosen;
  expect(`${policy}/${clause}`).toBe(`${RULES}/t5-x4`);
  expect(address).toBe(`${hosts.root}${RULES}/t5-x4.html`);
  expect(page.url()).toContain('search.html');
});
