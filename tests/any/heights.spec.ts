/** What a reader must scroll: every page of every kind keeps within the height that its kind is given. */
import { readdirSync } from 'node:fs';
import { hasPage, sentencesOf } from '../../src/domain/policy/clause.ts';
import {
  audienceHref,
  CHECK,
  checkHref,
  clauseHref,
  DUTIES,
  FAQS,
  faqHref,
  HOME,
  SEARCH,
  SHEET,
  statusHref,
  TERMS,
  TOPICS,
  topicHref,
} from '../../src/routes.ts';
import { changesPages, tablePages } from '../../src/site/pages.ts';
import { checkPages } from '../../src/site/selfcheck.ts';
import { DIST } from '../dist-folder.ts';
import { library } from '../library.ts';
import { expect, test } from '../site.ts';

test.describe.configure({ timeout: 240_000 });

const PHONE = { name: '390 × 844', width: 390, height: 844 };
const DESK = { name: '1280 × 900', width: 1280, height: 900 };

/** Of each kind: the most at 390 px and at 1280 px, and its pages. */
interface Kind {
  most: readonly [phone: number, desk: number];
  pages: string[];
}

const { policies, audiences } = library;
const several = policies.length;
const of = (pages: (string | undefined)[]) => pages.flatMap((page) => page?.slice(1) ?? []);
const audiencesBy = (view: string) =>
  of(audiences.filter((one) => one.view === view).map(({ id }) => audienceHref(id)));
/** A page of all policies may be as long as each of them makes it. */
const each = ([phone, desk]: Kind['most']): Kind['most'] => [phone * several, desk * several];
const checked = policies.flatMap((policy) => {
  const { check } = policy;
  if (!check) return [];
  return checkPages(check).map(({ node, topic }) => ({
    href: checkHref(
      policy,
      topic.id,
      node.steps.map(({ answer }) => answer.slug),
    ),
    asks: node.question !== null,
  }));
});

const KINDS: Record<string, Kind> = {
  // Further documents are listed beside the questions, each with its title and number.
  home: { most: [2000 + 100 * (several - 1), 1400], pages: of([HOME]) },
  clause: {
    most: [2400, 1700],
    // An article of several paragraphs is as long as they are.
    pages: of(
      policies.flatMap((policy) =>
        policy.clauses.filter(hasPage).map(({ id }) => clauseHref(policy.id, id)),
      ),
    ),
  },
  question: {
    most: [2000, 1400],
    pages: of(policies.flatMap((policy) => policy.faqs.map(({ id }) => faqHref(policy, id)))),
  },
  'audience, listed': { most: each([3000, 2000]), pages: audiencesBy('list') },
  'audience, compared': { most: each([3000, 2200]), pages: audiencesBy('table') },
  'audience, narrowed': {
    most: [3000, 2200],
    pages: of(tablePages(library).map(({ params }) => `/${params.table}.html`)),
  },
  'self-check': {
    most: each([1400, 1000]),
    pages: of([policies.some(({ check }) => check) ? CHECK : undefined]),
  },
  'self-check, asking': {
    most: [1400, 1000],
    pages: of(checked.filter(({ asks }) => asks).map(({ href }) => href)),
  },
  'self-check, result': {
    most: [2000, 1400],
    pages: of(checked.filter(({ asks }) => !asks).map(({ href }) => href)),
  },
  terms: {
    most: each([4000, 3000]),
    pages: of([policies.some(({ terms }) => terms.length) ? TERMS : undefined]),
  },
  topics: {
    most: each([2000, 1400]),
    pages: of([policies.some(({ topics }) => topics.length) ? TOPICS : undefined]),
  },
  topic: {
    // A list of all clauses it gathers.
    most: [2500, 2000],
    pages: of(policies.flatMap((policy) => policy.topics.map(({ id }) => topicHref(policy, id)))),
  },
  duties: { most: each([2500, 1800]), pages: of([library.duties.length ? DUTIES : undefined]) },
  'all questions': {
    most: each([9000, 4500]),
    pages: of([policies.some(({ faqs }) => faqs.length) ? FAQS : undefined]),
  },
  // As long as what happened to a document.
  status: { most: [2400, 1700], pages: of(policies.map(({ id }) => statusHref(id))) },
  'clause of an edition': {
    most: [2400, 1700],
    pages: of(
      policies.flatMap(({ editions }) =>
        editions.flatMap(({ text }) =>
          text.clauses.filter(hasPage).map(({ id }) => clauseHref(text.id, id)),
        ),
      ),
    ),
  },
  sheet: { most: [1000, 900], pages: of([SHEET]) },
  search: { most: [1400, 1000], pages: of([SEARCH]) },
};

test('every page is no higher than its kind may be, on a phone and in a wide window', async ({
  page,
  hosts,
}) => {
  // A file that is no page refuses no frames.
  await page.goto(`${hosts.exact}licenses.txt`);
  const sizes = [PHONE, DESK];
  const seen = sizes.map((): string[] => []);
  const over: string[] = [];
  for (const [kind, { most, pages }] of Object.entries(KINDS)) {
    if (pages.length === 0) continue;
    const measured = await heightsOf(page, pages, sizes);
    for (const [at, limit] of most.entries()) {
      const heights = measured.map((both) => both[at] ?? Infinity);
      const sorted = heights.toSorted((a, b) => a - b);
      const tallest = sorted.at(-1) ?? 0;
      seen[at]?.push(
        `${kind}: ${pages.length} pages, median ${sorted[sorted.length >> 1]}, tallest ${tallest} of ${limit}: ${pages[heights.indexOf(tallest)]}`,
      );
      for (const [i, height] of heights.entries())
        if (height > limit) over.push(`${sizes[at]?.name} ${pages[i]}: ${height} of ${limit}`);
    }
  }
  for (const [at, { name }] of sizes.entries()) console.log(`${name}\n${seen[at]?.join('\n')}`);
  expect(over).toEqual([]);
});

test('the first screen of a clause on a phone holds the whole first sentence of the law', async ({
  page,
  hosts,
}) => {
  await page.setViewportSize(PHONE);
  await page.goto(`${hosts.exact}licenses.txt`);
  const clauses = policies.flatMap((policy) =>
    policy.clauses.filter(hasPage).flatMap((clause) => {
      // A heading only names what follows.
      const [first, second] = sentencesOf(clause);
      const sentence = clause.heading === null ? first : (second ?? first);
      return sentence
        ? [{ href: clauseHref(policy.id, clause.id, sentence.n).slice(1), ...sentence }]
        : [];
    }),
  );
  const ends = await page.evaluate(
    async (wanted) => {
      const found: [string, number][] = [];
      for (const { href, n } of wanted) {
        const frame = document.createElement('iframe');
        Object.assign(frame, { width: '390', height: '844', src: href.replace(/#.*/u, '') });
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        const rects = frame.contentDocument?.getElementById(`s${n}`)?.getClientRects() ?? [];
        found.push([href, Math.max(...[...rects].map(({ bottom }) => bottom))]);
        frame.remove();
      }
      return found;
    },
    clauses.map(({ href, n }) => ({ href, n })),
  );
  expect(ends.length).toBeGreaterThan(20);
  expect(ends.filter(([, end]) => !(end > 0 && end <= PHONE.height))).toEqual([]);
});

test('no kind of page is without a height that it may have', () => {
  const known = new Set(Object.values(KINDS).flatMap(({ pages }) => pages));
  const without = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split('\\').join('/'))
    .filter((file) => file.endsWith('.html') && !known.has(file));
  // The whole text is as long as the text; what is for reviewers, and what the site says of itself, is no answer.
  const exempt = new Set([
    ...policies.map(({ id }) => `${id}.html`),
    ...policies.flatMap(({ editions }) => editions.map(({ text }) => `${text.id}.html`)),
    // As long as what changed.
    ...changesPages(library).map(({ params }) => `${params.policy}/changes/${params.date}.html`),
    '404.html',
    'about.html',
    'office.html',
    'qr.html',
    ...audiencesBy('desk'),
  ]);
  expect(without.filter((file) => !exempt.has(file) && !file.startsWith('review'))).toEqual([]);
});

/** How high pages are at each of some sizes of a screen, several at a time in frames; each is loaded once. */
function heightsOf(
  page: import('@playwright/test').Page,
  pages: readonly string[],
  sizes: readonly { width: number; height: number }[],
): Promise<number[][]> {
  return page.evaluate(
    async ({ pages, sizes }) => {
      const measure = async (address: string) => {
        const frame = document.createElement('iframe');
        const [first] = sizes;
        Object.assign(frame, {
          width: String(first?.width),
          height: String(first?.height),
          src: address,
        });
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        // Scripts show what they add when they have run.
        await new Promise((done) => frame.contentWindow?.setTimeout(done, 50));
        const heights = sizes.map(({ width, height }) => {
          Object.assign(frame, { width: String(width), height: String(height) });
          return frame.contentDocument?.documentElement.scrollHeight ?? 0;
        });
        frame.remove();
        return heights;
      };
      const heights: number[][] = [];
      for (let at = 0; at < pages.length; at += 10)
        heights.push(...(await Promise.all(pages.slice(at, at + 10).map(measure))));
      return heights;
    },
    { pages, sizes },
  );
}
