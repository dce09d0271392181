/** Asks every query of a file through the built site in a real browser, and through Pagefind alone beside it. */
import { type Browser, chromium, type Page } from '@playwright/test';
import type { LibraryTable } from '../../../src/domain/search/library-table.ts';
import type { SearchTable } from '../../../src/domain/search/table.ts';
import { clauseHref, LIBRARY_TABLE, SEARCH, searchTableHref } from '../../../src/routes.ts';
import { findBrowser } from '../browser.ts';
import {
  type Figures,
  figuresOf,
  hitOf,
  isAnswerable,
  type Query,
  type Shown,
  type Spread,
  spreadOf,
} from './figures.ts';
import {
  bytesOf,
  hasFile,
  isForSearch,
  onFreshPage,
  open,
  readJson,
  type Site,
  serve,
} from './recorded-site.ts';
import { answerTime, enter, shownBy, type } from './search-page.ts';

/** Milliseconds. */
interface Latency {
  /** From the address to the whole answer, with nothing in any cache. */
  cold: number;
  /** From the key to the first answer, in a page that has answered before. */
  firstHit: Spread;
  /** From Enter to the whole answer, in a page that has answered before. */
  full: Spread;
}

/** Bytes of files as brotli sends them; each file once. */
interface Bytes {
  /** The search page before anything is asked, without the files of the search. */
  before: number;
  /** The files of the search, also those that its page loads at once, and what else the first query loads. */
  firstUse: number;
  /** The part of `firstUse` that is not Pagefind. */
  ours: number;
  /** The search page with all queries. */
  all: number;
  /** Files with `search` in their name that a page which does not search loads; not what other files bring along. */
  elsewhere: number;
}

/** What `npm run -s eval:search` measures; the shape of its JSON. */
export interface Report extends Figures {
  answerable: number;
  unanswerable: number;
  latency: Latency;
  bytes: Bytes;
  pagefind: Pick<Figures, 'success1' | 'success3' | 'mrr10' | 'none'>;
  queries: ({ id: string; q: string; kind: string } & Shown)[];
}

const COLD_RUNS = 3;

/** The report on some queries, whose places are whole. Throws where the site cannot be asked. */
export async function evaluate(queries: readonly Query[]): Promise<Report> {
  const site = await serve();
  try {
    const { executablePath, args, env } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args, env });
    try {
      return await reportOn(site, browser, queries);
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}

async function reportOn(site: Site, browser: Browser, queries: readonly Query[]): Promise<Report> {
  const { policies } = readJson<LibraryTable>(LIBRARY_TABLE);
  const ids = policies.map(({ id }) => id);
  const { shown, bytes, firstHit, full } = await askSite(site, browser, queries);
  const cold = await coldTime(site, browser, queries);
  const elsewhere = await bytesElsewhere(site, browser, ids);
  const alone = figuresOf(queries, await askPagefind(site, browser, queries, ids));
  const answerable = queries.filter(isAnswerable).length;
  return {
    answerable,
    unanswerable: queries.length - answerable,
    ...figuresOf(queries, shown),
    latency: { cold, firstHit, full },
    bytes: { ...bytes, elsewhere },
    pagefind: {
      success1: alone.success1,
      success3: alone.success3,
      mrr10: alone.mrr10,
      none: alone.none,
    },
    queries: queries.map(({ id, q, kind }, i) => ({ id, q, kind, ...shownAt(shown, i) })),
  };
}

/** What was shown for the query at some place. */
export function shownAt(shown: readonly Shown[], i: number): Shown {
  return shown[i] ?? { hits: [], told: false };
}

interface Asked {
  shown: Shown[];
  bytes: Omit<Bytes, 'elsewhere'>;
  firstHit: Spread;
  full: Spread;
}

/** Asks all queries in one page, as a reader who stays on it does. The first is asked once more before, to warm it. */
async function askSite(site: Site, browser: Browser, queries: readonly Query[]): Promise<Asked> {
  return onFreshPage(browser, async (page) => {
    const loaded = site.record();
    await open(page, site.url + SEARCH);
    await site.quiet();
    const bare = new Set([...loaded].filter((path) => !isForSearch(path)));

    const used = site.record();
    await enter(page, firstOf(queries));
    await site.quiet();
    const more = new Set([...loaded, ...used].filter((path) => !bare.has(path)));
    const ours = new Set([...more].filter((path) => !path.startsWith('/pagefind/')));

    const rest = site.record();
    const answers = await askAll(page, queries);
    await site.quiet();
    const all = bytesOf(new Set([...loaded, ...used, ...rest]));
    return {
      ...answers,
      bytes: { before: bytesOf(bare), firstUse: bytesOf(more), ours: bytesOf(ours), all },
    };
  });
}

async function askAll(page: Page, queries: readonly Query[]): Promise<Omit<Asked, 'bytes'>> {
  const shown: Shown[] = [];
  const firstHits: number[] = [];
  const fulls: number[] = [];
  for (const { q } of queries) {
    firstHits.push(await type(page, q));
    fulls.push(await enter(page, q));
    shown.push(await shownBy(page));
  }
  return { shown, firstHit: spreadOf(firstHits), full: spreadOf(fulls) };
}

function firstOf(queries: readonly Query[]): string {
  return queries[0]?.q ?? '';
}

/** Milliseconds from the address of the first query to its whole answer: the median of a few fresh browsers. */
async function coldTime(site: Site, browser: Browser, queries: readonly Query[]): Promise<number> {
  const address = `${site.url}${SEARCH}?${new URLSearchParams({ q: firstOf(queries) })}`;
  const times: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    times.push(await onFreshPage(browser, (page) => answerTime(page, () => open(page, address))));
  }
  return spreadOf(times).median;
}

/** What the page of a clause loads of the files whose name says that they are for the search. */
async function bytesElsewhere(
  site: Site,
  browser: Browser,
  policies: readonly string[],
): Promise<number> {
  const [policy = ''] = policies;
  const { clauses } = readJson<SearchTable>(searchTableHref(policy));
  return onFreshPage(browser, async (page) => {
    const asked = site.record();
    await open(page, site.url + clauseHref(policy, clauses.at(-1)?.id ?? ''));
    await site.quiet();
    return bytesOf(new Set([...asked].filter(isForSearch)));
  });
}

/** What Pagefind finds by itself, as it comes. Pages that are no clause are passed over, as on the site's own page. */
async function askPagefind(
  site: Site,
  browser: Browser,
  queries: readonly Query[],
  policies: readonly string[],
): Promise<Shown[]> {
  // A large library has an index of its own.
  if (!hasFile('/pagefind/pagefind.js')) return queries.map(() => ({ hits: [], told: false }));
  const found = await onFreshPage(browser, async (page) => {
    await open(page, site.url + SEARCH);
    return page.evaluate(
      pagesFound,
      queries.map(({ q }) => q),
    );
  });
  return found.map((pages) => {
    const hits = pages.map((page) => hitOf(new URL(page, site.url).pathname, policies));
    return { hits: hits.filter((hit) => hit !== null), told: false };
  });
}

async function pagesFound(all: string[]): Promise<string[][]> {
  const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
  // Its worker is not on the site.
  await pagefind.options({ noWorker: true });
  const found: string[][] = [];
  for (const q of all) {
    const { results }: { results: { data(): Promise<{ url: string }> }[] } =
      await pagefind.search(q);
    const first = await Promise.all(results.slice(0, 30).map((result) => result.data()));
    found.push(first.map(({ url }) => url));
  }
  return found;
}
