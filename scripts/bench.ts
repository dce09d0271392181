/**
 * `npm run -s bench`: weight, Lighthouse and builds beside Starlight and VitePress, the time of splitting, and what the search of `dist/` finds, into
 * docs/benchmarks.md and on the standard output. `-- weight|lighthouse|build|split|search` measures one part, `--quick` once
 * instead of three times. Exit 2 on a wrong argument, 1 if something cannot be measured; what was measured before that
 * stays written.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBuilds } from './lib/bench/build-cost.ts';
import { measureLighthouse } from './lib/bench/lighthouse.ts';
import { replaceSection, SECTIONS, type SectionName } from './lib/bench/report-file.ts';
import { measureSearch } from './lib/bench/search-figures.ts';
import { buildOurs, buildStarlight, buildVitepress } from './lib/bench/sites.ts';
import { measureSplitting } from './lib/bench/split-time.ts';
import { measureWeight } from './lib/bench/weight.ts';
import { refuse } from './lib/evaluated-file.ts';
import { defaultPolicy, readContent } from './lib/read-content.ts';

const REPORT = 'docs/benchmarks.md';

const args = process.argv.slice(2);
const asked = args.filter((arg) => arg !== '--quick');
const unknown = asked.find((arg) => !(arg in SECTIONS));
if (unknown)
  refuse(
    `不认识“${unknown}”。用法：npm run -s bench [-- ${Object.keys(SECTIONS).join('|')}] [--quick]`,
  );
const runs = args.includes('--quick') ? 1 : 3;
const wanted = (name: SectionName) => asked.length === 0 || asked.includes(name);

const temporary = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  if (wanted('weight') || wanted('lighthouse')) await measurePages();
  if (wanted('build')) write('build', await measureBuilds(temporary, runs));
  if (wanted('split')) write('split', measureSplitting());
  if (wanted('search')) write('search', await measureSearch(defaultPolicy(readContent())));
  console.log(readFileSync(REPORT, 'utf8'));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function measurePages(): Promise<void> {
  const ours = await buildOurs(temporary);
  const starlight = await buildStarlight(join(temporary, 'starlight'));
  if (wanted('weight')) {
    const vitepress = await buildVitepress(join(temporary, 'vitepress'));
    write('weight', await measureWeight([ours, starlight, vitepress]));
  }
  if (wanted('lighthouse')) {
    write('lighthouse', await measureLighthouse(temporary, [ours, starlight], runs));
  }
}

function write(name: SectionName, text: string): void {
  const before = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '';
  writeFileSync(REPORT, replaceSection(before, name, text));
}
