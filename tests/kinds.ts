import type { Page } from '@playwright/test';
import { hasPage, sentencesOf } from '../src/domain/policy/clause.ts';
import { pathOf as answersOf, type Node } from '../src/domain/selfcheck/tree.ts';
import {
  ABOUT,
  audienceHref,
  CHECK,
  CODES,
  changesHref,
  checkHref,
  clauseHref,
  DUTIES,
  FAQS,
  faqHref,
  HOME,
  placeHref,
  policyHref,
  reviewHref,
  SEARCH,
  SHEET,
  statusHref,
  TERMS,
  TOPICS,
  topicHref,
} from '../src/routes.ts';
import type { Library } from '../src/site/library.ts';
import { tablePages } from '../src/site/pages.ts';
import type { SitePolicy } from '../src/site/policy.ts';
import { checkPages, type SiteTopic } from '../src/site/selfcheck.ts';
import { library } from './library.ts';

/** One page of every kind that a library has, by what it is, for tests of what holds on all of them. */
function kindsOf(of: Library): Record<string, string> {
  const policies = of.policies.toSorted((a, b) => wordsIn(b) - wordsIn(a));
  const [main] = policies;
  if (!main) throw new Error('Unexpected library, expected a policy');
  const paged = main.clauses.filter(hasPage);
  const longest = paged.toSorted((a, b) => sentencesOf(b).length - sentencesOf(a).length)[0];
  const part = paged.find(({ parent, children }) => parent === null && children.length > 0);
  const bare = paged.find(
    ({ parent, heading, kind }) => parent && heading === null && kind !== 'preamble',
  );
  if (!longest || !part) throw new Error(`Unexpected ${main.id}, expected parts with clauses`);
  const basket = [longest, part].map(({ id }) => `${main.id}/${id}`).join(',');
  const desk = of.audiences.find(({ view }) => view === 'desk');
  const [table] = tablePages(of).toReversed();
  const [topic] = main.topics;
  const rulesIn = ({ check }: SitePolicy) => check?.rules.outcomes.length ?? 0;
  const [reviewed] = policies
    .filter(({ check }) => check)
    .toSorted((a, b) => rulesIn(a) - rulesIn(b));
  const kinds: Record<string, string | undefined> = {
    home: HOME,
    policy: policyHref(main.id),
    'policy at a sentence': placeHref(main.id, longest.id, 1),
    part: clauseHref(main.id, part.id),
    clause: clauseHref(main.id, longest.id),
    'clause at a sentence': clauseHref(main.id, longest.id, sentencesOf(longest).length),
    'clause without a heading': bare && clauseHref(main.id, bare.id),
    ...drawnOn(of),
    'a policy with nothing but its text': policies
      .filter((one) => wordsIn(one) === 0)
      .map(({ id }) => policyHref(id))[0],
    ...Object.fromEntries(
      of.audiences.map(({ id, view }) => [`audience, ${view}: ${id}`, audienceHref(id)]),
    ),
    'table, narrowed': table && `/${table.params.table}.html`,
    'desk with a list': desk && `${audienceHref(desk.id)}#basket=${basket}`,
    'sheet of codes': `${CODES}#basket=${basket}`,
    'all questions': main.faqs.length ? FAQS : undefined,
    'a question with its answer': main.faqs.map(({ id }) => faqHref(main, id))[0],
    topics: main.topics.length ? TOPICS : undefined,
    topic: topic && topicHref(main, topic.id),
    terms: main.terms.length ? TERMS : undefined,
    duties: of.duties.length ? DUTIES : undefined,
    about: ABOUT,
    ...(main.check ? checkKinds(main, main.check.topics, checkPages(main.check)) : {}),
    // They are all alike, and some are very long.
    review: reviewed && reviewHref(reviewed),
    sheet: SHEET,
    search: SEARCH,
    'search with results': `${SEARCH}?q=${of.examples[0]}`,
    'what is known of a document': statusHref(main.id),
    ...editionKinds(of),
    'unknown address': '/404.html',
  };
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, href]) => (href ? [[kind, href.slice(1)]] : [])),
  );
}

/** Editions of the policy that has the most: whole, a clause of the first, what the last changed. */
function editionKinds({ policies }: Library): Record<string, string | undefined> {
  const [policy] = policies.toSorted((a, b) => b.editions.length - a.editions.length);
  const [first, ...later] = policy?.editions ?? [];
  const last = later.at(-1);
  const clause = first?.text.clauses.find(hasPage);
  return {
    'an edition': first && policyHref(first.text.id),
    'a clause of an edition': first && clause && clauseHref(first.text.id, clause.id),
    'old beside new': policy && last && changesHref(policy.id, last.date),
  };
}

/** A clause with a figure of each kind. */
function drawnOn({ policies }: Library): Record<string, string> {
  return Object.fromEntries(
    policies.flatMap(({ id, figures }) =>
      figures.flatMap(({ kind, clauses }) =>
        clauses.slice(0, 1).map((clause) => [`clause, ${kind}`, clauseHref(id, clause)]),
      ),
    ),
  );
}

function wordsIn({ clauses }: SitePolicy): number {
  return clauses.filter(({ words }) => words).length;
}

function checkKinds(
  policy: SitePolicy,
  topics: readonly SiteTopic[],
  pages: readonly { topic: SiteTopic; node: Node }[],
): Record<string, string | undefined> {
  const [first] = topics;
  const hrefOf = ({ topic, node }: { topic: SiteTopic; node: Node }) =>
    checkHref(
      policy,
      topic.id,
      node.steps.map(({ answer }) => answer.slug),
    );
  const results = pages.filter(({ node }) => node.question === null);
  const said = ({ topic, node }: (typeof results)[number]) =>
    topic.verdicts.get(answersOf(node.steps)) ?? [];
  const has = (status: string) => (page: (typeof results)[number]) =>
    said(page).some((verdict) => verdict.status === status);
  const middle = pages.find(({ node }) => node.question && node.steps.length > 0);
  const met = results.find(has('met'));
  const not = results.find(has('no'));
  const longest = results.toSorted((a, b) => said(b).length - said(a).length)[0];
  return {
    'self-check': CHECK,
    question: first && checkHref(policy, first.id),
    'question in the middle': middle && hrefOf(middle),
    result: met && hrefOf(met),
    'result with why-not': not && hrefOf(not),
    'longest result': longest && hrefOf(longest),
  };
}

export const KINDS = kindsOf(library);

/** Opens a page until what comes to it later is there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (address.includes('q=')) await page.locator('site-search[data-state=done]').waitFor();
  if (address.includes('#basket='))
    await page.locator(':is([data-picks], [data-codes]) > li').first().waitFor();
}

/** An address as a path in the site, with what may follow it. */
export const pathOf = (page: string) => page;

/** With what others put behind `?`: `from=timeline`, as messengers do. */
export const passedOn = (page: string) => {
  const [path = '', rest = ''] = page.split(/(?=[?#])/u);
  return rest.startsWith('?') ? `${path}${rest}&from=timeline` : `${path}?from=timeline${rest}`;
};
