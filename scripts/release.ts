/** `npm run release`: records what every result of the self-check says now, for the next build to compare with. */
import { writeFileSync } from 'node:fs';
import { readRules } from '../src/content/read/rules.ts';
import { diffSnapshots, snapshot } from '../src/domain/selfcheck/diff.ts';
import { defaultPolicy, readContent } from './lib/read-content.ts';

const files = readContent();
const id = defaultPolicy(files);
const rules = readRules(id, files);
if (!rules) {
  console.error('规则读不出来，先运行 npm run check。');
  process.exit(1);
}
const path = `content/policies/${id}/selfcheck/released.json`;
const before = JSON.parse(files.get(path)?.text ?? '{}');
const now = snapshot(rules.topics);
writeFileSync(path, `${JSON.stringify(now, null, 1)}\n`);
console.log(
  `已记录 ${Object.keys(now).length} 个结果，与上次相比 ${diffSnapshots(before, now).length} 处变化。`,
);
