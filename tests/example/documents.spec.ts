/** A file of a notice, the plan that it issues, a table and a list, on the example library. */
import { readFileSync } from 'node:fs';
import { splitPolicy } from '../../src/domain/policy/split.ts';
import { expect, test, watch } from '../site.ts';

const POLICY = 'rent-plan-2025-20';
const source = readFileSync(`examples/library/policies/${POLICY}/source.txt`, 'utf8');
const { clauses } = splitPolicy(source);
const bare = (text: string) => text.replace(/\s/gu, '');

test.describe('the whole text', () => {
  for (const script of [true, false]) {
    test.describe(`with script ${script ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled: script });

      test('stands in the parts of the document, each under its own address', async ({
        page,
        hosts,
      }) => {
        const heard = watch(page, hosts.root);
        await page.goto(`${hosts.root}${POLICY}.html`);
        const ids = clauses.map(({ id }) => id);
        expect(ids).toContain('d2-n2-2-m2-1');
        for (const id of ids) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
        await expect(page.locator('#f1 tr')).toHaveCount(4);
        await expect(page.locator('#f1 td')).toHaveCount(16);
        expect(heard).toEqual([]);
      });
    });
  }

  test('is copied as it was issued, the table with a tab between cells', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}${POLICY}.html`);
    const copied = await page.locator('[data-whole]').evaluate((whole) => {
      getSelection()?.selectAllChildren(whole);
      return String(getSelection());
    });
    const beside = await page
      .locator('[data-whole] .more')
      .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
    // The links beside the text are not copied.
    for (const words of new Set(beside)) expect(source).not.toContain(words);
    expect(bare(copied)).toBe(bare(source));
    expect(copied).toContain('一级\t超过5000户\t超过10日\t市人民政府办公室');
  });

  test('is printed whole', async ({ page, hosts }) => {
    await page.goto(`${hosts.root}${POLICY}.html`);
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('[data-issued]')
      .evaluateAll((all) => all.filter((one) => one.getClientRects().length === 0).length);
    expect(hidden).toBe(0);
    const wide = await page
      .locator('.issued-table')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    expect(wide).toBe(0);
  });
});

test('nothing of the law lies over anything else, in a statute with notes below its title or in a plan', async ({
  page,
  hosts,
}) => {
  for (const path of ['housing-2024-9.html', `${POLICY}.html`, `${POLICY}/d2.html`]) {
    await page.goto(hosts.root + path);
    const over = await page.locator('p[data-issued], tr[data-issued]').evaluateAll((all) => {
      const boxes = all.map((one) => one.getBoundingClientRect());
      return all.flatMap((one, i) => {
        const [above, own] = [boxes[i - 1], boxes[i]];
        const isOver = above && own && own.top < above.bottom - 1;
        return isOver || own?.height === 0 ? [one.textContent] : [];
      });
    });
    expect(over, path).toEqual([]);
  }
});

test('what the notice issues is cited by its own title, and a row of the table has its address', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}${POLICY}/d2-n2-2-m2.html`);
  await page.getByText('引文写法和固定网址').click();
  await expect(page.locator('[data-citation]')).toHaveText(
    '《云泽市租房补贴发放应急方案》（云泽政办〔2025〕20号）2.2第（2）项',
  );
  // The clause is whole: what stands below it stands on its page.
  await expect(page.locator('.sheet')).toContainText('①一级响应由工作小组组长决定；');

  await page.goto(`${hosts.root}${POLICY}/f1.html#r3`);
  await expect(page.locator('#r3')).toBeInViewport();
  const ground = (row: number) =>
    page.locator(`tr:has(#r${row})`).evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await ground(3)).not.toBe(await ground(2));
});

test('places are found as they are written: a decimal, an annex, the plan by its title', async ({
  page,
  hosts,
}) => {
  for (const [query, clause] of [
    ['20号文2.2', 'd2-n2-2'],
    ['20号文附件1', 'f1'],
    ['《云泽市租房补贴发放应急方案》3.2', 'd2-n3-2'],
  ] as const) {
    await page.goto(`${hosts.root}search.html?q=${encodeURIComponent(query)}`);
    await page.locator('site-search[data-state=done]').waitFor();
    await expect(page.locator('[data-hit]').first(), query).toHaveAttribute('data-hit', clause);
  }
});

test('a wide table moves in its own frame on a phone, and can be moved by keyboard', async ({
  page,
  hosts,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${hosts.root}${POLICY}/f1.html`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await expect(page.getByRole('region', { name: '附件1的表格' })).toHaveAttribute('tabindex', '0');
});
