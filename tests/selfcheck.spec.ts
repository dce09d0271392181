import { answerAll, expect, follow, test, watch } from './site.ts';

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  // That each answer of each topic leads on in the same way, selfcheck.built.test.ts proves.
  test('from home to a result, change an answer, go back, print', async ({ page, hosts }) => {
    const person = 'flexible';
    await page.goto(`${hosts.exact}index.html`);
    await page.locator('main a[href="check.html"]').first().click();
    await page.locator(`main a[href="check/${person}.html"]`).click();
    expect(await answerAll(page)).toBeGreaterThan(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '根据您的回答，本文件相关条款如下',
    );
    const result = page.url();
    await page
      .getByRole('link', { name: /^更改：/u })
      .first()
      .click();
    await expect(page).toHaveURL(`${hosts.exact}check/${person}.html`);
    await follow(page, page.locator('[data-answer]').nth(1));
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(result);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('a result begins with all it says, each a link to where that stands, a why-not link leads to the answers that would change it, and no control is shown that needs script', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}check/flexible/3-or-less/listed.html`);
    const outcome = page.locator('#flex-same');
    await expect(outcome).toContainText('与原文不符');
    await outcome.locator('.changes a').first().click();
    await expect(page).toHaveURL(`${hosts.root}check/flexible/over-3/ab/listed.html`);
    await expect(page.locator('#flex-same')).toContainText('与原文相符');
    const links = page.getByRole('navigation', { name: '本页各项' }).getByRole('link');
    expect(await links.count()).toBe(await page.locator('article').count());
    await links.nth(1).click();
    await expect(page.locator('article').nth(1)).toBeInViewport();
    for (const path of ['check/flexible/over-3/ab/listed', 'check', 'check/flexible', 'sheet']) {
      await page.goto(`${hosts.root}${path}.html`);
      expect(await page.locator('main button:visible').count(), path).toBe(0);
    }
  });
});

test('with script the result’s link is copied, and nothing goes wrong on the way', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  // Headless Chromium on some systems has a sharing sheet that nobody can answer.
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  const heard = watch(page, hosts.root);
  await page.goto(`${hosts.root}check.html`);
  await page.getByRole('link', { name: '每年来一段时间的', exact: true }).click();
  await answerAll(page);
  await page.getByRole('button', { name: '分享或复制链接' }).click();
  await expect(page.locator('result-tools').getByRole('status')).toHaveText('已复制：本页链接');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(heard).toEqual([]);
  await context.close();
});

test('one can go on where one left off, and forget it', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}check/leave.html`);
  // The page is remembered by its own script, which has run when the page is there whole.
  await follow(page, page.locator('[data-answer]').first());
  const left = page.url();
  await page.goto(`${hosts.root}check.html`);
  await page.locator('check-resume a').click();
  await expect(page).toHaveURL(left);
  await page.goto(`${hosts.root}check.html`);
  await page.locator('check-resume').getByRole('button', { name: '清除' }).click();
  await expect(page.locator('check-resume')).toBeHidden();
  await page.reload();
  await expect(page.locator('check-resume')).toBeHidden();
});

test('several results stand on one consultation sheet, under any path, until it is cleared', async ({
  page,
  hosts,
}) => {
  for (const path of [
    'check/flexible/over-3/ab/listed.html',
    'check/flexible/3-or-less/listed.html',
  ]) {
    await page.goto(hosts.under + path);
    await page.getByRole('button', { name: '加入咨询单' }).click();
    await expect(page.locator('result-tools').getByRole('status')).toHaveText('已加入咨询单');
  }
  await page.getByRole('link', { name: '看咨询单' }).click();
  await expect(page.getByRole('status')).toHaveText('共 2 份结果');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('咨询单');
  expect(await page.locator('consult-sheet article').count()).toBeGreaterThan(5);
  await expect(page.getByRole('heading', { level: 2, name: /^每年来一段时间的：/u })).toHaveCount(
    2,
  );
  // As on the results' own pages, on the screen and on paper.
  await expect(page.locator('consult-sheet .open').first()).toHaveCSS('border-left-width', '4px');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('consult-sheet .blanks td').first()).toHaveCSS(
    'border-top-width',
    '1px',
  );
  await page.emulateMedia({ media: 'screen' });
  await page.locator('consult-sheet article a[href*="p3-4"]').first().click();
  await expect(page).toHaveURL(`${hosts.under}prs-2018-156/p3-4.html`);
  await page.goBack();
  await page.getByRole('button', { name: '清除' }).click();
  await expect(page.getByRole('status')).toContainText('咨询单是空的');
});

test('with storage refused everything else works, and the reader is told', async ({
  page,
  hosts,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const heard = watch(page, hosts.root);
  await page.goto(`${hosts.root}check/flexible.html`);
  await answerAll(page);
  await page.getByRole('button', { name: '加入咨询单' }).click();
  await expect(page.locator('result-tools').getByRole('status')).toContainText('不让网页保存');
  await page.goto(`${hosts.root}check.html`);
  await expect(page.locator('check-resume')).toBeHidden();
  expect(heard).toEqual([]);
});

test('junk kept on the device is not followed', async ({ page, hosts }) => {
  await page.addInitScript(() => {
    localStorage.setItem('check-place', '{"address":"javascript:alert(1)","label":"x"}');
    localStorage.setItem('check-sheet', '["https://other.example/","../x"]');
  });
  const heard = watch(page, hosts.root);
  await page.goto(`${hosts.root}check.html`);
  await expect(page.locator('check-resume')).toBeHidden();
  await page.goto(`${hosts.root}sheet.html`);
  await expect(page.getByRole('status')).toContainText('咨询单是空的');
  expect(heard).toEqual([]);
});

test('the printed result has the blanks of a consultation sheet', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}check/flexible/over-3/ab/listed.html`);
  await page.emulateMedia({ media: 'print' });
  for (const name of ['受理单位', '经办人', '答复日期']) {
    await expect(page.getByRole('rowheader', { name })).toBeVisible();
  }
  await expect(page.locator('.changes').first()).toBeHidden();
});
