import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeLicenses } from './list.ts';
import { COPIED, packageFolder } from './shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'licenses-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['/x/node_modules/qrcode/lib/a.js', '/x/node_modules/qrcode'],
  ['/x/node_modules/@a/b/dist/x.js?v=1', '/x/node_modules/@a/b'],
  ['/x/node_modules/a/node_modules/b/x.js', '/x/node_modules/a/node_modules/b'],
  ['C:\\x\\node_modules\\a\\x.js', 'C:\\x\\node_modules\\a'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
  ['\0vite/preload-helper.js', undefined],
  ['/x/src/ui/search/draw.ts', undefined],
])('%j is of the package %s', (id, expected) => {
  expect(packageFolder(id)).toBe(expected);
});

/** A package as npm installs it. */
function installed(name: string, files: Record<string, string>): string {
  const at = join(folder, name);
  mkdirSync(join(at, 'LICENSES'), { recursive: true });
  writeFileSync(
    join(at, 'package.json'),
    JSON.stringify({ name, version: '1.2.3', license: 'MIT' }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
  return at;
}

test('a bundled package is listed with its version and every licence text, beside what is copied', async () => {
  const bundled = installed('bundled', { LICENSE: 'May be\r\nused.', 'LICENSES/x.txt': 'And so.' });
  await writeLicenses(folder, [bundled]);
  const list = readFileSync(join(folder, 'licenses.txt'), 'utf8');
  expect(list).toContain('bundled 1.2.3\n许可：MIT\n用在：_astro/ 里的脚本\n');
  expect(list).toContain('May be\nused.\n');
  expect(list).toContain('And so.\n');
  for (const { folder: copied } of COPIED) expect(list).toContain(`\n${copied.slice(13)} `);
});

test('a package without a licence text stops the build', async () => {
  const bare = installed('bare', {});
  await expect(writeLicenses(folder, [bare])).rejects.toThrow(
    'Unexpected absence of a licence text in bare',
  );
});
