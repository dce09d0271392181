/** `npm test`: checks, unit tests, build, tests of the built site, browsers; one line at the end. */
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
import { show } from './lib/run-command.ts';

/** Runs the tests of one project of vitest.config.ts. */
async function vitest(project: string): Promise<Tally> {
  const report = join(CACHE, `vitest-${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [binOf('vitest'), 'run', '--project', project, ...reporters];
  return reported(project, args, report, tallyVitest);
}

function playwright(): Promise<Tally> {
  const report = join(CACHE, 'playwright.json');
  return reported(
    'browsers',
    [binOf('@playwright/test', 'playwright'), 'test'],
    report,
    tallyPlaywright,
  );
}

async function reported<R>(
  name: string,
  args: string[],
  file: string,
  tally: (report: R) => Tally,
): Promise<Tally> {
  // A report left by an earlier run must not be counted.
  rmSync(file, { force: true });
  const ok = await show({ name, args });
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

const tallies = [tallySteps(await runChecks()), await vitest('unit')];
const built = await build();
tallies.push(tallySteps([built]));
if (built) tallies.push(await vitest('built'), await playwright());

const { passed, failed } = total(tallies);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
