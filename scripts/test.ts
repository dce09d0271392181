/** `npm test`: checks beside unit tests, build, tests of the built site beside browsers; one line at the end. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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

/** Runs the tests of one project of vitest.config.ts. */
async function vitest(project: string, run: Run): Promise<Tally> {
  const report = join(CACHE, `vitest-${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [binOf('vitest'), 'run', '--project', project, ...reporters];
  return reported({ name: project, args }, run, report, tallyVitest);
}

function playwright(): Promise<Tally> {
  const report = join(CACHE, 'playwright.json');
  const args = [binOf('@playwright/test', 'playwright'), 'test'];
  return reported({ name: 'browsers', args }, show, report, tallyPlaywright);
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

/** Builds by the npm that runs this, so that there is one definition of the build. */
function build(): Promise<boolean> {
  const npm = process.env['npm_execpath'];
  if (!npm) throw new Error('Unexpected start by node, expected: npm test');
  return show({ name: 'build', args: [npm, 'run', '-s', 'build'] });
}

// Two at once, since each but the browsers keeps one core busy. What is beside something else is shown after it.
const checks = runChecks();
// The check of types and the build both write what Astro makes of the content, so one comes after the other.
const built = checks.then(build);
const unit = vitest('unit', (step) => showAfter(built, step));
const ok = await built;
const tallies = [tallySteps(await checks), tallySteps([ok])];
if (ok) {
  const browsers = unit.then(playwright);
  tallies.push(await vitest('built', (step) => showAfter(browsers, step)), await browsers);
}
tallies.push(await unit);

const { passed, failed } = total(tallies);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
