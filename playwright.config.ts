import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.ts';
import { contentFolder } from './src/content/read/folder.ts';

const { executablePath, args, env } = await findBrowser();

/** A page lives for seconds here: what its code gains by the last of the compilers it never earns back. */
const BRIEF = '--js-flags=--no-turbofan';

/** Tests of one content folder alone; what holds for any content (tests/any) is tried on whichever is named. */
const TESTS: Record<string, RegExp> = {
  content: /tests\/[^/]+\.spec\.ts$/u,
  'examples/library': /tests\/example\/[^/]+\.spec\.ts$/u,
};

export default defineConfig({
  testDir: 'tests',
  testMatch: [/tests\/any\/[^/]+\.spec\.ts$/u, TESTS[contentFolder()] ?? []].flat(),
  fullyParallel: true,
  // One more than the cores of a small machine: many tests wait, for what never comes or for a timer.
  workers: 3,
  retries: 0,
  // No test is of speed, and a machine with other work takes long: only what hangs is to fail.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  outputDir: 'node_modules/.cache/playwright',
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/playwright.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    // Kept pages would stand between the tests and the files; tests/offline.spec.ts lets them.
    serviceWorkers: 'block',
    // The movement from page to page takes an eighth of the time; tests/reading.spec.ts has it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath, args: [...args, BRIEF], env },
  },
});
