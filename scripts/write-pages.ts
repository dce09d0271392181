/**
 * The first half of `npm run build`: Astro writes the pages into dist/, or into the folder that is named. It runs as a
 * process of its own, because its bundler holds some hundred megabytes until it ends, and the second half needs memory
 * for the index (docs/decisions/0010). Started by another process, it gets ready and waits for that one's word before
 * it touches the folder.
 */
import { once } from 'node:events';
import process from 'node:process';
import { buildDay } from './lib/build-day.ts';

// Astro reports nothing to anyone while it builds.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Pages know their day by this (src/site/load.ts).
const { day } = buildDay();
if (day) process.env['DAY'] = day;
// The bundler gives back at once what it no longer needs, and keeps no gigabyte in reserve of which a hundred megabytes
// stay in use. It asks when it is loaded, so Astro is imported after this.
// https://microsoft.github.io/mimalloc/environment.html
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
process.env['MIMALLOC_DISALLOW_ARENA_ALLOC'] ??= '1';

const gone = () => process.exit(1);
const word = process.send ? once(process, 'message') : Promise.resolve();
process.once('disconnect', gone);

async function waitForWord(): Promise<void> {
  await word;
  process.off('disconnect', gone);
  if (process.connected) process.disconnect();
}

try {
  const { build } = await import('astro');
  await build({
    outDir: process.argv[2] ?? 'dist',
    // A line for every page is hundreds of them.
    logLevel: 'warn',
    integrations: [{ name: 'word', hooks: { 'astro:build:start': waitForWord } }],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
