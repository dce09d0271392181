import { readFileSync, writeFileSync } from 'node:fs';
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { siteUrl } from '../routes.ts';
import { filesOf } from './files-of.ts';
import { writeHostFiles } from './headers/write.ts';
import { writeLicenses } from './licenses/list.ts';
import { takeBundled } from './licenses/shipped.ts';
import { isEdition, writeWorker } from './offline/keep.ts';
import { oneSheet } from './one-sheet.ts';
import { type Law, proveIssued } from './prove-issued.ts';
import { writeCodes } from './qr-codes.ts';
import { relativeLinks } from './relative-links.ts';
import { copyFuzzy, startIndex } from './search-index.ts';
import { finishTables, tellSearchCode } from './search-tables.ts';
import { selfContained } from './self-contained.ts';
import { writeSums } from './sums.ts';
import { type Weight, weigh } from './weight.ts';

/** A clause page comes whole in the first round trip (docs/decisions/0005). */
const CLAUSE_BUDGET = { bytes: 14 * 1024, requests: 4 };
/** As many clause pages are weighed, the largest as they lie: to compress thousands would take minutes. */
const WEIGHED = 30;

/**
 * What happens to the pages that Astro has written into the folder `root`: links that work anywhere, the search index,
 * the proof of the law, the budget, a sitemap and codes where the site knows its own address (`SITE_URL`), what is kept
 * for reading offline, the licences of what ships, what hosts read, and last the
 * list of sums. Two builds of one commit are the same bytes: nothing here
 * may depend on the clock, the machine's paths or the order of the file system.
 */
export async function finishSite(root: string, laws: readonly Law[], site?: string): Promise<void> {
  const bundled = takeBundled(root);
  const files = await filesOf(root);
  const pages = files.filter((file) => file.endsWith('.html'));
  const policies = policiesOf(files);
  const large = await finishTables(root);
  // The index is made by another program, on another core where there is one. A large library has its own.
  const index = large ? null : await startIndex(root);
  try {
    const sheets = oneSheet(root);
    for (const page of pages) {
      const file = join(root, page);
      const written = sheets.rewrite(readFileSync(file, 'utf8'));
      const html = relativeLinks(
        page === '404.html' ? selfContained(written, root) : written,
        `/${page}`,
      );
      writeFileSync(file, html);
      index?.add(page, html);
      await letOthersWork();
    }
    sheets.finish();
    await all([
      // Weighing goes on in threads of its own while the rest is done in this one.
      tellHeaviest(root, pages, policies),
      writeWorker(root, pages, policies),
      tellSearchCode(root),
      ...(index ? [index.finish(join(root, 'pagefind'))] : []),
      proveIssued(root, laws),
    ]);
  } finally {
    await index?.end();
  }
  copyFuzzy(join(root, 'pagefind'));
  if (site) {
    await writeSitemap(root, pages, site);
    await writeCodes(root, pages, site);
  }
  await writeLicenses(root, bundled);
  await writeHostFiles(root);
  await writeSums(root);
}

/** Waits for everything; of what fails, every message is told, in order. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  const faults = (await Promise.allSettled(work)).flatMap((done) =>
    done.status === 'rejected' ? [done.reason] : [],
  );
  if (faults.length) {
    throw new Error(faults.map((fault) => fault?.message ?? String(fault)).join('\n'));
  }
}

/** The policies of a built site: the folders at the top that offer a source.txt; editions lie within them. */
function policiesOf(files: string[]): string[] {
  return files
    .filter((file) => basename(file) === 'source.txt')
    .map((file) => dirname(file))
    .filter((folder) => !folder.includes('/'));
}

/** Addresses as sitemaps.org wants them; pages that ask not to be indexed are left out. */
async function writeSitemap(root: string, pages: string[], site: string): Promise<void> {
  const addresses: string[] = [];
  for (const page of pages) {
    if ((await readFile(join(root, page), 'utf8')).includes('name="robots" content="noindex"'))
      continue;
    addresses.push(siteUrl(site, `/${page}`));
  }
  const urls = addresses.map((address) => `<url><loc>${address}</loc></url>`).join('\n');
  await writeFile(
    join(root, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
  );
  await appendFile(join(root, 'robots.txt'), `Sitemap: ${siteUrl(site, '/sitemap.xml')}\n`);
}

/** Tells the heaviest of the clause pages, which stand in a policy's folder. A long article is no fault of its editor. */
async function tellHeaviest(root: string, pages: string[], policies: string[]): Promise<void> {
  const clauses = await Promise.all(
    pages
      .filter((page) => policies.includes(dirname(page)) && !isEdition(page))
      .map(async (page) => ({ page, size: (await stat(join(root, page))).size })),
  );
  const largest = clauses.sort((a, b) => b.size - a.size).slice(0, WEIGHED);
  const weighed = await Promise.all(
    largest.map(async ({ page }) => ({ page, ...(await weigh(join(root, page))) })),
  );
  const heaviest = weighed.sort((a, b) => b.bytes - a.bytes)[0];
  if (heaviest) console.log(`最重的条款网页 ${figureOf(heaviest)}`);
  const over = weighed.filter(
    ({ bytes, requests }) => bytes > CLAUSE_BUDGET.bytes || requests > CLAUSE_BUDGET.requests,
  );
  if (over.length) {
    const first = over[0] ? figureOf(over[0]) : '';
    console.log(
      `条款网页：${over.length} 个超出预算 ${CLAUSE_BUDGET.bytes / 1024} KB，例如 ${first}。请告诉开发人员；内容不必删。`,
    );
  }
}

function figureOf({ page, bytes, requests }: Weight & { page: string }): string {
  return `${page}: ${(bytes / 1024).toFixed(1)} KB，${requests} 个请求`;
}
