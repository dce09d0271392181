import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSums, SUMS } from '../src/finish/sums.ts';
import { DIST } from './dist.ts';
import { exact } from './hosts.ts';
import { figures, load } from './load.ts';
import { served } from './served.ts';

test('a host that knows exact names only serves every file whole to 100 readers at once', async () => {
  const host = await exact.start();
  const seen = await load(host.url, served(DIST), 4);
  await host.close();
  console.log(figures('exact names', seen));
  expect(seen.wrong).toEqual([]);
  expect(seen.connections).toBe(100);
  expect(seen.requests).toBeGreaterThan(2000);
});

test('an answer that is not the file is noticed', async () => {
  const sums = parseSums(readFileSync(`${DIST}/${SUMS}`, 'utf8'));
  const host = await exact.start();
  const wrong = new Map([
    ['index.html', sums.get('404.html') ?? ''],
    ['none.html', sums.get('404.html') ?? ''],
  ]);
  const seen = await load(host.url, wrong, 1);
  await host.close();
  expect(seen.wrong.toSorted()).toEqual(['index.html: other bytes', 'none.html: 404']);
});
