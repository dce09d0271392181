/**
 * `npm run -s bench`: weight and builds beside Starlight, Lighthouse, a library of 500 policies, the time of splitting,
 * and what the search of `dist/` finds, into docs/benchmarks.md and on the standard output. `-- weight|lighthouse|build|
 * library|split|search` measures one part, `--quick` once instead of three times. The sample is of `CONTENT`. Exit 2 on
 * a wrong argument, 1 if something cannot be measured; what was measured before that stays written.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBuilds } from './lib/bench/build-cost.ts';
import { measureLibrary } from './lib/bench/library.ts';
import { measureLighthouse } from './lib/bench/lighthouse.ts';
import { forgetSites } from './lib/bench/our-build.ts';
import { replaceSection, SECTIONS, type SectionName } from './lib/bench/report-file.ts';
import { sampleOf } from './lib/bench/sample.ts';
import { measureSearch } from './lib/bench/search-figures.ts';
import { ourSite, starlightSite } from './lib/bench/sites.ts';
import { measureSplitting } from './lib/bench/split-time.ts';
import { measureWeight } from './lib/bench/weight.ts';
import { loadContent } from './lib/content.ts';
import { refuse } from './lib/evaluated-file.ts';

const REPORT = 'docs/benchmarks.md';

const args = process.argv.slice(2);
const asked = args.filter((arg) => arg !== '--quick');
const unknown = asked.find((arg) => !(arg in SECTIONS));
if (unknown)
  refuse(
    `不认识“${unknown}”。用法：npm run -s bench [-- ${Object.keys(SECTIONS).join('|')}] [--quick]`,
  );
const runs = args.includes('--quick') ? 1 : 3;

const temporary = mkdtempSync(join(tmpdir(), 'bench-'));
const sample = sampleOf(loadContent());
const MEASURES: Record<SectionName, () => string | Promise<string>> = {
  weight: async () =>
    measureWeight([
      await ourSite(sample),
      await starlightSite(join(temporary, 'starlight'), sample),
    ]),
  lighthouse: async () => measureLighthouse(temporary, await ourSite(sample), runs),
  build: () => measureBuilds(temporary, sample.source, runs),
  library: () => measureLibrary(temporary, sample.source),
  split: measureSplitting,
  search: () => measureSearch(sample.folder.id),
};

try {
  for (const name of Object.keys(SECTIONS) as SectionName[])
    if (asked.length === 0 || asked.includes(name)) write(name, await MEASURES[name]());
  console.log(readFileSync(REPORT, 'utf8'));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
  forgetSites();
}

function write(name: SectionName, text: string): void {
  const before = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '';
  writeFileSync(REPORT, replaceSection(before, name, text));
}
