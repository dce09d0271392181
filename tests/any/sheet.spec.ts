/** The consultation sheet of whatever content is built: what is put on it fits one A4, each document by itself. */
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { formatDocument } from '../../src/domain/policy/citation.ts';
import { audienceHref, checkHref, clauseHref } from '../../src/routes.ts';
import { clausePages, resultPages } from '../../src/site/pages.ts';
import { library } from '../library.ts';
import { expect, test } from '../site.ts';

test.describe.configure({ timeout: 240_000 });

const results = resultPages(library).map(({ props: { policy, topic, node, result } }) => ({
  policy,
  topic,
  address: checkHref(
    policy,
    topic.id,
    node.steps.map(({ answer }) => answer.slug),
  ).slice(1),
  size:
    result.rows.reduce((sum, { quoted }) => sum + quoted.text.length, 0) +
    result.gaps.length * 20 +
    node.steps.reduce(
      (sum, { question, answer }) => sum + question.text.length + answer.label.length,
      0,
    ),
}));
/** Of each topic what is longest, and a few of the others. */
const long = [...Map.groupBy(results, ({ topic }) => topic).values()].flatMap((own) => {
  const sorted = own.toSorted((a, b) => b.size - a.size);
  return [...sorted.slice(0, 2), ...sorted.slice(-1)];
});
const clauses = clausePages(library)
  .filter(({ props: { stretch } }) => stretch.clause.words?.open.length)
  .map(
    ({
      props: {
        policy,
        stretch: { clause },
      },
    }) => ({
      address: clauseHref(policy.id, clause.id).slice(1),
      gaps:
        clause.words?.open.filter((gap) => policy.gaps[gap]?.question && !policy.gaps[gap].by) ??
        [],
    }),
  )
  // Where others fill all of them, there is nothing to take along.
  .filter(({ gaps }) => gaps.length > 0);

async function open(page: Page, root: string, entries: readonly object[]): Promise<void> {
  // Any page of the site can put it there, so the sheet before this one does.
  if (!page.url().startsWith(root)) await page.goto(`${root}about.html`);
  // As the sheet itself keeps it; the name without a folder is taken over.
  await page.evaluate((kept) => localStorage.setItem('check-sheet', kept), JSON.stringify(entries));
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage))
      if (name.endsWith(' check-sheet')) localStorage.removeItem(name);
  });
  await page.goto(`${root}sheet.html`);
  await expect(page.locator('consult-sheet').getByRole('status')).toHaveText(
    `共 ${entries.length} 页的内容`,
  );
}

async function sheets(page: Page): Promise<number> {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  return (await getDocument({ data, verbosity: 0 }).promise).numPages;
}

test('any one result, and the questions of any one clause, print on one A4 with room to write', async ({
  page,
  hosts,
}) => {
  for (const { address } of long) {
    await open(page, hosts.root, [{ address, gaps: [] }]);
    expect.soft(await sheets(page), address).toBe(1);
  }
  for (const { address, gaps } of clauses)
    for (const ticked of [[], gaps.slice(0, 8)]) {
      await open(page, hosts.root, [{ address, gaps: ticked }]);
      expect.soft(await sheets(page), `${address} ${ticked.length}`).toBe(1);
      const asked = page.locator('consult-sheet ol li');
      expect.soft(await asked.count(), address).toBe(ticked.length || Math.min(8, gaps.length));
    }
  expect(long.length + clauses.length).toBeGreaterThan(5);
});

test('results of several documents stand under their documents, each with its own questions', async ({
  page,
  hosts,
}) => {
  const one = [...Map.groupBy(long, ({ policy }) => policy).values()].map(([first]) => first);
  await open(
    page,
    hosts.root,
    one.map((each) => ({ address: each?.address, gaps: [] })),
  );
  const documents = one.map((each) => (each ? formatDocument(each.policy) : ''));
  expect(await page.locator('consult-sheet h2').allTextContents()).toEqual([
    ...(one.length > 1
      ? one.map((each, i) => `情况 ${i + 1}：${each?.topic.title}`)
      : ['我的情况']),
    ...documents,
  ]);
});

test('two self-checks, of oneself and of somebody else, stand as two situations, each with its own answers and who it is to be written in; what both ask is asked once', async ({
  page,
  hosts,
}) => {
  const [first] = results;
  const own = results.filter(({ policy }) => policy === first?.policy);
  const [mine, theirs] = [own[0], own.findLast(({ topic }) => topic !== own[0]?.topic)];
  if (!mine || !theirs) throw new Error('Unexpected self-check for one kind of person only');
  const answersOf = async (address: string) => {
    await page.goto(hosts.root + address);
    return page.locator('[data-given] > li > strong').allTextContents();
  };
  const answers = [await answersOf(mine.address), await answersOf(theirs.address)];
  await open(
    page,
    hosts.root,
    [mine, theirs].map(({ address }) => ({ address, gaps: [] })),
  );
  for (const [i, each] of [mine, theirs].entries()) {
    const heading = page.getByRole('heading', { name: `情况 ${i + 1}：${each.topic.title}` });
    const situation = heading.locator('xpath=following-sibling::dl[1]');
    await expect(situation.locator('dd')).toHaveText([...(answers[i] ?? []), '']);
    await expect(situation.locator('dt').last()).toHaveText('谁的情况');
  }
  const asked = await page.locator('consult-sheet ol li').allTextContents();
  expect(new Set(asked).size).toBe(asked.length);
  expect(await sheets(page)).toBeLessThanOrEqual(2);
});

test('a table of ways prints on one sheet across, whole and narrowed', async ({ page, hosts }) => {
  const tables = library.audiences.filter(({ view }) => view === 'table');
  for (const { id } of tables) {
    await page.goto(hosts.root + audienceHref(id).slice(1));
    const narrowed = await page
      .locator(`main a[href*="${id}/"]`)
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(narrowed.length).toBeGreaterThan(0);
    for (const address of [page.url(), ...new Set(narrowed)]) {
      await page.goto(address);
      expect.soft(await sheets(page), address).toBe(1);
    }
  }
});
