import { expect, test } from '@playwright/test';

test('the browser under test draws Chinese as Chinese, not as blanks or boxes', async ({
  page,
}) => {
  await page.setContent([...'平顶山\u{10FFFD}　'].map((c) => `<p>${c}</p>`).join(''));
  const drawn = await Promise.all(
    (await page.locator('p').all()).map(async (p) => (await p.screenshot()).toString('base64')),
  );
  expect(new Set(drawn).size).toBe(drawn.length);
});
