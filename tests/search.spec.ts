import { expect, test, watch } from './site.ts';

for (const host of ['root', 'under', 'exact'] as const) {
  for (const [query, clause] of [
    ['柔性引进', 'p3-4'],
    ['绿卡', 'p5-2'],
    ['离岗', 'p4-6'],
  ] as const) {
    test(`「${query}」 opens ${clause}, on the host "${host}"`, async ({ page, hosts }) => {
      const heard = watch(page, hosts[host]);
      await page.goto(`${hosts[host]}index.html`);
      await page.getByRole('searchbox').fill(query);
      await page.getByRole('searchbox').press('Enter');
      await page.locator('search-results a').first().click();
      await expect(page).toHaveURL(`${hosts[host]}prs-2018-156/${clause}.html`);
      expect(heard).toEqual([]);
    });
  }
}

test('without script every clause is listed and says so', async ({ browser, hosts }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await expect(page.locator('main')).toContainText('没有启用脚本');
  expect(await page.locator('main li a').count()).toBe(25);
  await context.close();
});

test('words that stand nowhere get a plain sentence, and markup stays text', async ({
  page,
  hosts,
}) => {
  await page.goto(
    `${hosts.root}search.html?q=${encodeURIComponent('<img src=x onerror=alert(1)>zzz')}`,
  );
  await expect(page.locator('search-results').getByRole('status')).toContainText(/找到/u);
  expect(await page.locator('search-results img').count()).toBe(0);
  await page.goto(`${hosts.root}search.html?q=qqxxzz`);
  await expect(page.locator('search-results').getByRole('status')).toContainText('没有找到');
});

test('when the index cannot be had, the page says so and lists the clauses', async ({
  page,
  hosts,
}) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await expect(page.locator('search-results').getByRole('status')).toContainText('暂时不能用');
  expect(await page.locator('main li a').count()).toBe(25);
});

test('Back returns to the query before', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}search.html?q=绿卡`);
  await page.getByRole('searchbox').fill('离岗');
  await page.getByRole('button', { name: '搜索', exact: true }).click();
  await expect(page.locator('search-results a').first()).toContainText('四（六）');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('绿卡');
  await expect(page.locator('search-results a').first()).toContainText('五（二）');
});
