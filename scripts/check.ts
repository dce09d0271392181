/** `npm run check`: everything that needs no build. Exit 1 on any failure. */
import { runChecks } from './lib/checks.ts';

const results = await runChecks();
process.exitCode = results.every(Boolean) ? 0 : 1;
