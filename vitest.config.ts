import { defineConfig } from 'vitest/config';

/** No test is of speed, and a machine with other work takes long: only what hangs is to fail. */
const patience = { testTimeout: 120_000, hookTimeout: 240_000 };

/**
 * One process reads many files of tests: to start one for each, and to read the content and the pages anew in it, takes
 * a quarter of the time. So no test leaves anything changed in modules, in `process` or among globals.
 */
const shared = { ...patience, isolate: false };

/**
 * Plain Vitest, without Astro: nothing tested here reads a content collection (`getCollection()`
 * is empty in Vitest unless `astro sync` ran and `cacheDir` is `.astro`). Pages are tested as built.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{src,scripts}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['tests/*.{built,hosts}.test.ts'],
        },
      },
      // These read dist/, so they run after the build.
      {
        test: {
          ...shared,
          name: 'built',
          include: ['tests/*.built.test.ts', 'tests/any/*.built.test.ts'],
        },
      },
      // And what of them holds for any content, for that which CONTENT and DIST name.
      { test: { ...shared, name: 'any', include: ['tests/any/*.built.test.ts'] } },
      // These want nginx and Apache on the machine, so `npm test` does without them.
      { test: { ...patience, name: 'hosts', include: ['tests/*.hosts.test.ts'] } },
    ],
  },
});
