/**
 * The second half of `npm run build`: makes the pages in dist/, or in the folder that is named, final, and tells what
 * the self-check says differently since the last release.
 */

import type { ContentFiles } from '../src/content/read/content-files.ts';
import { readRules } from '../src/content/read/rules.ts';
import { diffSnapshots, snapshot } from '../src/domain/selfcheck/diff.ts';
import { finishSite } from '../src/finish/finish-site.ts';
import { defaultPolicy, readContent } from './lib/read-content.ts';
import { readLaws } from './lib/read-laws.ts';

function reportChanges(id: string, files: ContentFiles): void {
  const rules = readRules(id, files);
  if (!rules) return;
  const released = files.get(`content/policies/${id}/selfcheck/released.json`)?.text ?? '{}';
  const changes = diffSnapshots(JSON.parse(released), snapshot(rules.topics));
  console.log(`自查结果与上次发布相比：${changes.length} 处变化。`);
  for (const { result, outcome, before, after } of changes.slice(0, 20)) {
    console.log(`  ${result}　${outcome}：${before ?? '（没有）'} → ${after ?? '（没有）'}`);
  }
}

try {
  const files = readContent();
  const id = defaultPolicy(files);
  await finishSite(process.argv[2] ?? 'dist', id, readLaws(files), process.env['SITE_URL']);
  reportChanges(id, files);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
