import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { installedVersion } from '../scripts/lib/installed.ts';
import { files, read } from './dist.ts';

const listed = read('licenses.txt');

test.each([
  ['pagefind', () => files.includes('pagefind/pagefind.js')],
  ['fuse.js', () => read('pagefind/fuse.js').includes('Fuse.js')],
  [
    'tailwindcss',
    () =>
      files.some(
        (f) => f.endsWith('.css') && f.startsWith('_astro/') && read(f).includes('tailwindcss'),
      ),
  ],
  ['pinyin-pro', () => files.some((file) => file.endsWith('/search-table.json'))],
  ['opencc-js', () => files.some((file) => file.endsWith('/search-table.json'))],
])('%s ships and is listed with its version and licence', (name, ships) => {
  expect(ships()).toBe(true);
  expect(listed).toContain(`\n${name} ${installedVersion(name)}\n许可：`);
});

test('the project’s own licence stands first', () => {
  const own = readFileSync('LICENSE', 'utf8').trim();
  expect(listed.indexOf(own)).toBeGreaterThan(0);
  expect(listed.indexOf(own)).toBeLessThan(listed.indexOf('fuse.js'));
});
