import { expect, test, watch } from './site.ts';

// Other tests go without the movement from page to page (playwright.config.ts).
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

for (const script of [true, false]) {
  test.describe(`with script ${script ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: script });

    test('home → part → clause → next, on every kind of host', async ({ context, hosts }) => {
      for (const host of ['root', 'under', 'exact'] as const) {
        const page = await context.newPage();
        const heard = watch(page, hosts[host]);
        await page.goto(`${hosts[host]}index.html`);
        await page.locator('main').getByRole('link', { name: '高层次人才引进措施' }).click();
        await expect(page).toHaveURL(`${hosts[host]}prs-2018-156/p3.html`);
        await page.locator('main').getByRole('link', { name: '鼓励柔性引进' }).click();
        await expect(page).toHaveURL(`${hosts[host]}prs-2018-156/p3-4.html`);
        await expect(page.getByRole('heading', { level: 1 })).toContainText('鼓励柔性引进');
        await page.locator('main a[rel=next]').first().click();
        await expect(page).toHaveURL(`${hosts[host]}prs-2018-156/p3-5.html`);
        await page.getByText('引文写法和固定网址').click();
        await page.getByRole('link', { name: '在全文中看这一条' }).click();
        await expect(page).toHaveURL(`${hosts[host]}prs-2018-156.html#p3-5`);
        await expect(page.locator('#p3-5')).toBeInViewport();
        expect.soft(heard, host).toEqual([]);
        await page.close();
      }
    });

    test('a sentence’s address leads to the sentence and marks it', async ({ page, hosts }) => {
      const heard = watch(page, hosts.root);
      await page.goto(`${hosts.root}prs-2018-156/p4-6.html#s3`);
      const sentence = page.locator('#s3');
      await expect(sentence).toBeInViewport();
      const ground = (id: string) =>
        page.locator(id).evaluate((e) => getComputedStyle(e).backgroundColor);
      expect(await ground('#s3')).not.toBe(await ground('#s2'));
      expect(heard).toEqual([]);
    });

    test('no control is shown that does nothing', async ({ page, hosts }) => {
      await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
      expect((await page.locator('main button:visible').count()) > 0).toBe(script);
      // Without script a button sends a form, and a fold opens.
      const idle = page.locator('button:visible:not(form[action] button)');
      if (!script) expect(await idle.count()).toBe(0);
      for (const fold of await page.locator('summary:visible').all()) {
        await fold.click();
        await expect(fold.locator('xpath=..')).toHaveAttribute('open');
        await expect(fold.locator('~ *').first()).toBeVisible();
        await fold.click();
      }
    });
  });
}

test('every page loads without a console error, another origin or a refusal of its policy', async ({
  page,
  hosts,
}) => {
  const heard = watch(page, hosts.root);
  for (const path of [
    'index',
    'prs-2018-156',
    'talent',
    'employer',
    'staff',
    'topics',
    'topics/leave',
    'terms',
    'duties',
    'about',
    'search',
    '404',
  ]) {
    await page.goto(`${hosts.root}${path}.html`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(heard).toEqual([]);
});

test.describe('from a folder, as file:', () => {
  for (const script of [true, false]) {
    test(`reading, links and looks work with script ${script ? 'on' : 'off'}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: script });
      const page = await context.newPage();
      await page.goto(new URL('../dist/index.html', import.meta.url).href);
      const sheet = await page
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(sheet).toBe('rgb(243, 241, 235)');
      await page.locator('main').getByRole('link', { name: '加大人才培育力度' }).click();
      await page.locator('main').getByRole('link', { name: '鼓励离岗创新创业' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('鼓励离岗创新创业');
      await page
        .locator('main')
        .getByRole('link', { name: /^自查：/u })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/？$/u);
      expect((await page.pdf()).length).toBeGreaterThan(10_000);
      await context.close();
    });
  }
});

test('what is copied from a clause is its text, character for character', async ({
  browser,
  hosts,
}) => {
  const { clauses, paged } = await import('./policy.ts');
  const { clauseText } = await import('../src/domain/policy/clause.ts');
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  for (const clause of paged) {
    await page.goto(`${hosts.root}prs-2018-156/${clause.id}.html`);
    for (const [index, paragraph] of (await page.locator('[data-issued]').all()).entries()) {
      await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element));
      await page.keyboard.press('ControlOrMeta+C');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(clauseText(clause).split('\n')[index]);
    }
  }
  // The whole text in one stroke: paragraphs come with a blank line between, as from any page.
  await page.goto(`${hosts.root}prs-2018-156.html`);
  await page
    .locator('[data-whole]')
    .evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+C');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => line !== '');
  expect(lines).toEqual(clauses.flatMap((c) => clauseText(c).split('\n')));
  await context.close();
});

test('three（四）is read as its place, not as brackets', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(/第三部分第（四）项/u);
});
