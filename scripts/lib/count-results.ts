/** How many passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** What is read of the report of `vitest --reporter=json`. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** What is read of the report of Playwright's `json` reporter. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** A list of steps that went well or not. */
export function tallySteps(results: boolean[]): Tally {
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

/** A file that could not be read at all counts as one failure: it has no failed test to count. */
export function tallyVitest(report: VitestReport): Tally {
  const unread = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
}

/** A test that passed only when tried again counts as failed. */
export function tallyPlaywright({ stats }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/**
 * The tally of a run that ended well or not: a run that failed without a failed test, or in which
 * nothing was tested, counts as one failure, so that it cannot pass unseen.
 */
export function tallyRun(ok: boolean, tally: Tally | undefined): Tally {
  const { passed, failed } = tally ?? { passed: 0, failed: 0 };
  const unseen = failed === 0 && (!ok || passed === 0);
  return { passed, failed: unseen ? 1 : failed };
}

/** All tallies as one. */
export function total(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
