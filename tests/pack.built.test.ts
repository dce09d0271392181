import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { zipSite } from '../scripts/lib/zip-site.ts';
import { filesOf } from '../src/finish/files-of.ts';
import { parseSums, SUMS } from '../src/finish/sums.ts';
import { changedFiles, missingAndExtra } from '../src/finish/verify/compare-files.ts';
import { DIST } from './dist.ts';

const NAME = 'city-policies-x';
const zip = await zipSite(DIST, NAME);
const folder = mkdtempSync(join(tmpdir(), 'unpacked-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('unpacked elsewhere, every file is there and is what it was', async () => {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const site = join(folder, NAME, 'site');
  expect(await filesOf(site)).toEqual(await filesOf(DIST));
  const trusted = { sums: parseSums(readFileSync(join(DIST, SUMS), 'utf8')) };
  expect(await changedFiles(site, trusted)).toEqual([]);
  expect(await missingAndExtra(site, trusted)).toEqual([]);
});

test('beside the site lies one note, in a form that old editors read', () => {
  const others = Object.entries(unzipSync(zip)).filter(
    ([name]) => !name.startsWith(`${NAME}/site/`),
  );
  expect(others.map(([name]) => name)).toEqual([`${NAME}/说明.txt`]);
  const note = Buffer.from(others[0]?.[1] ?? []).toString();
  expect(note.startsWith(`\uFEFF${NAME}\r\n`)).toBe(true);
  expect(note.replaceAll('\r\n', '')).not.toContain('\n');
});

test('packed again, in another time zone, it is the same zip', () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { zipSite } from './scripts/lib/zip-site.ts';
    const zip = await zipSite('${DIST}', '${NAME}');
    console.log(createHash('sha256').update(zip).digest('hex'));`;
  const again = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Chatham' },
  });
  expect(again.trim()).toBe(createHash('sha256').update(zip).digest('hex'));
});
