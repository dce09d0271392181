/**
 * `npm run -s eval:search -- FILE [--policy ID] [--json]`: every query of FILE through the search page of the built site
 * in a real browser, and through Pagefind alone beside it. Clauses in FILE are `policy/clause`, or `clause` of the policy
 * that is named, or of the only one; what has no page of its own, as the letterhead, counts as the whole text. `CONTENT` is the folder that the site in dist/, or in `DIST`, was built from. Exit 0 whatever the figures; exit 2 if the file cannot be used, with
 * every reason and its line; exit 1 if the site cannot be asked.
 */
import { hasPage } from '../src/domain/policy/clause.ts';
import { loadContent, policiesAsked } from './lib/content.ts';
import { evaluatedFile, refuse, refuseProblems } from './lib/evaluated-file.ts';
import { inPolicy, readQueries } from './lib/search-eval/figures.ts';
import { evaluate } from './lib/search-eval/measure.ts';
import { printReport } from './lib/search-eval/print-report.ts';

const { file, text, json } = evaluatedFile('eval:search', '写法');
const { queries, problems } = readQueries(file, text);
refuseProblems(problems);
const content = loadContent();
const policies = policiesAsked(content, process.argv).map(({ id }) => id);
const { asked, unknown } = inPolicy(
  queries,
  content.policies.map(({ id }) => id),
  policies,
  new Set(
    content.policies.flatMap(({ id, policy }) =>
      (policy?.clauses ?? [])
        .filter((clause) => !hasPage(clause))
        .map((clause) => `${id}/${clause.id}`),
    ),
  ),
);
if (unknown.length)
  refuse(
    `这些条款没有写明是哪份文件的：${unknown.join('、')}。写成“政策/条款”，或者用 --policy 指定，可以写：${policies.join('、')}。`,
  );

try {
  const report = await evaluate(asked);
  if (json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, asked);
} catch (error) {
  // Playwright writes the stack of the page into the message.
  console.error((error as Error).message.replace(/\n\s+at .*/gu, ''));
  process.exitCode = 1;
}
