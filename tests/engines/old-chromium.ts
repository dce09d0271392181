import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { npmCache } from '../../scripts/lib/npm-cache.ts';

const PACKAGE = '@sparticuz/chromium';
const VERSION = '103.0.0';
const SHA512 =
  'tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==';

/** The Chromium nearest to the oldest one promised that npm has, fetched on first use. */
export async function oldChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Unexpected system ${process.platform} ${process.arch}, expected linux x64`);
  }
  const folder = await npmCache(`chromium-${VERSION}`, async (unfinished) => {
    const tarball = fetchPackage(unfinished);
    run('tar', ['-xzf', tarball, '-C', unfinished, '--strip-components=1']);
    unpack(unfinished, 'chromium', 'chromium', 0o755);
    unpack(unfinished, 'swiftshader.tar', 'swiftshader.tar');
    run('tar', ['-xf', join(unfinished, 'swiftshader.tar'), '-C', unfinished]);
  });
  return join(folder, 'chromium');
}

/** The package as npm gives it, if it is the very one this was tried with. */
function fetchPackage(folder: string): string {
  const npm = process.env['npm_execpath'];
  if (!npm) throw new Error('Unexpected start by node, expected: npm run test:engines');
  const wanted = `${PACKAGE}@${VERSION}`;
  run(process.execPath, [npm, 'pack', '--silent', wanted, '--pack-destination', folder]);
  const tarball = join(folder, `sparticuz-chromium-${VERSION}.tgz`);
  const sum = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (sum !== SHA512) throw new Error(`Unexpected sum of ${wanted}: ${sum}, expected ${SHA512}`);
  return tarball;
}

function unpack(folder: string, packed: string, name: string, mode = 0o644): void {
  const bytes = brotliDecompressSync(readFileSync(join(folder, 'bin', `${packed}.br`)));
  writeFileSync(join(folder, name), bytes, { mode });
}

function run(command: string, args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Unexpected failure of ${command}: ${error ?? stderr}`);
}
