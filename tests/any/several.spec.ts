import { parse } from 'csv-parse/sync';
import { hasPage } from '../../src/domain/policy/clause.ts';
import { audienceHref, checkHref } from '../../src/routes.ts';
import { checkPages } from '../../src/site/selfcheck.ts';
import { library } from '../library.ts';
import { rounds } from '../rounds.ts';
import { expect, follow, test, watch } from '../site.ts';

/** What a library of several documents adds, tried on whichever content has several. */
test.skip(!library.several, 'one document only');

const desk = library.audiences.find(({ view }) => view === 'desk');
/** Two documents that both have a clause of one id. */
const [one, other, shared] = library.policies
  .flatMap((a) =>
    library.policies.flatMap((b) => {
      const both = a.clauses.filter(hasPage).find(({ id }) => b.clauses.some((c) => c.id === id));
      return a.id < b.id && both ? [[a, b, both.id] as const] : [];
    }),
  )
  .at(0) ?? [undefined, undefined, ''];
const basket = `#basket=${one?.id}/${shared},${other?.id}/${shared},gone-1/${shared}`;

test.describe('the desk over several documents', () => {
  test('one list, one reply, a table and codes each tell two clauses of one id apart', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
    await page.goto(hosts.under + audienceHref(desk?.id ?? '').slice(1) + basket);
    await expect(page.locator('[data-picks] li')).toHaveCount(2);
    await expect(page.locator('[data-ignored]')).toHaveText('网址里有 1 项认不出来，已略过。');
    for (const [i, policy] of [one, other].entries())
      await expect(page.locator('[data-picks] li').nth(i)).toContainText(policy?.name ?? '');
    await page.getByRole('button', { name: '写成一份答复' }).click();
    const text = page.getByRole('textbox', { name: '答复文字，可以再改' });
    for (const policy of [one, other]) {
      await expect(text).toHaveValue(
        new RegExp(`${hosts.under}${policy?.id}/${shared}\\.html`, 'u'),
      );
      expect(await text.inputValue()).toContain(`《${policy?.title}》`);
    }
    await page.getByText('二维码、表格').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载表格' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const rows: string[][] = parse(Buffer.concat(chunks), { bom: true });
    expect(rows.map(([document]) => document)).toEqual([
      '文件',
      ...[one, other].map((policy) => policy?.number || `《${policy?.title}》`),
    ]);
    await page.locator('[data-basket] [data-codes]').click();
    await expect(page.locator('[data-codes] li')).toHaveCount(2);
    for (const [i, policy] of [one, other].entries())
      await expect(page.locator('[data-codes] li').nth(i)).toContainText(policy?.name ?? '');
    await page.getByRole('link', { name: `回到“${desk?.name}”` }).click();
    await expect(page.locator('[data-picks] li')).toHaveCount(2);
    expect(heard).toEqual([]);
  });

  test('what is chosen in the search is answered from its own document; where its table does not come, that is said, with the page of the clause', async ({
    page,
    hosts,
  }) => {
    const open = async () => {
      await page.goto(hosts.under + audienceHref(desk?.id ?? '').slice(1));
      await page.getByRole('searchbox').click();
    };
    /** Whether the desk takes a clause that is chosen for itself. */
    const choose = (policy: string | undefined) =>
      page.evaluate(
        (detail) => {
          const chosen = { bubbles: true, cancelable: true, detail };
          return !document
            .querySelector('site-search')
            ?.dispatchEvent(new CustomEvent('choose-hit', chosen));
        },
        { policy, clause: shared },
      );
    await open();
    await page.locator('[data-help]:empty').waitFor({ state: 'attached' });
    for (const policy of [one, other]) {
      await expect.poll(() => choose(policy?.id)).toBe(true);
      await expect(page.locator('[data-address]')).toHaveText(
        `${hosts.under}${policy?.id}/${shared}.html`,
      );
    }
    await page.route(`**/${one?.id}/desk.json`, (route) => route.abort());
    await open();
    await expect.poll(() => choose(one?.id)).toBe(true);
    await page.getByRole('link', { name: '打开它的网页' }).click();
    await expect(page).toHaveURL(`${hosts.under}${one?.id}/${shared}.html`);
  });
});

test('a wrong address offers what it is most like', async ({ page, hosts }) => {
  const body = await (await fetch(`${hosts.under}404.html`)).text();
  await rounds(
    page,
    [
      [`x/${one?.id}/${shared.toUpperCase()}.html。`, `${one?.id}/${shared}.html`],
      [`${other?.id}/${shared}`, `${other?.id}/${shared}.html`],
      [`${one?.id}/no-such-9.html`, `${one?.id}.html`],
      [`${one?.id}/check/old.html`, 'check.html'],
    ] as const,
    async (wrong, right) => {
      await page.route(hosts.under + encodeURI(wrong), (route) =>
        route.fulfill({ status: 404, contentType: 'text/html; charset=utf-8', body }),
      );
      await page.goto(hosts.under + wrong);
      await page.locator('clause-offer a').click();
      await expect(page).toHaveURL(hosts.under + right);
    },
  );
});

test.describe('a fact that policies share', () => {
  /** A question of one policy, and one of another that asks for the same fact, with the answer that fits both. */
  const asked = library.policies.flatMap((policy) =>
    (policy.check ? checkPages(policy.check) : []).flatMap(({ topic, node }) =>
      node.question && library.sharedFacts.has(node.question.fact)
        ? [{ policy, topic, node, question: node.question }]
        : [],
    ),
  );
  const [first, second] =
    asked
      .flatMap((a) =>
        asked.flatMap((b) =>
          a.policy !== b.policy && a.question.fact === b.question.fact ? [[a, b]] : [],
        ),
      )
      .at(0) ?? [];
  const answer = first?.question.answers.find(({ stands }) => stands.length === 1);
  const merged = second?.question.answers.find(({ stands }) =>
    stands.includes(answer?.stands[0] ?? ''),
  );
  const hrefOf = ({ policy, topic, node }: (typeof asked)[number], more: string[] = []) =>
    checkHref(policy, topic.id, [...node.steps.map((step) => step.answer.slug), ...more]).slice(1);

  test('is listed at the start of the self-check, is not asked again in another, says so, and is asked when the reader wants to change it, or once the list is cleared', async ({
    page,
    hosts,
  }) => {
    if (!first || !second || !answer || !merged)
      throw new Error('Unexpected facts of no two policies');
    await page.goto(hosts.under + hrefOf(first));
    await follow(page, page.getByRole('link', { name: answer.label, exact: true }));
    const list = page.locator('check-answers');
    const openList = async () => {
      await page.goto(`${hosts.under}check.html`);
      await page.getByText('您以前的回答').click();
      await expect(list.locator('li')).toHaveText([`${first.question.text} ${answer.label}`]);
    };
    await openList();

    await page.goto(hosts.under + hrefOf(second));
    await expect(page).toHaveURL(hosts.under + hrefOf(second, [merged.slug]));
    const row = page.locator('[data-given] > li').nth(second.node.steps.length);
    await expect(row).toContainText('用了您以前的回答');
    await page.reload();
    await expect(row).toContainText('用了您以前的回答');
    await page.locator('.given > summary').click();
    await row.getByRole('link').click();
    await expect(page).toHaveURL(hosts.under + hrefOf(second));
    await expect(page.locator('h1')).toHaveText(second.question.text);
    await page.goBack();
    await expect(row).toContainText('用了您以前的回答');

    await openList();
    await list.getByRole('button', { name: '清除' }).click();
    await expect(list).toBeHidden();
    await page.goto(hosts.under + hrefOf(second));
    await expect(page.locator('h1')).toHaveText(second.question.text);
    await page.waitForTimeout(300);
    await expect(page).toHaveURL(hosts.under + hrefOf(second));
  });
});
