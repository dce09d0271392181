/**
 * `npm run release`: records what every result of each self-check says now, for the next build to compare with, and tells
 * what has changed for whom: since the last release, and from each edition to the next.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules } from '../src/content/read/rules.ts';
import { snapshot } from '../src/domain/selfcheck/diff.ts';
import { loadContent, policiesAsked } from './lib/content.ts';
import { linesOfEditions, linesSinceRelease } from './lib/told-changes.ts';

const content = loadContent();
for (const policy of policiesAsked(content, process.argv)) {
  const { id, folder, selfcheck, released } = policy;
  // A policy may have no self-check.
  if (!selfcheck.there.has('outcomes')) continue;
  const rules = readRules(policy);
  if (!rules) {
    console.error(`${id} 的规则读不出来，先运行 npm run check。`);
    process.exitCode = 1;
    continue;
  }
  const now = snapshot(rules.topics);
  writeFileSync(
    join(content.folder, folder, 'selfcheck/released.json'),
    `${JSON.stringify(now, null, 1)}\n`,
  );
  const changes = linesSinceRelease(policy, rules);
  const said = changes.length ? `${changes.length} 种情形的结果有变化：` : '结果没有变化。';
  console.log(
    `${id}：已记录 ${Object.keys(now).length} 个结果，${released === undefined ? '第一次记录。' : `与上次发布相比，${said}`}`,
  );
  for (const line of [...changes, ...linesOfEditions(policy)]) console.log(`  ${line}`);
}
