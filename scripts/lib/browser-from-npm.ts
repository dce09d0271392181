import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installedVersion } from './installed.ts';
import { npmCache } from './npm-cache.ts';

const UNPACK = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));

/**
 * The folder with `chromium`, `al2023/lib` (the system libraries it needs) and `fonts` of the npm
 * package @sparticuz/chromium, unpacked on first use.
 */
export function browserFolder(): Promise<string> {
  const folder = `chromium-${installedVersion('@sparticuz/chromium')}`;
  return npmCache(folder, async (unfinished) => {
    const { status, stderr } = spawnSync(process.execPath, [UNPACK], {
      env: { ...process.env, TMPDIR: unfinished },
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error(`Unexpected failure to unpack @sparticuz/chromium, run: npm ci\n${stderr}`);
    }
  });
}
