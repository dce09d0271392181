/** `npm run build`: the site into dist/. */
import { binOf } from './installed.ts';
import { type Step, show } from './step.ts';

/*
 * Two processes, one after the other: Astro's holds some 600 MB from its bundler until it ends, and the index needs its
 * own. In Astro's, the bundler gives back at once what it no longer needs (it asks before it is loaded,
 * https://microsoft.github.io/mimalloc/environment.html), and short-lived objects are cleared away more often.
 */
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
const STEPS: Step[] = [
  { name: 'pages', args: ['--max-semi-space-size=4', binOf('astro'), 'build'] },
  { name: 'finish', args: ['scripts/finish-site.ts'] },
];

for (const step of STEPS) {
  if (await show(step)) continue;
  process.exitCode = 1;
  break;
}
