/** A site of a content folder that a test makes, beside the one in dist/. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContent } from '../scripts/lib/bench/made-content.ts';
import { CACHE } from '../scripts/lib/npm-cache.ts';

/** Builds a site of policies of which nothing is there but the text and what it is; gives its folder. */
export function buildBare(name: string, policies: Parameters<typeof makeContent>[1]): string {
  const content = mkdtempSync(join(tmpdir(), `${name}-`));
  // In the project, as dist/ is: what Astro makes on the way lies there too, and other builds may be under way.
  const site = join(CACHE, `site-${name}`);
  makeContent(content, policies);
  execFileSync(process.execPath, ['scripts/build.ts', site], {
    env: { ...process.env, CONTENT: content, SITE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(content, { recursive: true });
  return site;
}
