/** The ways that readers go, through whatever content is built: search, desk, self-check, print. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { formatCitation, formatDocument } from '../../src/domain/policy/citation.ts';
import { clauseText, hasPage, paragraphText } from '../../src/domain/policy/clause.ts';
import { audienceHref, checkHref, clauseHref, policyHref } from '../../src/routes.ts';
import type { SitePolicy } from '../../src/site/policy.ts';
import { library } from '../library.ts';
import { rounds } from '../rounds.ts';
import { answerAll, expect, test, watch } from '../site.ts';

// Some tests here go through every document and self-check.
test.describe.configure({ timeout: 240_000 });

const { policies, several } = library;
const desk = library.audiences.find(({ view }) => view === 'desk');

/** A clause in the middle of a policy, with its citation as a letter writes it. */
function clauseOf(policy: SitePolicy) {
  const paged = policy.clauses.filter((c) => hasPage(c) && c.marker);
  const clause = paged[Math.floor(paged.length / 2)];
  if (!clause) throw new Error(`Unexpected ${policy.id}, expected a clause with a number`);
  return { clause, citation: formatCitation(policy, clause.id) };
}

test('a citation of any document leads to its own clause, which is named with its document', async ({
  page,
  hosts,
}) => {
  const heard = watch(page, hosts.under);
  await rounds(
    page,
    policies.map((policy) => [policy.id, policy] as const),
    async (id, policy) => {
      const { clause, citation } = clauseOf(policy);
      await page.goto(`${hosts.under}search.html?q=${encodeURIComponent(citation)}`);
      await page.locator('site-search[data-state=done]').waitFor();
      const first = page.locator('[data-hit]').first();
      await expect(first).toHaveAttribute('data-policy', id);
      await expect(first).toHaveAttribute('data-hit', clause.id);
      if (several) await expect(first).toContainText(policy.name);
      await first.locator('a').click();
      await expect(page).toHaveURL(hosts.under + clauseHref(id, clause.id).slice(1));
      if (several) await expect(page).toHaveTitle(new RegExp(escaped(policy.name), 'u'));
    },
    () => heard.splice(0),
  );
});

test('a clause, or the sentence that is marked, is shared by the device; where it cannot, its link is copied', async ({
  browser,
  hosts,
}) => {
  const [policy] = policies;
  if (!policy) throw new Error('Unexpected library, expected a policy');
  const { clause } = clauseOf(policy);
  for (const place of ['', '#s1']) {
    for (const can of [true, false]) {
      const context = await browser.newContext({
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      await page.addInitScript((can) => {
        const share = async (what: ShareData) => void Object.assign(window, { what });
        Object.defineProperty(navigator, 'share', { value: can ? share : undefined });
      }, can);
      const url = hosts.under + clauseHref(policy.id, clause.id).slice(1) + place;
      await page.goto(url.replace(/(?=#|$)/u, '?from=timeline'));
      await page.locator('cite-actions [data-do=share]').click();
      const title = await page.title();
      if (can)
        expect(await page.evaluate(() => Reflect.get(window, 'what'))).toEqual({ title, url });
      else {
        await expect(page.locator('cite-actions [role=status]')).toContainText('已复制：');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
      }
      await context.close();
    }
  }
});

// A library may have no audience that answers others.
if (desk)
  test('the desk passes on a clause of any document with its document, text and address', async ({
    page,
    hosts,
  }) => {
    await rounds(
      page,
      policies.map((policy) => [policy.id, policy] as const),
      async (id, policy) => {
        const { clause, citation } = clauseOf(policy);
        await page.goto(hosts.under + audienceHref(desk.id).slice(1));
        const field = page.getByRole('searchbox');
        await field.fill(citation);
        await field.press('Enter');
        const reply = page.locator('[data-text]');
        await expect(reply).toBeVisible();
        await expect(page.locator('[data-address]')).toHaveText(
          hosts.under + clauseHref(id, clause.id).slice(1),
        );
        const words = await reply.inputValue();
        expect(words).toContain(`《${policy.title}》`);
        expect(words).toContain(
          clause.paragraphs[0] ? paragraphText(clause.paragraphs[0]).trim() : '',
        );
        await page.keyboard.press('a');
        await expect(page).toHaveURL(new RegExp(`#basket=${id}/${clause.id}$`, 'u'));
      },
    );
  });

test('the whole text of any document prints, to its last character', async ({ page, hosts }) => {
  for (const policy of policies) {
    await page.goto(hosts.root + policyHref(policy.id).slice(1));
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf()), verbosity: 0 }).promise;
    let printed = '';
    for (let n = 1; n <= pdf.numPages; n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      printed += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    const last = policy.clauses.findLast((c) => clauseText(c).trim());
    const text = bare(clauseText(last ?? policy.clauses[0] ?? never()));
    expect.soft(bare(printed), policy.id).toContain(text.slice(-8));
    if (library.notice)
      expect.soft(bare(printed), policy.id).toContain(bare(library.notice).slice(0, 8));
  }
});

test('any self-check leads to a result that names its document, without script', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    reducedMotion: 'no-preference',
  });
  const page = await context.newPage();
  await rounds(
    page,
    policies.flatMap((policy) =>
      (policy.check?.topics ?? []).map(({ id }) => [`${policy.id}: ${id}`, policy, id] as const),
    ),
    async (_, policy, topic) => {
      await page.goto(hosts.exact + checkHref(policy, topic).slice(1));
      expect(await answerAll(page)).toBeGreaterThan(0);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('[data-result]')).toHaveAttribute(
        'data-of',
        formatDocument(policy),
      );
      await expect(page.getByRole('complementary', { name: '文件状态' })).toContainText(
        policy.name,
      );
      await expect(page.locator('.outcome > div a:not([href^="#"])').first()).toHaveAttribute(
        'href',
        new RegExp(`${policy.id}/`, 'u'),
      );
      // The first walk has had the movement from page to page, which is half of what a walk costs.
      await page.emulateMedia({ reducedMotion: 'reduce' });
    },
  );
  await context.close();
});

test('without script, pages that are nothing without it say so first, offer no field that does nothing, and lead on', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const paths = ['search.html', 'sheet.html', ...(desk ? [audienceHref(desk.id).slice(1)] : [])];
  await rounds(
    page,
    paths.map((path) => [path] as const),
    async (path) => {
      await page.goto(hosts.exact + path);
      const words = page.locator('main [data-without-script]');
      await expect(words).toBeInViewport({ ratio: 1 });
      expect(await page.locator('main').locator('input:visible, button:visible').count()).toBe(0);
      const links = await words
        .locator('a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(0);
      for (const href of links) expect((await page.request.get(href)).status(), href).toBe(200);
    },
  );
  await context.close();
});

test('what no document treats is told, and examples are offered before anything is asked', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.under}search.html?q=${encodeURIComponent('潜水艇驾照')}`);
  await page.locator('site-search[data-state=done]').waitFor();
  await expect(page.locator('[data-told]')).toContainText('没有相关内容');
  if (several) await expect(page.locator('[data-told]')).toContainText(`${policies.length} 份文件`);
});

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
function never(): never {
  throw new Error('Unexpected policy without text');
}
