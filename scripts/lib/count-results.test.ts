import { expect, test } from 'vitest';
import { tallyPlaywright, tallyRun, tallySteps, tallyVitest, total } from './count-results.ts';

test('each step counts as one', () => {
  expect(tallySteps([true, false, true])).toEqual({ passed: 2, failed: 1 });
});

test('a test file that cannot be read counts as one failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  const report = { numPassedTests: 1, numFailedTests: 1, testResults };
  expect(tallyVitest(report)).toEqual({ passed: 1, failed: 2 });
});

test('a browser test that passed only when tried again counts as failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1 };
  expect(tallyPlaywright({ stats })).toEqual({ passed: 3, failed: 2 });
});

test.each([
  ['a run that failed without a report is one failure', false, undefined, 0, 1],
  ['a run that failed though all tests passed is one failure', false, [5, 0], 5, 1],
  ['a run in which nothing was tested is one failure', true, [0, 0], 0, 1],
  ['failures are not counted twice', false, [5, 2], 5, 2],
  ['a good run is as it is', true, [5, 0], 5, 0],
] as const)('%s', (_, ok, counts, passed, failed) => {
  const tally = counts && { passed: counts[0], failed: counts[1] };
  expect(tallyRun(ok, tally)).toEqual({ passed, failed });
});

test('tallies add up', () => {
  const all = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 4 },
  ];
  expect(total(all)).toEqual({ passed: 4, failed: 6 });
});
