/** `npm test`: checks beside unit tests, build, tests of the built site beside browsers; one line at the end. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../src/content/read/folder.ts';
import { runChecks } from './lib/checks.ts';
import {
  type Tally,
  tallyPlaywright,
  tallyRun,
  tallySteps,
  tallyVitest,
  total,
} from './lib/count-results.ts';
import { binOf } from './lib/installed.ts';
import { CACHE } from './lib/npm-cache.ts';
import { type Step, show, showAfter } from './lib/run-command.ts';

/** Runs a step in one of the ways of run-command.ts. */
type Run = (step: Step) => Promise<boolean>;

/** A second content folder, on which everything that holds for any content is tried, too. */
const EXAMPLE = { CONTENT: 'examples/library', DIST: join(CACHE, 'example-library') };

/** Other content has what holds for any content tried on it, and nothing else. */
const isOurs = contentFolder() === 'content';

/** Runs the tests of one project of vitest.config.ts, of the content and the built site that `env` names. */
async function vitest(project: string, run: Run, env: Step['env'] = {}): Promise<Tally> {
  const report = join(CACHE, `vitest-${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [binOf('vitest'), 'run', '--project', project, ...reporters];
  return reported({ name: project, args, env }, run, report, tallyVitest);
}

function playwright(env: Step['env'] = {}): Promise<Tally> {
  const report = join(CACHE, 'playwright.json');
  const args = [binOf('@playwright/test', 'playwright'), 'test'];
  return reported({ name: 'browsers', args, env }, show, report, tallyPlaywright);
}

async function reported<R>(
  step: Step,
  run: Run,
  file: string,
  tally: (report: R) => Tally,
): Promise<Tally> {
  // A report left by an earlier run must not be counted.
  rmSync(file, { force: true });
  const ok = await run(step);
  return tallyRun(ok, tallyOf(file, tally));
}

/** The tally in a report, if the run got as far as writing one. */
function tallyOf<R>(file: string, tally: (report: R) => Tally): Tally | undefined {
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Builds as `npm run build` does, into dist/ or the folder that `env` names. */
function build(env: Record<string, string> = {}): Promise<boolean> {
  return show({ name: 'build', args: ['scripts/build.ts', env['DIST'] ?? 'dist'], env });
}

// Two at once, since each but the browsers keeps one core busy. What is beside something else is shown after it.
const checks = runChecks();
// The check of types and the build both write what Astro makes of the content, so one comes after the other.
const built = checks.then(async () =>
  isOurs ? [await build(), await build(EXAMPLE)] : [await build()],
);
const unit = vitest('unit', (step) => showAfter(built, step));
const ok = await built;
const tallies = [tallySteps(await checks), tallySteps(ok)];
if (ok.every(Boolean)) {
  const browsers = unit.then(async () =>
    isOurs ? [await playwright(), await playwright(EXAMPLE)] : [await playwright()],
  );
  const beside: Run = (step) => showAfter(browsers, step);
  if (isOurs) tallies.push(await vitest('built', beside), await vitest('any', beside, EXAMPLE));
  else tallies.push(await vitest('any', beside));
  tallies.push(...(await browsers));
}
tallies.push(await unit);

const { passed, failed } = total(tallies);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
