import { questionPages, resultPages } from '../src/site/pages.ts';
import { library } from './library.ts';
import { answerAll, expect, follow, test, watch } from './site.ts';

/** Of each topic the result that says most, and the question with the most answers. */
const RESULTS = mostOfEach(
  resultPages(library).map(({ params, props: { topic, result } }) => ({
    topic: topic.id,
    path: `check/${params.result}.html`,
    size: Math.min(6, result.rows.length) + Math.min(6, result.gaps.length),
  })),
);
const QUESTIONS = mostOfEach(
  questionPages(library).map(({ params, props: { topic, question } }) => ({
    topic: topic.id,
    path: `check/${params.question}.html`,
    size: question.answers.length,
  })),
);

function mostOfEach(pages: { topic: string; path: string; size: number }[]): string[] {
  const most = new Map<string, (typeof pages)[number]>();
  for (const page of pages)
    if (page.size > (most.get(page.topic)?.size ?? -1)) most.set(page.topic, page);
  return [...most.values()].map(({ path }) => path);
}

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  // That each answer of each topic leads on in the same way, selfcheck.built.test.ts proves.
  test('from home to a result, change an answer, go back, print', async ({ page, hosts }) => {
    const person = 'flexible';
    await page.goto(`${hosts.exact}index.html`);
    await page.locator('main a[href="check.html"]').first().click();
    await page.locator(`main a[href="check/${person}.html"]`).click();
    expect(await answerAll(page)).toBeGreaterThan(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d 项/u);
    const result = page.url();
    await page.locator('.given > summary').click();
    await page
      .getByRole('link', { name: /^更改：/u })
      .nth(1)
      .click();
    await expect(page).toHaveURL(`${hosts.exact}check/${person}.html`);
    await follow(page, page.locator('[data-answer]').nth(1));
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(result);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('each row of a result opens to its sentence, a why-not link leads to the answers that would change it, questions can be ticked, and no control is shown that needs script', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}check/flexible/3-or-less/listed.html`);
    const outcome = page.locator('#flex-same');
    await expect(outcome).toContainText('与原文不符');
    await expect(outcome.locator('blockquote')).toBeHidden();
    await outcome.locator('summary').click();
    await expect(outcome.locator('blockquote')).toBeVisible();
    await outcome.locator('.changes a').first().click();
    await expect(page).toHaveURL(`${hosts.root}check/flexible/over-3/ab/listed.html`);
    await expect(page.locator('#flex-same')).toContainText('与原文相符');
    await page.locator('.ask label').first().click();
    await expect(page.locator('.ask input').first()).toBeChecked();
    for (const path of [
      'check/flexible/over-3/ab/listed',
      'prs-2018-156/p3-4',
      'check',
      'check/flexible',
      'sheet',
    ]) {
      await page.goto(`${hosts.root}${path}.html`);
      expect(await page.locator('main button:visible').count(), path).toBe(0);
      expect(await page.locator('a[href$="sheet.html"]:visible').count(), path).toBe(
        Number(path === 'check'),
      );
    }
  });
});

/** How high results may be with everything folded that is folded at first, and questions of three answers without the site's own frame. */
const HIGHEST = [
  { width: 390, height: 844, result: 2000, question: 800 },
  { width: 1280, height: 900, result: 1400, question: 600 },
];
const MORE_FOR_AN_ANSWER = 60;

test('results and questions are read in a few screens, and what one does next is on the first two of a result', async ({
  page,
  hosts,
}) => {
  for (const { width, height, result, question } of HIGHEST) {
    await page.setViewportSize({ width, height });
    for (const path of RESULTS) {
      await page.goto(hosts.root + path);
      const { whole, take } = await page.evaluate(() => ({
        whole: document.documentElement.scrollHeight,
        take: document.querySelector('result-tools')?.getBoundingClientRect().bottom ?? 0,
      }));
      expect.soft(whole, `${path} at ${width}`).toBeLessThanOrEqual(result);
      expect.soft(take, `${path} at ${width}`).toBeLessThanOrEqual(2 * height);
    }
    for (const path of QUESTIONS) {
      await page.goto(hosts.root + path);
      const { own, answers } = await page.evaluate(() => ({
        own: (document.querySelector('main > .two') as Element).getBoundingClientRect().height,
        answers: document.querySelectorAll('[data-answer]').length,
      }));
      const highest = question + Math.max(0, answers - 3) * MORE_FOR_AN_ANSWER;
      expect.soft(own, `${path} at ${width}`).toBeLessThanOrEqual(highest);
    }
  }
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
  await page.locator('main a[href="check/flexible.html"]').click();
  await answerAll(page);
  await page.getByRole('button', { name: '分享' }).click();
  await expect(page.locator('result-tools').getByRole('status')).toHaveText('已复制：本页链接');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(heard).toEqual([]);
  await context.close();
});

test('questions are copied with what they are about and where they stand: those that are ticked, where none is those that stand open', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const copied = async (path: string) => {
    if (!page.url().startsWith(hosts.root + path)) await page.goto(hosts.root + path);
    await page.locator('ask-tools button').first().click();
    await expect(page.locator('ask-tools [role=status]')).toHaveText(/已复制/u);
    return (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  };
  const clause = 'prs-2018-156/p3-4.html';
  const all = await copied(clause);
  const boxes = page.locator('.ask > ul input');
  expect(all.length).toBe((await boxes.count()) + 2);
  expect(all[0]).toContain('（平人社〔2018〕156号）第三部分第（四）项');
  expect(all.at(-1)).toBe(hosts.root + clause);
  const label = (await page.locator('.ask label').nth(1).textContent()) ?? '';
  await page.locator('.ask label').nth(1).click();
  const one = await copied(clause);
  expect(one.slice(1, -1)).toEqual([`1. ${label.trim()}`]);
  const result = await copied('check/flexible/over-3/ab/listed.html');
  expect(result[0]).toContain('（平人社〔2018〕156号）');
  expect(result[1]).toMatch(/^1\. \D/u);
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

test('results and questions of clauses stand on one consultation sheet, under any path: answers, sentences and questions once each, in the words of their pages, until they are taken off', async ({
  page,
  hosts,
}) => {
  const paper = page.locator('consult-sheet article');
  const status = page.locator('consult-sheet').getByRole('status');
  await page.goto(`${hosts.under}check/flexible/over-3/ab/listed.html`);
  const quotes = await page.locator('blockquote').allTextContents();
  await page.getByRole('link', { name: '咨询单', exact: true }).click();
  await expect(page).toHaveURL(`${hosts.under}sheet.html`);
  await expect(status).toHaveText('共 1 页的内容');
  for (const quote of quotes) await expect(paper).toContainText(quote);
  await expect(paper.locator('dd').first()).toHaveText('超过3个月');
  const asked = await paper.locator('li').count();
  expect(asked).toBeGreaterThan(3);
  // What another result says, too, stands there once.
  await page.goto(`${hosts.under}check/flexible/3-or-less/listed.html`);
  await page.getByRole('link', { name: '咨询单', exact: true }).click();
  await expect(status).toHaveText('共 2 页的内容');
  const shown = await paper.locator('blockquote').allTextContents();
  expect(new Set(shown).size).toBe(shown.length);
  // Of a clause what is ticked.
  await page.goto(`${hosts.under}prs-2018-156/p4-6.html`);
  await page.locator('details:has(> .ask) > summary').click();
  const own = page.locator('.ask li').nth(1);
  await own.locator('label').click();
  await page.getByRole('button', { name: '放进咨询单' }).click();
  await expect(page.locator('ask-tools [role=status]')).toHaveText('已放进咨询单');
  await page.locator('ask-tools a').click();
  await expect(status).toHaveText('共 3 页的内容');
  const questions = await paper.locator('li').allTextContents();
  expect(new Set(questions).size).toBe(questions.length);
  await expect(paper.locator('blockquote').last()).toContainText('第四部分第（六）项');
  // One is taken off, then all.
  await page.getByRole('button', { name: /^移去/u }).nth(2).click();
  await expect(status).toHaveText('共 2 页的内容');
  expect((await paper.locator('li').allTextContents()).length).toBe(questions.length - 1);
  await page.getByRole('button', { name: '清除' }).click();
  await expect(status).toHaveText('咨询单是空的。');
  await expect(page.locator('[data-empty]')).toBeVisible();
  await expect(paper).toHaveCount(0);
});

test('what is ticked on a result is what the sheet asks, and only that', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}check/flexible/over-3/ab/listed.html`);
  await page.locator('.ask label').nth(2).click();
  const question = await page
    .locator('.ask label')
    .nth(2)
    .evaluate((e) => e.lastChild?.textContent);
  await page.getByRole('link', { name: '咨询单', exact: true }).click();
  await expect(page.locator('consult-sheet li').filter({ hasNotText: '移去' })).toHaveText([
    question ?? '',
  ]);
});

test('a sheet kept as addresses alone, as sheets once were, is read on', async ({
  page,
  hosts,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem('check-sheet', '["check/flexible/over-3/ab/listed.html"]'),
  );
  await page.goto(`${hosts.root}sheet.html`);
  await expect(page.locator('consult-sheet').getByRole('status')).toHaveText('共 1 页的内容');
  await expect(page.locator('consult-sheet blockquote').first()).toBeVisible();
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
  const result = page.url();
  await page.getByRole('link', { name: '咨询单', exact: true }).click();
  await expect(page.locator('result-tools').getByRole('status')).toContainText('不让网页保存');
  await page.getByRole('button', { name: '放进咨询单' }).click();
  await expect(page.locator('ask-tools').getByRole('status')).toContainText('不让网页保存');
  await expect(page.locator('ask-tools a')).toBeHidden();
  expect(page.url()).toBe(result);
  await page.goto(`${hosts.root}check.html`);
  await expect(page.locator('check-resume')).toBeHidden();
  expect(heard).toEqual([]);
});

test('junk kept on the device is not followed', async ({ page, hosts }) => {
  await page.addInitScript(() => {
    localStorage.setItem('check-place', '{"address":"javascript:alert(1)","label":"x"}');
    localStorage.setItem(
      'check-sheet',
      '["https://other.example/","../x",null,7,{"address":"//other.example/x.html"},{"address":"a.html","gaps":3}]',
    );
  });
  const heard = watch(page, hosts.root);
  await page.goto(`${hosts.root}check.html`);
  await expect(page.locator('check-resume')).toBeHidden();
  await page.goto(`${hosts.root}sheet.html`);
  await expect(page.locator('consult-sheet').getByRole('status')).toContainText('咨询单是空的');
  expect(heard).toEqual([]);
});

test('a result that is printed by itself, without script, is a sheet, too: rows are open, ticked questions are ticked, and there is room for who answers', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hosts.root}check/flexible/over-3/ab/listed.html`);
  await page.locator('.ask label').first().click();
  await page.emulateMedia({ media: 'print' });
  for (const name of ['受理单位', '经办人', '答复日期'])
    await expect(page.getByText(name)).toBeVisible();
  await expect(page.locator('.outcome blockquote').first()).toBeVisible();
  await expect(page.locator('.ask input').first()).toBeChecked();
  await expect(page.locator('.ask input').first()).toBeVisible();
  for (const away of ['.changes', 'result-tools', 'ask-tools'])
    await expect(page.locator(away).first()).toBeHidden();
  await context.close();
});
