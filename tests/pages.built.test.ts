import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODE_BUDGET, searchCode } from '../src/finish/search-tables.ts';
import { weigh } from '../src/finish/weight.ts';
import { all, DIST, files, meta, pages, read, textOf } from './dist.ts';
import { POLICY, paged } from './policy.ts';

/** What every page says of itself to programs. */
const METAS = [
  'description',
  'og:title',
  'og:description',
  'og:site_name',
  'SiteName',
  'ColumnName',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
];

// One test for all pages: each that fails is told, by its name.
describe('every page', () => {
  test('says what it is, in Chinese, with one heading and the status of the document', () => {
    for (const file of pages) {
      const named = (name: string) => all(file, (e) => e.name === name);
      expect.soft(named('html')[0]?.attribs['lang'], file).toBe('zh-CN');
      // By its foot a page is known to have come whole (ui/page/first-paint.js).
      for (const once of ['h1', 'main', 'footer'])
        expect.soft(named(once).length, `${file}: ${once}`).toBe(1);
      const title = named('title').map(textOf)[0] ?? '';
      expect.soft(title.length, `${file}: title`).toBeGreaterThan(2);
      for (const name of METAS) expect.soft(meta(file, name), `${file}: ${name}`).toBeTruthy();
      const status = all(file, (e) => e.attribs['aria-label'] === '文件状态')
        .map(textOf)
        .join('');
      expect.soft(status, file).toContain('平人社〔2018〕156号');
      expect.soft(status, file).toContain('试行 效力待核实');
    }
    expect(pages.length).toBeGreaterThan(400);
  });

  test('has a title of its own', () => {
    const titles = pages.map((file) => all(file, (e) => e.name === 'title').map(textOf)[0]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('asks nothing of another origin and runs no script that is not hashed', () => {
    for (const file of pages) {
      const policy =
        all(file, (e) => e.attribs['http-equiv'] === 'Content-Security-Policy')[0]?.attribs[
          'content'
        ] ?? '';
      expect.soft(policy, file).toContain("default-src 'none'");
      expect.soft(policy, file).not.toContain('unsafe-inline');
      const outside = all(file, (e) =>
        /^(https?:)?\/\//u.test(e.attribs['src'] ?? e.attribs['href'] ?? ''),
      );
      expect.soft(outside, file).toEqual([]);
      const inline = all(
        file,
        (e) => 'style' in e.attribs || Object.keys(e.attribs).some((a) => a.startsWith('on')),
      );
      expect.soft(inline, file).toEqual([]);
    }
  });
});

describe('for programs', () => {
  const data = (file: string) =>
    all(file, (e) => e.attribs['type'] === 'application/ld+json').map((e) =>
      JSON.parse(textOf(e)),
    )[0];

  test('the policy is a Legislation', () => {
    expect(data(`${POLICY}.html`)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      legislationIdentifier: '平人社〔2018〕156号',
      legislationDate: '2018-10-09',
    });
  });

  test('every clause is a Legislation and part of it', () => {
    for (const { id } of paged)
      expect.soft(data(`${POLICY}/${id}.html`), id).toMatchObject({
        '@type': 'Legislation',
        isPartOf: { '@type': 'Legislation', legislationIdentifier: '平人社〔2018〕156号' },
      });
  });
});

test('a clause page comes in at most 14 KB brotli and 4 requests', async () => {
  const weights = await Promise.all(
    paged.map(async ({ id }) => ({ id, ...(await weigh(join(DIST, POLICY, `${id}.html`))) })),
  );
  const heaviest = weights.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  console.log(
    `heaviest clause page: ${heaviest.id}, ${heaviest.bytes} bytes brotli, ${heaviest.requests} requests`,
  );
  for (const { id, bytes, requests } of weights) {
    expect(bytes, id).toBeLessThanOrEqual(14 * 1024);
    expect(bytes, id).toBeGreaterThan(4 * 1024);
    expect(requests, id).toBeLessThanOrEqual(4);
    expect(requests, id).toBeGreaterThan(1);
  }
});

// The tables grow with good words; the build tells editors what they weigh, and engines are weighed in the browser.
test('the search’s own code and style come within their budget', async () => {
  const bytes = await searchCode(DIST);
  console.log(`code and style of the search: ${bytes} bytes brotli`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(CODE_BUDGET);
});

test('what ships holds nothing that the oldest engines promised do not know', () => {
  const css = files
    .filter((f) => f.startsWith('_astro/') && f.endsWith('.css'))
    .map(read)
    .join('\n');
  expect(css.length).toBeGreaterThan(5000);
  // Tailwind's own reset, and figures, ask @supports before they use what is newer.
  const asked = css.replace(
    /@supports[^{]*\{[^{}]*(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/gu,
    '',
  );
  const tooNew = /oklch\(|color-mix\(|light-dark\(|@container|\(width\s*[<>]|&/u.exec(asked);
  expect(tooNew && asked.slice(tooNew.index - 40, tooNew.index + 40)).toBeNull();
  const js = files
    .filter((f) => f.startsWith('_astro/') && f.endsWith('.js'))
    .map(read)
    .join('\n');
  expect(/\(\?<[=!]/mu.test(js)).toBe(false);
});
