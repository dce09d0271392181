import { assembleRules } from '../../domain/selfcheck/assemble.ts';
import type { Rules } from '../../domain/selfcheck/rule-set.ts';
import type { EditionFolder, PolicyFolder } from './policy.ts';

/** The rules of a policy; `null` while it has none, or a file of them cannot be read (`npm run check` says why). */
export function readRules({
  policy,
  gaps,
  selfcheck,
}: Pick<PolicyFolder, 'policy' | 'gaps' | 'selfcheck'>): Rules | null {
  const there = ['facts', 'outcomes'].every((name) => selfcheck.there.has(name)) && gaps.there;
  return there && policy && selfcheck.unread.size === 0
    ? assembleRules(policy, selfcheck.data)
    : null;
}

/** The rules of an edition beside a policy's text; `null` while nobody has said how they differ from those of now. */
export function readEditionRules(
  { gaps }: PolicyFolder,
  { policy, selfcheck, ownRules }: EditionFolder,
): Rules | null {
  return ownRules.size > 0 ? readRules({ policy, gaps, selfcheck }) : null;
}
