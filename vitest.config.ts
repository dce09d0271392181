import { defineConfig } from 'vitest/config';

/**
 * Plain Vitest, without Astro: nothing tested here reads a content collection (`getCollection()`
 * is empty in Vitest unless `astro sync` ran and `cacheDir` is `.astro`). Pages are tested as built.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,scripts}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['tests/*.{built,hosts}.test.ts'],
        },
      },
      // These read dist/, so they run after the build.
      { test: { name: 'built', include: ['tests/*.built.test.ts'] } },
      // These want nginx and Apache on the machine, so `npm test` does without them.
      { test: { name: 'hosts', include: ['tests/*.hosts.test.ts'] } },
    ],
  },
});
