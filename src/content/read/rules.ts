import { assembleRules } from '../../domain/selfcheck/assemble.ts';
import type { Rules } from '../../domain/selfcheck/rule-set.ts';
import type { PolicyFolder } from './policy.ts';

/** The rules of a policy; `null` while it has none, or a file of them cannot be read (`npm run check` says why). */
export function readRules({ policy, gaps, selfcheck }: PolicyFolder): Rules | null {
  const there = ['facts', 'outcomes'].every((name) => selfcheck.there.has(name)) && gaps.there;
  return there && policy && selfcheck.unread.size === 0
    ? assembleRules(policy, selfcheck.data)
    : null;
}
