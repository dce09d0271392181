/**
 * The first half of `npm run build`: Astro writes the pages into dist/, or into the folder
 * that is named. It runs as a process of its own, because its
 * bundler holds some hundred megabytes until it ends, and the second half needs memory for the index
 * (docs/decisions/0010).
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

import { filesOf } from '../src/finish/files-of.ts';

// Collecting garbage a little sooner costs a tenth of the time and spares a fifth of the memory.

// Astro reports nothing to anyone while it builds.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// The bundler gives back at once what it no longer needs, and keeps no gigabyte in reserve of which a hundred megabytes
// stay in use. It asks when it is loaded, so Astro is imported after this.
// https://microsoft.github.io/mimalloc/environment.html
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
process.env['MIMALLOC_DISALLOW_ARENA_ALLOC'] ??= '1';

/** Tells how long the pages of the self-check took, from the first that was written to the last. */
async function reportSelfcheck(root: string): Promise<void> {
  const pages = (await filesOf(root)).filter((file) => file.startsWith('check/'));
  if (pages.length === 0) return;
  const written = await Promise.all(
    pages.map(async (page) => (await stat(join(root, page))).mtimeMs),
  );
  const seconds = (Math.max(...written) - Math.min(...written)) / 1000;
  console.log(`self-check: ${pages.length} pages written in ${seconds.toFixed(1)} s`);
}

try {
  const { build } = await import('astro');
  const root = process.argv[2] ?? 'dist';
  await build({ outDir: root });
  await reportSelfcheck(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
