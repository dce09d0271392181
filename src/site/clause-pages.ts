import { getEntry, render } from 'astro:content';
import { hasPage } from '../domain/policy/clause.ts';
import { getPolicies, type SiteClause, type SitePolicy } from './policy.ts';

/** Every clause's page with its neighbours in reading order. */
export async function getClausePaths() {
  return (await getPolicies()).flatMap((policy) => {
    const clauses = policy.clauses.filter(hasPage);
    return clauses.map((clause, i) => ({
      params: { policy: policy.id, clause: clause.id },
      props: { policy, clause, previous: clauses[i - 1] ?? null, next: clauses[i + 1] ?? null },
    }));
  });
}

/** Our plain words on a clause, compiled; `null` where nobody has written any: a short sentence needs none. */
export async function renderWords(policy: SitePolicy, clause: SiteClause) {
  if (!clause.words) return null;
  const entry = await getEntry('clauses', `${policy.id}/${clause.id}`);
  return entry?.body?.trim() ? (await render(entry)).Content : null;
}
