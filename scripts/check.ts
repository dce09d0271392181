/**
 * `npm run check`: the content, for who edits it; `-- --all` types, lint and unused code, too. Exit 1 on any failure, 2
 * on a wrong argument.
 */
import { runChecks } from './lib/checks.ts';
import { refuse } from './lib/evaluated-file.ts';

const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== '--all');
if (unknown) refuse(`不认识“${unknown}”。用法：npm run check [-- --all]`);

if (args.length === 0) await import('./check-content.ts');
else if (!(await runChecks()).every(Boolean)) process.exitCode = 1;
