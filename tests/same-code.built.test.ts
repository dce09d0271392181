/** The example library is served by the very code that serves this site: adding content changes no file below src/. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CACHE } from '../scripts/lib/npm-cache.ts';
import { DIST } from './dist.ts';

// Where scripts/test.ts builds it.
const EXAMPLE = join(CACHE, 'example-library');

/** The scripts of a built site by name, which holds the sum of what is in it. */
const scripts = (site: string) =>
  readdirSync(join(site, '_astro'))
    .filter((name) => name.endsWith('.js'))
    .sort();

test('every script of the one stands in the other, byte for byte', () => {
  const ours = scripts(DIST);
  expect(ours.length).toBeGreaterThan(5);
  expect(scripts(EXAMPLE)).toEqual(ours);
  for (const name of ours) {
    const [a, b] = [DIST, EXAMPLE].map((site) => readFileSync(join(site, '_astro', name)));
    expect(b?.equals(a ?? Buffer.alloc(0)), name).toBe(true);
  }
});
