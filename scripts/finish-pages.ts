/** The second half of `npm run build` by itself: makes the pages in dist/, or in the folder that is named, final. */
import { finishSite } from '../src/finish/finish-site.ts';
<<<<<<< HEAD

try {
  await finishSite(process.argv[2] ?? 'dist', process.env['SITE_URL']);
=======
import { lawsOf, loadContent } from './lib/content.ts';

function reportChanges(policy: PolicyFolder): void {
  const rules = readRules(policy);
  if (!rules) return;
  const changes = diffSnapshots(JSON.parse(policy.released ?? '{}'), snapshot(rules.topics));
  console.log(`${policy.id}：自查结果与上次发布相比，${changes.length} 处变化。`);
  for (const { result, outcome, before, after } of changes.slice(0, 20)) {
    console.log(`  ${result}　${outcome}：${before ?? '（没有）'} → ${after ?? '（没有）'}`);
  }
}

try {
  const content = loadContent();
  await finishSite(process.argv[2] ?? 'dist', lawsOf(content), process.env['SITE_URL']);
  for (const policy of content.policies) reportChanges(policy);
>>>>>>> main
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
