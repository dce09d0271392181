/** `npm run build`: the site into dist/, and what the self-check says differently since the last release. */
import { diffSnapshots, snapshot } from '../src/domain/selfcheck/diff.ts';
import { readRules } from '../src/editing/read-rules.ts';
import { defaultPolicy, readContent } from './read-content.ts';

// Astro reports nothing to anyone while it builds.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// The bundler inside it gives back at once the memory it no longer needs, a fifth of the whole; it must know before
// it is loaded (https://microsoft.github.io/mimalloc/environment.html).
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';

function reportChanges(): void {
  const files = readContent();
  const id = defaultPolicy(files);
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
  const { build } = await import('astro');
  await build({});
  reportChanges();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
