import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exact, type Host, root, under } from './hosts.ts';

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
mkdirSync(join(folder, 'p'));
writeFileSync(join(folder, 'index.html'), '首页');
writeFileSync(join(folder, '404.html'), '没有这一页');
writeFileSync(join(folder, 'p/p3-4.html'), '条款');
writeFileSync(join(folder, 'p/source.txt'), '原文');
afterAll(() => rmSync(folder, { recursive: true }));

/** What an address answers: `[status, content type, body]`. */
const answer = async (host: Host, path: string) => {
  const response = await fetch(new URL(path, host.url));
  const type = response.headers.get('content-type')?.split(';')[0];
  return [response.status, type, await response.text()];
};

describe.each([
  ['at the root of a domain', root],
  ['under a path of a domain', under],
])('%s', (_, kind) => {
  let host: Host;
  beforeAll(async () => {
    host = await kind.start(folder);
  });
  afterAll(() => host.close());

  test('the address of the folder is its index.html', async () => {
    expect(await answer(host, '')).toEqual([200, 'text/html', '首页']);
  });

  test('a page is found by its name', async () => {
    expect(await answer(host, 'p/p3-4.html?q=1')).toEqual([200, 'text/html', '条款']);
  });

  test('an unknown address answers 404 with the page for it', async () => {
    expect(await answer(host, 'p/none.html')).toEqual([404, 'text/html', '没有这一页']);
  });
});

test('under a path, nothing is served outside it', async () => {
  const host = await under.start(folder);
  expect(host.url).toMatch(/\/a\/b\/$/);
  expect(await answer(host, '/index.html')).toEqual([404, undefined, '']);
  await host.close();
});

describe('from a host that knows exact names only', () => {
  let host: Host;
  beforeAll(async () => {
    host = await exact.start(folder);
  });
  afterAll(() => host.close());

  test.each([
    ['index.html', [200, 'text/html', '首页']],
    ['p/source.txt', [200, 'text/plain', '原文']],
    ['', [404, undefined, '']],
    ['p/', [404, undefined, '']],
    ['p/p3-4', [404, undefined, '']],
    ['p/none.html', [404, undefined, '']],
    ['..%2f..%2fetc/hostname', [404, undefined, '']],
  ])('/%s', async (path, expected) => {
    expect(await answer(host, path)).toEqual(expected);
  });
});

test('a site that is not built is an error that says what to run', () => {
  expect(() => root.start(join(folder, 'p'))).toThrow('Run: npm run build');
});
