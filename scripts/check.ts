/**
 * `npm run check`: the content, for who edits it; `-- --report` with what there is to look at, too; `-- --all` types, lint
 * and unused code, too. Exit 1 on any failure, 2 on a wrong argument.
 */
import { buildDay } from './lib/build-day.ts';
import { runChecks } from './lib/checks.ts';
import { refuse } from './lib/evaluated-file.ts';

const { day, rest } = buildDay(process.argv.slice(2));
const [asked, more] = rest;
const unknown = more ?? (['--all', '--report', undefined].includes(asked) ? undefined : asked);
if (unknown) refuse(`不认识“${unknown}”。用法：npm run check [-- --all 或 --report] [--day 日期]`);
if (day) process.env['DAY'] = day;

if (asked !== '--all') await import('./check-content.ts');
else if (!(await runChecks()).every(Boolean)) process.exitCode = 1;
