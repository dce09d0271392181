import { getEntry } from 'astro:content';
import type { Aliases } from '../content/schemas/aliases.ts';
import type { SearchTable } from '../domain/search/table.ts';
import { getDefaultPolicy } from './policy.ts';
import { makeSearchTable } from './search-table.ts';
import { getSelfcheck } from './selfcheck.ts';
import { getSite } from './site.ts';

/** `content/aliases.yml`; empty where there is none. */
async function getAliases(): Promise<Aliases> {
  return (await getEntry('aliases', 'aliases'))?.data ?? { terms: [], notHere: [], ignored: [] };
}

/** What people call things, as the search page lists it: words to search by are not all for show. */
export async function getListedAliases() {
  return (await getAliases()).terms
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ term, clause, s, aliases }) => ({
      term,
      clause,
      s,
      aliases: aliases.slice(0, LISTED),
    }));
}

/** Editors put first what may be read beside the text. */
const LISTED = 3;

/** The search tables of the policy that the site speaks of. */
export async function getSearchTable(): Promise<SearchTable> {
  const policy = await getDefaultPolicy();
  const check = await getSelfcheck(policy);
  const named = policy.terms.map(({ term, clause, s }) => ({ text: term, clause, s }));
  const concerns = (id: string) => [
    ...(policy.clauses.find((c) => c.id === id)?.words?.concerns ?? []),
  ];
  const { terms, ...aliases } = await getAliases();
  const topics = policy.topics.map(({ id, title }): [string, string] => [id, title]);
  // A question that several topics ask stands once, and leads to the last of them.
  const leads = new Map(
    (check?.topics ?? []).flatMap(({ id, questions }) => questions.map(({ text }) => [text, id])),
  );
  // One that names nothing (您到了哪一步？) is not what anybody looks for.
  const names = [
    ...policy.terms.map(({ term }) => term),
    ...terms.flatMap(({ term, aliases }) => [term, ...aliases]),
  ];
  const naming = [...leads].filter(([text]) => names.some((name) => text?.includes(name)));
  const checks = (check?.topics ?? []).map(({ id, title }): [string, ...string[]] => [
    id,
    title,
    ...naming.filter(([, topic]) => topic === id).map(([text = '']) => text),
  ]);
  const open = (gap: string | undefined) => (gap ? policy.gaps[gap]?.title : undefined);
  const words = {
    ...aliases,
    terms: terms.map((term) => ({ ...term, open: open(term.gap) })),
    examples: (await getSite()).examples,
  };
  return makeSearchTable(policy, words, named, concerns, { topics, checks });
}
