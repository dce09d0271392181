import type { PolicyFolder } from '../../src/content/read/policy.ts';
import { readRules } from '../../src/content/read/rules.ts';
import { diffSnapshots, snapshot } from '../../src/domain/selfcheck/diff.ts';

const MOST = 20;

/** Tells what each self-check says differently since the last release. */
export function tellChanges(policies: readonly PolicyFolder[]): void {
  for (const policy of policies) {
    const rules = readRules(policy);
    if (!rules) continue;
    const changes = diffSnapshots(JSON.parse(policy.released ?? '{}'), snapshot(rules.topics));
    console.log(`${policy.id}：自查结果与上次发布相比，${changes.length} 处变化。`);
    for (const { result, outcome, before, after } of changes.slice(0, MOST))
      console.log(`  ${result}　${outcome}：${before ?? '（没有）'} → ${after ?? '（没有）'}`);
  }
}
