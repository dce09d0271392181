import { hasPage } from '../domain/policy/clause.ts';
import { documentNamed } from '../domain/policy/relation.ts';
import { clausesIn, type Stretch, stretchesOf } from '../domain/policy/stretch.ts';
import { audienceHref, policyHref, ROUTES, reviewHref } from '../routes.ts';
import { changesOf } from './changes.ts';
import { changesFor } from './changes-for.ts';
import { faqsBeside } from './faqs.ts';
import { glossariesOf } from './glossary.ts';
import type { Library, SiteAudience } from './library.ts';
import type { SiteClause, SitePolicy } from './policy.ts';
import { resultOf } from './result.ts';
import { checkPages, peopleOn } from './selfcheck.ts';
import { tablesOf } from './tables.ts';
import { termsInText, termsInWhole } from './terms-in-text.ts';

/** The address of a page as Astro's routes name it: `/a/p7.html → a/p7`. */
const pathOf = (address: string) => address.slice(1, -'.html'.length);

/** The folder of a policy's own pages, as a rest parameter: none at the root. */
const folderParam = (folder: string) => folder.slice(1) || undefined;

/** The pages at the top: each policy, each audience, and the lists over all policies that have something in them. */
export function topPages(library: Library) {
  const { policies, audiences, duties } = library;
  const page = <View extends string, P extends object>(address: string, view: View, props: P) => ({
    params: { top: pathOf(address) },
    props: { view, ...props },
  });
  const some = (has: boolean) => (has ? [true] : []);
  return [
    ...policies.map((policy) =>
      page(policyHref(policy.id), 'policy', {
        policy,
        terms: termsInWhole(policy, library.citations.links.get(policy.id)),
      }),
    ),
    ...audiences.map((audience) =>
      page(audienceHref(audience.id), 'audience', { audience, tables: wholeTables(audience) }),
    ),
    ...some(policies.some(({ check }) => check)).map(() => page(ROUTES.check.address, 'check', {})),
    ...some(policies.some(({ faqs }) => faqs.length > 0)).map(() =>
      page(ROUTES.faqs.address, 'faqs', {}),
    ),
    ...some(policies.some(({ topics }) => topics.length > 0)).map(() =>
      page(ROUTES.topics.address, 'topics', {}),
    ),
    ...some(policies.some(({ terms }) => terms.length > 0)).map(() =>
      page(ROUTES.terms.address, 'terms', { glossaries: glossariesOf(policies) }),
    ),
    ...some(duties.length > 0).map(() => page(ROUTES.duties.address, 'duties', {})),
  ];
}

/** The whole table of each policy that speaks to an audience, where it has tables. */
function wholeTables({ view, entries }: SiteAudience) {
  return view === 'table' ? entries.flatMap((entry) => tablesOf(entry).slice(0, 1)) : [];
}

/** Every text that has pages of its own: each policy, and each of its editions. */
export function textsOf({ policies }: Library): SitePolicy[] {
  return policies.flatMap((policy) => [policy, ...policy.editions.map(({ text }) => text)]);
}

/** The whole text of each edition, under its own address. */
export function editionPages({ policies }: Library) {
  return policies.flatMap(({ editions }) =>
    editions.map(({ text }) => ({
      params: { edition: text.id },
      props: { policy: text, terms: new Map() },
    })),
  );
}

/** What each edition changed, beside the one before it. */
export function changesPages({ policies }: Library) {
  return policies.flatMap((policy) =>
    policy.editions.flatMap((edition, i) => {
      const before = policy.editions[i - 1];
      if (!before) return [];
      const { decision } = edition;
      const held = decision && documentNamed(decision, policies);
      return {
        params: { policy: policy.id, date: edition.date },
        props: {
          policy,
          before,
          edition,
          held,
          changes: changesOf(before, edition, held),
          forWhom: changesFor(policy, before, edition),
        },
      };
    }),
  );
}

/** Every clause's page with its neighbours in reading order, that of each edition, too. */
export function clausePages(library: Library) {
  return textsOf(library).flatMap((policy) => {
    const page = (stretch: Stretch<SiteClause>, previous?: SiteClause, next?: SiteClause) => ({
      params: { policy: policy.id, clause: stretch.clause.id },
      props: {
        policy,
        stretch,
        terms: termsInText(policy, clausesIn(stretch), library.citations.links.get(policy.id)),
        previous: previous ?? null,
        next: next ?? null,
      },
    });
    // What stands in an article is on the article's page, so from one article the next is the neighbour.
    const pagesOf = (stretches: Stretch<SiteClause>[]): ReturnType<typeof page>[] =>
      stretches.flatMap((stretch, i) => [
        page(stretch, stretches[i - 1]?.clause, stretches[i + 1]?.clause),
        ...pagesOf(stretch.inner),
      ]);
    return pagesOf(stretchesOf(policy.clauses.filter(hasPage)));
  });
}

/** The page of each question that people ask. */
export function faqPages({ policies }: Library) {
  return policies.flatMap((policy) =>
    policy.faqs.map((faq) => ({
      params: { folder: folderParam(policy.folder), faq: faq.id },
      props: {
        policy,
        faq,
        others: faqsBeside(policy, faq),
        check: policy.check?.topics.find(({ id }) => id === faq.check),
      },
    })),
  );
}

/** The page of each topic of each policy. */
export function topicPages({ policies }: Library) {
  return policies.flatMap((policy) =>
    policy.topics.map((topic) => {
      const clauses = policy.clauses.filter((c) => c.words?.topics.includes(topic.id));
      const ids = clauses.map(({ id }) => id);
      return {
        params: { folder: folderParam(policy.folder), topic: topic.id },
        props: {
          policy,
          topic,
          clauses,
          checks: peopleOn(policy.check, ({ clause }) => ids.includes(clause)),
        },
      };
    }),
  );
}

/** The questions of every self-check. */
export function questionPages(library: Library) {
  return checkPaths(library).flatMap(({ folder, path, question, ...props }) =>
    question ? [{ params: { folder, question: path }, props: { ...props, question } }] : [],
  );
}

/** The results of every self-check. */
export function resultPages(library: Library) {
  return checkPaths(library).flatMap(({ folder, path, question, policy, check, topic, node }) =>
    question
      ? []
      : [
          {
            params: { folder, result: path },
            props: { policy, topic, node, result: resultOf(policy, check, topic, node) },
          },
        ],
  );
}

/** Every page of every self-check, with its address below its policy's folder. */
function checkPaths({ policies }: Library) {
  return policies.flatMap((policy) => {
    const { check } = policy;
    if (!check) return [];
    return checkPages(check).map(({ path, topic, node }) => ({
      folder: folderParam(policy.folder),
      path,
      question: node.question,
      policy,
      check,
      topic,
      node,
    }));
  });
}

/** The rules of each self-check, for those who review them. */
export function reviewPages({ policies }: Library) {
  return policies.flatMap((policy) =>
    policy.check
      ? [{ params: { review: pathOf(reviewHref(policy)) }, props: { policy, check: policy.check } }]
      : [],
  );
}

/** The tables that are narrowed; the whole ones stand on their audience's page. */
export function tablePages({ audiences }: Library) {
  return audiences
    .filter(({ view }) => view === 'table')
    .flatMap((audience) =>
      audience.entries.flatMap((entry) =>
        tablesOf(entry)
          .filter(({ address }) => address !== audienceHref(audience.id))
          .map((table) => ({ params: { table: pathOf(table.address) }, props: { entry, table } })),
      ),
    );
}
