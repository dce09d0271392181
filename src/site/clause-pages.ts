import { getEntry, render } from 'astro:content';
import { hasPage } from '../domain/policy/clause.ts';
import { stretchesOf } from '../domain/policy/stretch.ts';
import { getPolicies, type SiteClause, type SitePolicy } from './policy.ts';

/** Every clause's page with its neighbours in reading order. */
export async function getClausePaths() {
  return (await getPolicies()).flatMap((policy) => {
    // What stands in an article is on the article's page, so from one article the next is the neighbour.
    const outer = stretchesOf(policy.clauses.filter(hasPage));
    const pathsOf = (stretches: typeof outer): ReturnType<typeof pathOf>[] =>
      stretches.flatMap((stretch, i) => [
        pathOf(policy, stretch.clause, stretches[i - 1]?.clause, stretches[i + 1]?.clause),
        ...pathsOf(stretch.inner),
      ]);
    return pathsOf(outer);
  });
}

function pathOf(
  policy: SitePolicy,
  clause: SiteClause,
  previous: SiteClause | undefined,
  next: SiteClause | undefined,
) {
  return {
    params: { policy: policy.id, clause: clause.id },
    props: { policy, clause, previous: previous ?? null, next: next ?? null },
  };
}

/** Our plain words on a clause, compiled; `null` where nobody has written any: a short sentence needs none. */
export async function renderWords(policy: SitePolicy, clause: SiteClause) {
  if (!clause.words) return null;
  const entry = await getEntry('clauses', `${policy.id}/${clause.id}`);
  return entry?.body?.trim() ? (await render(entry)).Content : null;
}
