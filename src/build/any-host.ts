import { appendFile, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { close, createIndex } from 'pagefind';
import { siteUrl } from '../domain/address.ts';
import { filesOf } from './files-of.ts';
import { writeHostFiles } from './headers/write.ts';
import { writeLicenses } from './licenses/list.ts';
import { bundledPackages } from './licenses/shipped.ts';
import { proveIssued } from './prove-issued.ts';
import { relativeLinks } from './relative-links.ts';
import { selfContained } from './self-contained.ts';
import { writeSums } from './sums.ts';
import { weigh } from './weight.ts';

/** A clause page must come whole in the first round trip (docs/decisions/0005). */
const CLAUSE_BUDGET = { bytes: 14 * 1024, requests: 4 };

/**
 * What happens to the pages once Astro has written them: links that work anywhere, the search index, the budget,
 * a sitemap where the site knows its own address (`SITE_URL`), the licences of what ships, what hosts read, and last the list of sums. Two builds of one commit are
 * the same bytes: nothing here may depend on the clock, the machine's paths or the order of the file system.
 */
export function anyHost(site?: string): AstroIntegration {
  const bundled = new Set<string>();
  return {
    name: 'any-host',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [bundledPackages(bundled)] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await filesOf(root);
        const pages = files.filter((file) => file.endsWith('.html'));
        for (const page of pages) {
          const file = join(root, page);
          const written = await readFile(file, 'utf8');
          const html = page === '404.html' ? selfContained(written, root) : written;
          await writeFile(file, relativeLinks(html, `/${page}`));
        }
        const policies = policiesOf(files);
        await proveIssued(root, policies);
        await index(root, pages);
        if (site) await writeSitemap(root, pages, site);
        await holdBudget(root, pages, policies, logger);
        await writeLicenses(root, bundled);
        await writeHostFiles(root);
        await writeSums(root);
      },
    },
  };
}

/** The policies of a built site: the folders that offer a source.txt. */
function policiesOf(files: string[]): string[] {
  return files.filter((file) => basename(file) === 'source.txt').map((file) => dirname(file));
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

/** Page by page, because Pagefind numbers pages as it meets them and a folder has an order of its own on each disk. */
async function index(root: string, pages: string[]): Promise<void> {
  const { index: searchIndex, errors } = await createIndex({ forceLanguage: 'zh-CN' });
  if (!searchIndex) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  for (const page of pages) {
    const content = await readFile(join(root, page), 'utf8');
    const added = await searchIndex.addHTMLFile({ sourcePath: page, content });
    if (added.errors.length)
      throw new Error(`Pagefind could not read ${page}: ${added.errors.join('; ')}`);
  }
  const made = await searchIndex.getFiles();
  await close();
  if (made.errors.length) throw new Error(`Pagefind could not write: ${made.errors.join('; ')}`);
  for (const { path, content } of made.files) {
    // The site has a search page of its own, so Pagefind's interfaces stay out.
    if (/(^|\/)pagefind-(.*ui|highlight)\./u.test(path)) continue;
    const file = join(root, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await copyFile(
    fileURLToPath(import.meta.resolve('fuse.js/min-basic')),
    join(root, 'pagefind', 'fuse.js'),
  );
}

/** Clause pages stand in a policy's folder; the heaviest by raw size is the heaviest by wire within a few bytes. */
async function holdBudget(
  root: string,
  pages: string[],
  policies: string[],
  logger: AstroIntegrationLogger,
): Promise<void> {
  const clauses = await Promise.all(
    pages
      .filter((page) => policies.includes(dirname(page)))
      .map(async (page) => ({ page, size: (await stat(join(root, page))).size })),
  );
  const heaviest = clauses.sort((a, b) => b.size - a.size).slice(0, 5);
  for (const { page } of heaviest) {
    const { bytes, requests } = weigh(join(root, page));
    const figure = `${relative('.', page)}: ${(bytes / 1024).toFixed(1)} KB brotli, ${requests} requests`;
    if (page === heaviest[0]?.page) logger.info(`heaviest clause page ${figure}`);
    if (bytes > CLAUSE_BUDGET.bytes || requests > CLAUSE_BUDGET.requests) {
      throw new Error(
        `Unexpected weight of ${figure}, expected at most ${CLAUSE_BUDGET.bytes / 1024} KB and ${CLAUSE_BUDGET.requests} requests`,
      );
    }
  }
}
