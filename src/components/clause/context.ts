import type { SiteClause, SitePolicy } from '../../site/policy.ts';

/**
 * What an MDX file's components know without being told: the policy and clause of the page they are drawn on.
 * Astro's locals belong to one page and are the documented way to reach components through MDX.
 */
interface Context {
  policy?: SitePolicy;
  clause?: SiteClause;
}

export function setContext(locals: object, policy: SitePolicy, clause: SiteClause): void {
  Object.assign(locals, { policy, clause } satisfies Context);
}

export function contextClause(locals: object): SiteClause {
  const { clause } = locals as Context;
  if (!clause) throw new Error('Unexpected <Plain> or <Quote> outside a clause, expected it in clauses/*.mdx');
  return clause;
}

export function contextPolicy(locals: object): SitePolicy {
  const { policy } = locals as Context;
  if (!policy) throw new Error('Unexpected <Quote> outside a clause, expected it in clauses/*.mdx');
  return policy;
}
