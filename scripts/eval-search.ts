/**
 * `npm run -s eval:search -- FILE [--json]`: every query of FILE through the search page of the built site in a real
 * browser, and through Pagefind alone beside it. Exit 0 whatever the figures; exit 2 if the file cannot be used, with
 * every reason and its line; exit 1 if the site cannot be asked.
 */
import { evaluatedFile, refuseProblems } from './lib/evaluated-file.ts';
import { defaultPolicy, readContent } from './lib/read-content.ts';
import { readQueries } from './lib/search-eval/figures.ts';
import { evaluate } from './lib/search-eval/measure.ts';
import { printReport } from './lib/search-eval/print-report.ts';

const { file, text, json } = evaluatedFile('eval:search', '写法');
const { queries, problems } = readQueries(file, text);
refuseProblems(problems);

try {
  const report = await evaluate(queries, defaultPolicy(readContent()));
  if (json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, queries);
} catch (error) {
  // Playwright writes the stack of the page into the message.
  console.error((error as Error).message.replace(/\n\s+at .*/gu, ''));
  process.exitCode = 1;
}
