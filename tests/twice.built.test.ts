import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from '../src/finish/files-of.ts';
import { parseSums, SUMS, sha256Of } from '../src/finish/sums.ts';
import { DIST } from './dist.ts';

/** What a build reads. */
const READ = [
  'LICENSE',
  'astro.config.mjs',
  'content',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

describe('built again in another folder, in another time zone, with folders listed backwards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'again-'));
  const again = join(folder, DIST);

  beforeAll(() => {
    for (const name of READ) cpSync(name, join(folder, name), { recursive: true });
    // Packages are linked one by one, so that this build shares no cache with the other.
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync('node_modules').filter((n) => !n.startsWith('.')))
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
    const backwards = new URL('reversed-folders.ts', import.meta.url).href;
    for (const half of ['scripts/write-pages.ts', 'scripts/finish-pages.ts'])
      execFileSync(process.execPath, ['--import', backwards, half], {
        cwd: folder,
        env: { ...process.env, TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the site has the same files', async () => {
    expect(await filesOf(again)).toEqual(await filesOf(DIST));
  });

  test('and each of them is the same, byte for byte', async () => {
    const different = (await filesOf(DIST)).filter(
      (file) => !readFileSync(join(DIST, file)).equals(readFileSync(join(again, file))),
    );
    expect(different).toEqual([]);
  });
});

test('the list of sums names every file but itself, with the sum of what is there', async () => {
  const sums = parseSums(readFileSync(join(DIST, SUMS), 'utf8'));
  const files = (await filesOf(DIST)).filter((file) => file !== SUMS);
  expect([...sums.keys()]).toEqual(files);
  for (const file of files) expect(sums.get(file), file).toBe(sha256Of(join(DIST, file)));
});
