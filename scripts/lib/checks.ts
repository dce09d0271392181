import { binOf } from './installed.ts';
import { type Step, summarize } from './run-command.ts';

const CHECKS: Step[] = [
  { name: 'content', args: ['scripts/check-content.ts'] },
  { name: 'types', args: [binOf('astro'), 'check'] },
  {
    name: 'lint',
    args: [binOf('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings', '--colors=off'],
  },
  { name: 'unused code', args: [binOf('knip')] },
];

/** Runs what needs no build: content, types, lint, unused code; all of them, whichever fail. */
export async function runChecks(): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const check of CHECKS) results.push(await summarize(check));
  return results;
}
