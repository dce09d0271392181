import { getEntry } from 'astro:content';
import type { SearchTable } from '../domain/search/table.ts';
import type { Aliases } from '../schemas/aliases.ts';
import { getDefaultPolicy } from './policy.ts';
import { makeSearchTable } from './search-table.ts';

/** `content/aliases.yml`; empty where there is none. */
export async function getAliases(): Promise<Aliases> {
  return (await getEntry('aliases', 'aliases'))?.data ?? { terms: [], notHere: [] };
}

/** The search tables of the policy that the site speaks of. */
export async function getSearchTable(): Promise<SearchTable> {
  const policy = await getDefaultPolicy();
  const aliases = await getAliases();
  const named = policy.terms.map(({ term, clause, s }) => ({ text: term, clause, s }));
  return makeSearchTable(policy, aliases, named, (id) => [
    ...(policy.clauses.find((c) => c.id === id)?.words?.concerns ?? []),
  ]);
}
