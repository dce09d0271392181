/** Reading what is true over time, on the example library: editions, changes, filled gaps, status. */
import { expect, test, watch } from '../site.ts';

const POLICY = 'housing-2024-9';
const OLD = `${POLICY}/2024-05-20`;

for (const script of [true, false]) {
  test.describe(`with script ${script ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: script });

    test('who reads an old edition is led to the same clause now, whatever its number, and back to what it was', async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts.under);
      await page.goto(`${hosts.under}${OLD}/t20.html`);
      const bar = page.getByRole('complementary', { name: '文件状态' });
      await expect(bar).toContainText('旧版');
      await bar.getByRole('link', { name: '第二十一条' }).click();
      await expect(page).toHaveURL(`${hosts.under}${POLICY}/t21.html`);
      await expect(bar).not.toContainText('旧版');
      await page.locator('.history').getByRole('link', { name: '第二十条' }).click();
      await expect(page).toHaveURL(`${hosts.under}${OLD}/t20.html`);
      expect(heard).toEqual([]);
    });

    test('a clause that is gone says so, and a change is followed from the clause to its row and to the old text', async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.under}${OLD}/t15-k3.html`);
      await expect(page.getByRole('complementary', { name: '文件状态' })).toContainText(
        '2025年3月12日修改时删去',
      );
      await page.goto(`${hosts.under}${POLICY}/t17.html`);
      await page.locator('.history').getByRole('link', { name: '2025年3月12日的修改' }).click();
      await expect(page).toHaveURL(`${hosts.under}${POLICY}/changes/2025-03-12.html#t17`);
      const row = page.locator('tr', { has: page.locator('#t17') }).locator('+ tr');
      await expect(row.locator('td').nth(0).locator('del').first()).toHaveText('3');
      await expect(row.locator('td').nth(1).locator('ins').first()).toHaveText('5');
    });

    test('a gap that other rules fill shows their sentence, leads to it and back by what it cites', async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.under}${POLICY}/t17.html`);
      const filled = page.locator('.filled');
      await expect(filled.locator('.quoted').first()).toHaveText('是指补贴到达申请人银行账户之日');
      await filled.getByRole('link', { name: '《住房补贴实施细则》第十二条' }).first().click();
      await expect(page).toHaveURL(
        new RegExp(`${POLICY.replace('2024-9', 'rules-2024-31')}/t12\\.html#s1$`, 'u'),
      );
      await page.locator('[data-issued] a[rel=cite]').first().click();
      await expect(page).toHaveURL(`${hosts.under}${POLICY}/t17.html`);
      await expect(
        page
          .locator('aside, .side')
          .getByRole('link', { name: '《住房补贴实施细则》第十二条' })
          .first(),
      ).toBeVisible();
    });

    test('the state of a document is one link away from any of its pages, with every event and where it is written', async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.under}housing-2016-14/p1-2.html`);
      await page
        .getByRole('complementary', { name: '文件状态' })
        .getByRole('link', { name: '已废止' })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('效力和沿革');
      await expect(page.locator('time[datetime="2024-07-01"]')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('《云泽市住房补贴办法》');
    });
  });
}

test('who chooses the link of an edition copies that, of a sentence and of the whole text, too', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.under}${POLICY}/t17.html#s1`);
  const address = page.locator('[data-address]');
  const form = page.getByText('引文写法和固定网址');
  const box = page.getByRole('checkbox', { name: /版的网址/u });
  await form.click();
  await expect(address).toHaveText(`${hosts.under}${POLICY}/t17.html#s1`);
  await box.check();
  await expect(address).toHaveText(`${hosts.under}${POLICY}/2025-03-12/t17.html#s1`);
  await page.goto(`${hosts.under}${POLICY}.html`);
  await form.click();
  await box.check();
  await expect(address).toHaveText(`${hosts.under}${POLICY}/2025-03-12.html`);
  expect((await page.request.get((await address.textContent()) ?? '')).status()).toBe(200);
});

test('rows of a comparison are shown by their kind and copied as a table, the marks in them, too', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.under}${POLICY}/changes/2025-03-12.html`);
  const rows = page.locator('.changed tr.place:visible');
  const all = await rows.count();
  await page.getByRole('radio', { name: /^新增/u }).check();
  expect(await rows.count()).toBeLessThan(all);
  const copied = await page.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        document.addEventListener('ask-copy', (event) => resolve((event as CustomEvent).detail), {
          once: true,
          capture: true,
        });
        document.querySelector<HTMLElement>('copy-changes [data-copy]')?.click();
      }),
  );
  expect(copied.html).toContain('<ins');
  expect(copied.html).not.toContain('<a ');
  expect(copied.text).toContain('第二十条');
  expect(copied.text).not.toContain('第六条');
});
