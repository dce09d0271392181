import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Report } from '../search-eval/measure.ts';

/**
 * What `npm run -s eval:search` says of a file of questions: about the site in `DIST`, built from `CONTENT`. Throws with
 * all it printed if it cannot say.
 */
export async function askSearch(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/eval-search.ts', file, '--json', ...args],
    { env: { ...process.env, ...env }, maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
}
