import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../npm-cache.ts';
import { forgetBuilds } from './made-content.ts';
import { type Cost, measureNode } from './measured-run.ts';

/** Where the sites that are measured are built: in the project, as dist/ is. */
const SITES = join(CACHE, 'bench');

/** Builds this project of a content folder as `npm run build` does, from nothing; `name` is the site's folder. */
export async function buildOurs(
  name: string,
  content: string,
): Promise<{ site: string; cost: Cost }> {
  const site = join(SITES, name);
  rmSync(site, { recursive: true, force: true });
  forgetBuilds('.');
  const cost = await measureNode(['scripts/build.ts', site], '.', { CONTENT: content });
  return { site, cost };
}

/** Takes away every site that was built. */
export function forgetSites(): void {
  rmSync(SITES, { recursive: true, force: true });
}
