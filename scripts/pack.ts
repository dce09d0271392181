/**
 * `npm run pack`: builds, verifies, and makes `pack/NAME-VERSION-COMMIT.zip`, the site to be carried to a network
 * of its own. Prints the zip's SHA-256, which is to travel another way.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../src/finish/sums.ts';
import { show } from './lib/run-command.ts';
import { zipSite } from './lib/zip-site.ts';

const SITE = 'dist';
const FOLDER = 'pack';

/** The project's name, its version and, in a repository, the commit, marked when it is not that: `city-policies-0.1.0-1a2b3c4d5e`. */
function packName(): string {
  const { name, version }: Record<string, string> = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const commit = git('rev-parse', 'HEAD')?.trim().slice(0, 10);
  const changed = git('status', '--porcelain') ? 'changed' : '';
  return [name, version, commit, changed].filter(Boolean).join('-');
}

/** What git says; nothing outside a repository. */
function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

const npm = process.env['npm_execpath'];
if (!npm) throw new Error('Unexpected start by node, expected: npm run pack');
const ready =
  (await show({ name: 'build', args: [npm, 'run', '-s', 'build'] })) &&
  (await show({ name: 'verify', args: ['scripts/verify.ts', SITE] }));
if (ready) {
  const name = packName();
  const file = join(FOLDER, `${name}.zip`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, await zipSite(SITE, name));
  console.log(`已打包：${file}`);
  console.log(`压缩包的 SHA-256（请用别的途径告诉收的人）：\n${sha256Of(file)}`);
} else {
  console.error('没有打包：先解决上面的问题。');
  process.exitCode = 1;
}
