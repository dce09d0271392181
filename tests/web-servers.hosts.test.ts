import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyOf } from '../src/finish/headers/csp-of-pages.ts';
import { ALWAYS, CACHE, cacheControl, lastingPolicy } from '../src/finish/headers/sent.ts';
import { DIST, files, pages, read } from './dist.ts';
import type { Host } from './hosts.ts';
import { figures, load } from './load.ts';
import { served } from './served.ts';
import { apache, nginx } from './web-servers.ts';

const policy = policyOf(DIST, pages);
const script = files.find((file) => /^_astro\/.*\.js$/u.test(file)) ?? '';

describe.each([
  ['nginx', () => nginx(DIST, policy), lastingPolicy(policy)],
  ['Apache', () => apache(DIST), policy],
] as const)('%s', (name, start, sent) => {
  let host: Host & { under: string };
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host?.close());

  test('serves every file whole to 100 readers at once', async () => {
    const seen = await load(host.url, served(DIST), 10);
    console.log(figures(name, seen));
    expect(seen.wrong).toEqual([]);
    expect(seen.connections).toBeGreaterThanOrEqual(100);
    expect(seen.compressed).toBeGreaterThan(seen.requests / 3);
  }, 120_000);

  test.each([
    [script, 'text/javascript; charset=utf-8'],
    ['index.html', 'text/html; charset=utf-8'],
    ['prs-2018-156/source.txt', 'text/plain; charset=utf-8'],
    ['prs-2018-156.json', 'application/json; charset=utf-8'],
    ['favicon.svg', 'image/svg+xml; charset=utf-8'],
    ['pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
    ['pagefind/pagefind-entry.json', 'application/json; charset=utf-8'],
    ['pagefind/wasm.unknown.pagefind', 'application/octet-stream'],
    [files.find((file) => file.endsWith('.pf_meta')) ?? '', 'application/octet-stream'],
    ['SHA256SUMS', 'text/plain; charset=utf-8'],
  ])('%s comes with its type, its caching and the headers of the site', async (file, type) => {
    for (const base of [host.url, host.under]) {
      const { status, headers } = await fetch(new URL(file, base));
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('cache-control')).toBe(cacheControl(file));
      expect(headers.get('content-security-policy')).toBe(sent);
      for (const [header, value] of Object.entries(ALWAYS)) expect(headers.get(header)).toBe(value);
    }
  });

  test('the address of the folder is its index.html', async () => {
    for (const base of [host.url, host.under])
      expect(await (await fetch(base)).text()).toBe(read('index.html'));
  });

  test.each(['none.html', 'check/none/at/all.html', '_astro/gone.js', '%E6%97%A0.html'])(
    'where nothing is, %s is 404 with the page for it, and is not kept',
    async (file) => {
      for (const base of [host.url, host.under]) {
        const answer = await fetch(new URL(file, base));
        expect(answer.status).toBe(404);
        expect(await answer.text()).toBe(read('404.html'));
        expect(answer.headers.get('cache-control')).toBe(CACHE.fresh);
        expect(answer.headers.get('content-security-policy')).toBe(sent);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      }
    },
  );

  test.each(['/prs-2018-156/p3-4.html', 'prs-2018-156//p3-4.html'])(
    '%s, where the links of a page would lead astray, is 404 with the page for it',
    async (path) => {
      for (const base of [host.url, host.under]) {
        const answer = await fetch(`${base}${path}?q=1`);
        expect(answer.status).toBe(404);
        expect(await answer.text()).toBe(read('404.html'));
      }
    },
  );

  test('so is a slash in disguise; in a question slashes are as they are', async () => {
    for (const base of [host.url, host.under]) {
      expect((await fetch(`${base}prs-2018-156%2Fp3-4.html`)).status).toBe(404);
      expect((await fetch(`${base}search.html?q=http://a//b%2F`)).status).toBe(200);
    }
  });

  test('a page that has not changed is asked for again and not sent again', async () => {
    const first = await fetch(new URL('index.html', host.url));
    const again = await fetch(new URL('index.html', host.url), {
      headers: { 'If-None-Match': first.headers.get('etag') ?? 'none' },
    });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, CACHE.fresh]);
  });

  test('files for the host itself are not shown', async () => {
    const { status } = await fetch(new URL('.htaccess', host.url));
    expect([403, 404]).toContain(status);
  });
});

test('what is printed for nginx is what was tested', () => {
  const printed = execFileSync(process.execPath, ['scripts/headers.ts', 'nginx'], {
    encoding: 'utf8',
  });
  expect(printed).toContain(lastingPolicy(policy));
});
