/** Sites that a test builds, beside the one in dist/. */
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContent } from '../scripts/lib/bench/made-content.ts';
import { CACHE } from '../scripts/lib/npm-cache.ts';
import { checkContent } from '../src/content/check/content.ts';
import { readFolder } from '../src/content/read/folder.ts';

/** Where a site is to stand, and what else its build is told. */
interface Wanted {
  site: string;
  env?: Record<string, string>;
}

/** Both halves of each build, one site after another, as `npm run build` has them in processes of their own. */
const BUILD = `
  for (const [n, { site, env }] of JSON.parse(process.argv[1]).entries()) {
    Object.assign(process.env, env);
    process.argv[2] = site;
    for (const half of ['write', 'finish']) {
      await import(\`./scripts/\${half}-pages.ts?\${n}\`);
      if (process.exitCode) process.exit();
    }
  }`;

/** Builds sites in one process: to get Astro ready takes longer than to write a small site. */
export function buildSites(
  sites: Wanted[],
  { flags = [], ...options }: ExecFileSyncOptions & { flags?: string[] } = {},
): void {
  const script = ['--input-type=module', '-e', BUILD, JSON.stringify(sites)];
  execFileSync(process.execPath, [...flags, ...script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
  });
}

/** Builds sites of policies of which nothing is there but the text and what it is; gives their folders, in order. */
export function buildBare(
  sites: Record<string, Parameters<typeof makeContent>[1]>,
): Record<string, string> {
  const made = Object.entries(sites).map(([name, policies]) => {
    const content = mkdtempSync(join(tmpdir(), `${name}-`));
    makeContent(content, policies);
    const [problem] = checkContent(readFolder(content));
    if (problem) throw new Error(`Unexpected slip in the content of ${name}: ${problem.problem}`);
    // In the project, as dist/ is: what Astro makes on the way lies there too, and other builds may be under way.
    return { name, content, site: join(CACHE, `site-${name}`) };
  });
  buildSites(made.map(({ content, site }) => ({ site, env: { CONTENT: content, SITE_URL: '' } })));
  for (const { content } of made) rmSync(content, { recursive: true });
  return Object.fromEntries(made.map(({ name, site }) => [name, site]));
}
