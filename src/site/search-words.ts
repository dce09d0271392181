import type { SearchTable } from '../domain/search/table.ts';
import { openOf } from './fills.ts';
import type { SitePolicy } from './policy.ts';
import { makeSearchTable } from './search-table.ts';

/** Editors put first what may be read beside the text. */
const LISTED = 3;

/** What people call things, as the search page lists it: words to search by are not all for show. */
export function listedAliases({ aliases }: SitePolicy) {
  return aliases.terms
    .filter(({ aliases: said }) => said.length > 0)
    .map(({ term, clause, s, aliases: said }) => ({
      term,
      clause,
      s,
      aliases: said.slice(0, LISTED),
    }));
}

/** The search table of a policy: its text, with what editors add for those who search. */
export function searchTable(policy: SitePolicy): SearchTable {
  const { check, gaps, aliases } = policy;
  const topics = check?.topics ?? [];
  return makeSearchTable(policy, {
    terms: aliases.terms.map((term) => ({
      ...term,
      open: term.gap ? openOf(gaps, [term.gap])[0]?.title : undefined,
    })),
    notHere: aliases.notHere,
    ignored: aliases.ignored,
    named: policy.terms.map(({ term, clause, s }) => ({ text: term, clause, s })),
    faqs: policy.faqs,
    topics: policy.topics.map(({ id, title }) => [id, title]),
    checks: topics.map(({ id, title }) => [id, title]),
  });
}
