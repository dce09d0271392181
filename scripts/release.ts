/** `npm run release`: records what every result of each self-check says now, for the next build to compare with. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules } from '../src/content/read/rules.ts';
import { diffSnapshots, snapshot } from '../src/domain/selfcheck/diff.ts';
import { loadContent, policiesAsked } from './lib/content.ts';

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
  const before = JSON.parse(released ?? '{}');
  const now = snapshot(rules.topics);
  writeFileSync(
    join(content.folder, folder, 'selfcheck/released.json'),
    `${JSON.stringify(now, null, 1)}\n`,
  );
  console.log(
    `${id}：已记录 ${Object.keys(now).length} 个结果，与上次相比 ${diffSnapshots(before, now).length} 处变化。`,
  );
}
