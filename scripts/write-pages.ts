/**
 * The first half of `npm run build`: Astro writes the pages into dist/, or into the folder
 * that is named. It runs as a process of its own, because its
 * bundler holds some hundred megabytes until it ends, and the second half needs memory for the index
 * (docs/decisions/0010).
 */
import process from 'node:process';

// Astro reports nothing to anyone while it builds.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// The bundler gives back at once what it no longer needs, and keeps no gigabyte in reserve of which a hundred megabytes
// stay in use. It asks when it is loaded, so Astro is imported after this.
// https://microsoft.github.io/mimalloc/environment.html
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
process.env['MIMALLOC_DISALLOW_ARENA_ALLOC'] ??= '1';

try {
  const { build } = await import('astro');
  await build({ outDir: process.argv[2] ?? 'dist' });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
