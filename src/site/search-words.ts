import type { SearchTable } from '../domain/search/table.ts';
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
  // A question that several people are asked stands once, and leads to the last of them.
  const leads = new Map(
    topics.flatMap(({ id, questions }) => questions.map(({ text }) => [text, id])),
  );
  // One that names nothing (您到了哪一步？) is not what anybody looks for.
  const names = [
    ...policy.terms.map(({ term }) => term),
    ...aliases.terms.flatMap(({ term, aliases: said }) => [term, ...said]),
  ];
  const naming = [...leads].filter(([text]) => names.some((name) => text?.includes(name)));
  return makeSearchTable(policy, {
    terms: aliases.terms.map((term) => ({
      ...term,
      open: term.gap ? gaps[term.gap]?.title : undefined,
    })),
    notHere: aliases.notHere,
    ignored: aliases.ignored,
    named: policy.terms.map(({ term, clause, s }) => ({ text: term, clause, s })),
    faqs: policy.faqs,
    topics: policy.topics.map(({ id, title }) => [id, title]),
    checks: topics.map(({ id, title }) => [
      id,
      title,
      ...naming.filter(([, topic]) => topic === id).map(([text = '']) => text),
    ]),
  });
}
