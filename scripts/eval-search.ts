/**
 * `npm run -s eval:search -- FILE [--json]`: every query of FILE through the search page of the built site in a real
 * browser, and through Pagefind alone beside it. Exit 0 whatever the figures; exit 2 if the file cannot be used, with
 * every reason and its line; exit 1 if the site cannot be asked.
 */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { clauseHref, SEARCH } from '../src/domain/address.ts';
import { findBrowser } from './browser.ts';
import { evaluatedFile, refuseProblems } from './evaluated-file.ts';
import { defaultPolicy, readContent } from './read-content.ts';
import {
  expectedHits,
  type Figures,
  figuresOf,
  hitOf,
  isAnswerable,
  type Query,
  rankOf,
  readQueries,
  type Shown,
  type Spread,
  spreadOf,
} from './search-figures.ts';
import { siteHandler } from './site-handler.ts';

/** The built site on a port of its own, which knows what it was asked for. */
interface Site {
  url: string;
  /** A set that from now on, until the next call, gathers the paths asked for, by whichever thread of the browser. */
  record(): Set<string>;
  /** Waits until nothing more is asked for. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

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

interface Report extends Figures {
  answerable: number;
  unanswerable: number;
  latency: Latency;
  bytes: Bytes;
  pagefind: Pick<Figures, 'success1' | 'success3' | 'mrr10' | 'none'>;
  queries: ({ id: string; q: string; kind: string } & Shown)[];
}

const DIST = 'dist';
const COLD_RUNS = 3;
const QUIET = 400;
/** A page that has not answered after this long will not. */
const PATIENCE = 30_000;

const { file, text, json } = evaluatedFile('eval:search', '写法');
const { queries, problems } = readQueries(file, text);
refuseProblems(problems);

try {
  const report = await evaluate(defaultPolicy(readContent()));
  if (json) console.log(JSON.stringify(report, null, 2));
  else print(report);
} catch (error) {
  // Playwright writes the stack of the page into the message.
  console.error((error as Error).message.replace(/\n\s+at .*/gu, ''));
  process.exitCode = 1;
}

async function evaluate(policy: string): Promise<Report> {
  const site = await serve();
  try {
    const { executablePath, args, env } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args, env });
    try {
      return await reportOn(site, browser, policy);
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}

async function reportOn(site: Site, browser: Browser, policy: string): Promise<Report> {
  const { shown, bytes, firstHit, full } = await askSite(site, browser);
  const cold = await coldTime(site, browser);
  const elsewhere = await bytesElsewhere(site, browser, policy);
  const alone = figuresOf(queries, await askPagefind(site, browser, policy));
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

function shownAt(shown: readonly Shown[], i: number): Shown {
  return shown[i] ?? { hits: [], told: false };
}

/** Starts the server on a free port; throws with the command to run when the site is not built. */
async function serve(): Promise<Site> {
  const handler = siteHandler(DIST);
  let asked = new Set<string>();
  let last = 0;
  const server = createServer((request, response) => {
    asked.add(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
    last = performance.now();
    handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    record: () => {
      asked = new Set();
      return asked;
    },
    quiet: async () => {
      do await sleep(QUIET);
      while (performance.now() - last < QUIET);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

// The site ---------------------------------------------------------------------------------------

interface Asked {
  shown: Shown[];
  bytes: Omit<Bytes, 'elsewhere'>;
  firstHit: Spread;
  full: Spread;
}

/** Asks all queries in one page, as a reader who stays on it does. The first is asked once more before, to warm it. */
async function askSite(site: Site, browser: Browser): Promise<Asked> {
  return onFreshPage(browser, async (page) => {
    const loaded = site.record();
    await open(page, site.url + SEARCH);
    await site.quiet();
    const bare = new Set([...loaded].filter((path) => !isForSearch(path)));

    const used = site.record();
    await enter(page, firstQuery());
    await site.quiet();
    const more = new Set([...loaded, ...used].filter((path) => !bare.has(path)));
    const ours = new Set([...more].filter((path) => !path.startsWith('/pagefind/')));

    const rest = site.record();
    const answers = await askAll(page);
    await site.quiet();
    const all = bytesOf(new Set([...loaded, ...used, ...rest]));
    return {
      ...answers,
      bytes: { before: bytesOf(bare), firstUse: bytesOf(more), ours: bytesOf(ours), all },
    };
  });
}

async function askAll(page: Page): Promise<Omit<Asked, 'bytes'>> {
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

function firstQuery(): string {
  return queries[0]?.q ?? '';
}

/**
 * Milliseconds from the key to the first answer. The box is emptied as soon as it came, so that the full text of a
 * query is never asked for before `enter` measures it.
 */
function type(page: Page, q: string): Promise<number> {
  return page.evaluate(
    ({ q, patience }) =>
      new Promise<number>((resolve, reject) => {
        const box = document.querySelector<HTMLInputElement>('main input[name=q]');
        const search = document.querySelector<HTMLElement>('main site-search');
        if (!box || !search)
          throw new Error(
            'Unexpected absence of main site-search, expected it. Run: npm run build',
          );
        const put = (words: string) => {
          box.value = words;
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          return box.value;
        };
        const silence = setTimeout(
          () => reject(new Error(`Unexpected silence on "${q}", expected data-state="early"`)),
          patience,
        );
        const observer = new MutationObserver(() => {
          const { state = '', query } = search.dataset;
          if (query !== box.value || !/^(early|done)$/.test(state)) return;
          const time = performance.now() - start;
          observer.disconnect();
          clearTimeout(silence);
          put('');
          resolve(time);
        });
        observer.observe(search, { attributes: true });
        const start = performance.now();
        put(q);
      }),
    { q, patience: PATIENCE },
  );
}

/** Milliseconds from Enter to the whole answer. The page has heard nothing of the query before. */
async function enter(page: Page, q: string): Promise<number> {
  const answer = await page.evaluateHandle(
    ({ q, patience }) => {
      const box = document.querySelector<HTMLInputElement>('main input[name=q]');
      const search = document.querySelector<HTMLElement>('main site-search');
      if (!box || !search)
        throw new Error('Unexpected absence of main site-search, expected it. Run: npm run build');
      box.value = q;
      box.focus();
      const time = new Promise<number>((resolve, reject) => {
        const silence = setTimeout(
          () => reject(new Error(`Unexpected silence on "${q}", expected data-state="done"`)),
          patience,
        );
        const listen = () => {
          const start = performance.now();
          const observer = new MutationObserver(() => {
            const { state, query } = search.dataset;
            if (query !== box.value || state !== 'done') return;
            observer.disconnect();
            clearTimeout(silence);
            resolve(performance.now() - start);
          });
          observer.observe(search, { attributes: true });
        };
        addEventListener('keydown', listen, { capture: true, once: true });
      });
      return { time };
    },
    { q, patience: PATIENCE },
  );
  await page.keyboard.press('Enter');
  const time = await answer.evaluate(({ time }) => time);
  await answer.dispose();
  return time;
}

/** What a reader sees now, in reading order. */
function shownBy(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const visible = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
    const told = visible('main [data-told]').length > 0;
    const hits = told ? [] : visible('main [data-hit]').map(({ dataset }) => dataset['hit'] ?? '');
    return { hits, told };
  });
}

/** Milliseconds from the address of the first query to its whole answer: the median of a few fresh browsers. */
async function coldTime(site: Site, browser: Browser): Promise<number> {
  const address = `${site.url}${SEARCH}?${new URLSearchParams({ q: firstQuery() })}`;
  const times: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    times.push(
      await onFreshPage(browser, async (page) => {
        await page.addInitScript(markAnswer);
        await open(page, address);
        return page.evaluate(timeOfMark, PATIENCE);
      }),
    );
  }
  return spreadOf(times).median;
}

function markAnswer(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('main site-search[data-state=done]')) return;
    observer.disconnect();
    performance.mark('answered');
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
}

function timeOfMark(patience: number): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(
      () => reject(new Error('Unexpected silence on ?q=, expected data-state="done"')),
      patience,
    );
    new PerformanceObserver((list) => {
      const mark = list.getEntriesByName('answered')[0];
      if (mark) resolve(mark.startTime);
    }).observe({ type: 'mark', buffered: true });
  });
}

/** What a clause's page loads of the files whose name says that they are for the search. */
async function bytesElsewhere(site: Site, browser: Browser, policy: string): Promise<number> {
  return onFreshPage(browser, async (page) => {
    const asked = site.record();
    await open(page, site.url + clauseHref(policy, 'p3-4'));
    await site.quiet();
    return bytesOf(new Set([...asked].filter(isForSearch)));
  });
}

// Pagefind alone ---------------------------------------------------------------------------------

/** What Pagefind finds by itself, as it comes. Pages that are no clause are passed over, as on the site's own page. */
async function askPagefind(site: Site, browser: Browser, policy: string): Promise<Shown[]> {
  const found = await onFreshPage(browser, async (page) => {
    await open(page, site.url + SEARCH);
    return page.evaluate(
      pagesFound,
      queries.map(({ q }) => q),
    );
  });
  return found.map((pages) => {
    const hits = pages.map((page) => hitOf(new URL(page, site.url).pathname, policy));
    return { hits: hits.filter((hit) => hit !== null), told: false };
  });
}

async function pagesFound(all: string[]): Promise<string[][]> {
  const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
  const found: string[][] = [];
  for (const q of all) {
    const { results }: { results: { data(): Promise<{ url: string }> }[] } =
      await pagefind.search(q);
    const first = await Promise.all(results.slice(0, 30).map((result) => result.data()));
    found.push(first.map(({ url }) => url));
  }
  return found;
}

// Pages and bytes --------------------------------------------------------------------------------

/** A page of a reader who was never here. */
async function onFreshPage<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  // The worker that keeps pages for reading offline would load the search's files by itself.
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    return await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

async function open(page: Page, address: string): Promise<void> {
  const { pathname } = new URL(address);
  if (!existsSync(join(DIST, pathname))) {
    throw new Error(`Unexpected absence of ${DIST}${pathname}, expected it. Run: npm run build`);
  }
  await page.goto(address);
}

/** Whether a file says by its name that it is for the search: its code, style and tables, no page. */
function isForSearch(path: string): boolean {
  return /search[^/]*\.(?:js|css|json)$/iu.test(path);
}

function bytesOf(paths: ReadonlySet<string>): number {
  return [...paths].reduce((sum, path) => sum + bytesOfFile(path), 0);
}

/** The file that answered a path, as brotli sends it; as it is, where brotli makes it no smaller. */
function bytesOfFile(path: string): number {
  const file = [path, '404.html'].map((name) => join(DIST, name)).find(existsSync);
  if (!file) return 0;
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return Math.min(content.length, brotliCompressSync(content, { params }).length);
}

// Output -----------------------------------------------------------------------------------------

function print(report: Report): void {
  const { answerable, unanswerable, latency, bytes, pagefind } = report;
  console.log(`能回答的 ${answerable} 问，不能回答的 ${unanswerable} 问\n`);
  console.log(row('', '本站', 'Pagefind'));
  for (const name of ['success1', 'success3', 'mrr10', 'none'] as const)
    console.log(row(name, share(report[name]), share(pagefind[name])));
  for (const name of ['told', 'wronglyTold'] as const) console.log(row(name, share(report[name])));

  console.log(`\n${row('毫秒', '中位数', 'p95')}`);
  console.log(row('firstHit', fixed(latency.firstHit.median), fixed(latency.firstHit.p95)));
  console.log(row('full', fixed(latency.full.median), fixed(latency.full.p95)));
  console.log(row('cold', fixed(latency.cold)));

  console.log(`\n${row('字节', 'brotli')}`);
  for (const [name, size] of Object.entries(bytes)) console.log(row(name, String(size)));
  printMisses(report.queries);
}

/** Every question whose first hit is no answer, with the place of the first that is. */
function printMisses(shown: readonly Shown[]): void {
  const misses = queries.flatMap((asked, i) => missOf(asked, shownAt(shown, i)) ?? []);
  console.log(misses.length ? `\n没有排在第一的 ${misses.length} 问` : '\n都排在第一');
  for (const miss of misses) console.log(miss);
}

function missOf(asked: Query, shown: Shown): string | null {
  const rank = rankOf(asked, shown);
  if (isAnswerable(asked) ? rank === 1 : shown.told) return null;
  const expected = isAnswerable(asked) ? expectedHits(asked).join(' ') : '告知没有';
  const got = shown.told ? '告知没有' : shown.hits.slice(0, 3).join(' ') || '（没有结果）';
  const sign = rank && rank <= 3 ? rank : '✗';
  return `${sign} ${asked.id} “${asked.q}” ${asked.kind} 应当 ${expected} 得到 ${got}`;
}

function row(name: string, ...cells: string[]): string {
  const [head, ...rest] = [name, ...cells].map((cell) => [cell, ' '.repeat(12 - widthOf(cell))]);
  return (head?.join('') ?? '') + rest.map(([cell, blank]) => `${blank}${cell}`).join('');
}

/** Columns on a terminal, where a Chinese character takes two. */
function widthOf(cell: string): number {
  return cell.length + (cell.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function share(value: number | null): string {
  return value === null ? '—' : `${fixed(value * 100)} %`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}
