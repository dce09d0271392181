/** What pages are made of, for the content of this site and for the example library. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../content/read/content.ts';
import { readFolder } from '../content/read/folder.ts';
import { hasPage } from '../domain/policy/clause.ts';
import { leftOpen } from '../domain/selfcheck/reasons.ts';
import { evaluate, factsOf } from '../domain/selfcheck/rules.ts';
import { pathOf } from '../domain/selfcheck/tree.ts';
import { shown } from '../domain/selfcheck/verdict-key.ts';
import {
  audienceHref,
  checkHref,
  clauseHref,
  isReserved,
  policyHref,
  topicHref,
} from '../routes.ts';
import { deskTable } from './desk-table.ts';
import { type Library, makeLibrary, ownOf } from './library.ts';
import { libraryTable } from './library-table.ts';
import { addressee, dutiesOf } from './offers.ts';
import {
  clausePages,
  questionPages,
  resultPages,
  reviewPages,
  tablePages,
  topicPages,
  topPages,
} from './pages.ts';
import { policyTree } from './policy-json.ts';
import { searchTable } from './search-words.ts';
import { peopleOn, waysToStatuses } from './selfcheck.ts';
import { tablesOf } from './tables.ts';

const libraries = new Map(
  ['content', 'examples/library'].map((folder) => [
    folder,
    makeLibrary(readContent(readFolder(folder))),
  ]),
);

/** The addresses of all pages of a library, without the site's own few. */
function addressesOf(library: Library): string[] {
  const folder = (name: string | undefined) => (name ? `/${name}` : '');
  return [
    ...topPages(library).map(({ params }) => `/${params.top}.html`),
    ...clausePages(library).map(({ params }) => clauseHref(params.policy, params.clause)),
    ...topicPages(library).map(
      ({ params }) => `${folder(params.folder)}/topics/${params.topic}.html`,
    ),
    ...questionPages(library).map(
      ({ params }) => `${folder(params.folder)}/check/${params.question}.html`,
    ),
    ...resultPages(library).map(
      ({ params }) => `${folder(params.folder)}/check/${params.result}.html`,
    ),
    ...reviewPages(library).map(({ params }) => `/${params.review}.html`),
    ...tablePages(library).map(({ params }) => `/${params.table}.html`),
  ];
}

describe.each([...libraries])('%s', (_, library) => {
  test('no two pages have one address, and none has that of a page of the site', () => {
    const addresses = addressesOf(library);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { id } of [...library.policies, ...library.audiences])
      expect(isReserved(id)).toBe(false);
  });

  test('what functions of addresses give is a page that is made', () => {
    const addresses = new Set(addressesOf(library));
    for (const policy of library.policies) {
      expect(addresses).toContain(policyHref(policy.id));
      for (const clause of policy.clauses.filter(hasPage))
        expect(addresses).toContain(clauseHref(policy.id, clause.id));
      for (const { id } of policy.topics) expect(addresses).toContain(topicHref(policy, id));
      for (const { id } of policy.check?.topics ?? [])
        expect(addresses).toContain(checkHref(policy, id));
    }
    for (const { id } of library.audiences) expect(addresses).toContain(audienceHref(id));
  });

  test('the navigation of every page leads to pages that are made and hold something of its document', () => {
    const addresses = new Set([...addressesOf(library), '/index.html']);
    const all = ({ entries, more }: Library['navigation']) => [...entries, ...more];
    const menus = [library.navigation, ...library.navigationOf.values()];
    for (const { href } of menus.flatMap(all))
      expect(addresses).toContain(href.replace(/#.*/u, ''));
    for (const [id, menu] of library.navigationOf) {
      const links = all(menu);
      const other = links.filter(({ href }) => library.several && !href.includes(id));
      expect(other.map(({ href }) => href).filter((href) => !href.startsWith('/index'))).toEqual(
        [],
      );
    }
  });

  test('the header has at most five entries, none of them once more in the menu, and the desk is reached from the menu', () => {
    const desks = library.audiences.filter(({ view }) => view === 'desk');
    for (const { entries, more } of [library.navigation, ...library.navigationOf.values()]) {
      expect(entries.length).toBeLessThanOrEqual(5);
      const hrefs = [...entries, ...more].map(({ href }) => href);
      expect(new Set(hrefs).size).toBe(hrefs.length);
    }
    const menu = library.navigation.more.map(({ label }) => label);
    for (const { name } of desks) expect(menu).toContain(name);
  });

  test('an audience’s page gathers every policy that speaks to it, each with its own clauses', () => {
    for (const { id, entries } of library.audiences) {
      const speaking = library.policies.filter((policy) =>
        policy.audiences.some((audience) => audience.id === id),
      );
      expect(entries.map(({ policy }) => policy.id)).toEqual(speaking.map((policy) => policy.id));
      for (const { policy, clauses, asks } of entries) {
        for (const clause of clauses) expect(policy.clauses).toContain(clause);
        for (const { offers } of asks)
          for (const { place, quote, sentence } of offers) {
            expect(policy.clauses).toContain(place);
            if (sentence)
              expect(place.paragraphs.flatMap((p) => p.sentences)[sentence - 1]?.text).toContain(
                quote,
              );
          }
      }
    }
  });

  test('a table narrowed by answers shows what may be meant, and the rest apart', () => {
    for (const { view, entries } of library.audiences) {
      if (view !== 'table') continue;
      for (const entry of entries)
        for (const { filters, ask, asks, others } of tablesOf(entry)) {
          const facts = Object.fromEntries(
            filters.flatMap(({ fact, chosen }) => (chosen ? [[fact, chosen.id]] : [])),
          );
          const all = entry.asks
            .filter(({ id }) => !ask || id === ask.id)
            .flatMap(({ offers }) => offers);
          const shown = asks.flatMap(({ offers }) => offers);
          expect([...shown, ...others].map(({ id }) => id).sort()).toEqual(
            all.map(({ id }) => id).sort(),
          );
          for (const { outcome } of shown) expect(evaluate(outcome, facts)?.status).not.toBe('no');
          for (const { outcome } of others) expect(evaluate(outcome, facts)?.status).toBe('no');
        }
    }
  });

  test('duties are what must be done, each with a sentence of its own policy', () => {
    for (const { policy, own } of ownOf(library.policies, dutiesOf)) {
      expect(own.length).toBeGreaterThan(0);
      for (const { strength, place } of own) {
        expect(strength).toBe('must');
        expect(policy.clauses).toContain(place);
      }
    }
  });

  test('every status that a result comes to has a way that leads there', () => {
    for (const { check } of library.policies) {
      if (!check) continue;
      for (const { topic, outcome, status, node } of waysToStatuses(check)) {
        expect(topic.results).toContain(node);
        const asked = topic.outcomes.find(({ id }) => id === outcome);
        expect(asked).toBeDefined();
        expect(['met', 'maybe', 'silent', 'no']).toContain(status);
      }
    }
  });

  test('each outcome that comes to something is offered to a few people who are shown it, the most fitting first', () => {
    for (const { check } of library.policies)
      for (const outcome of check?.rules.outcomes ?? []) {
        const people = peopleOn(check, (one) => one === outcome);
        const meeting = (check?.topics ?? []).filter(({ outcomes }) => outcomes.includes(outcome));
        const most = Math.min(meeting.length, 3);
        expect(people.length, outcome.id).toBe(outcome.table === 'none' ? 0 : most);
        for (const person of people) expect(meeting).toContain(person);
        const isDecided = people.map(({ restsOn }) =>
          ['answers', 'choice'].includes(restsOn.get(outcome.id) ?? ''),
        );
        expect(isDecided, outcome.id).toEqual(isDecided.toSorted().reverse());
      }
  });

  test('what an outcome rests on for a person is what its results tell', () => {
    for (const { check } of library.policies)
      for (const { outcomes, restsOn, results, verdicts, given, unasked } of check?.topics ?? [])
        for (const [i, outcome] of outcomes.entries()) {
          const all = results.map(({ steps }) => shown(verdicts.get(pathOf(steps))?.[i] ?? null));
          const facts = factsOf(outcome);
          const ground = restsOn.get(outcome.id);
          expect(ground === 'answers', outcome.id).toBe(new Set(all).size > 1);
          if (ground === 'answers') continue;
          const hasGiven = facts.some((fact) => fact in given);
          expect(ground === 'choice', outcome.id).toBe(hasGiven);
          const isOpen = !hasGiven && facts.some((fact) => unasked.includes(fact));
          expect(ground === 'unasked', outcome.id).toBe(isOpen);
        }
  });

  test('what hangs on something that is not asked is neither met nor failed', () => {
    for (const { check } of library.policies)
      for (const { results, verdicts, unasked } of check?.topics ?? []) {
        let open = 0;
        for (const node of results)
          for (const { outcome, status } of verdicts.get(pathOf(node.steps)) ?? []) {
            const facts = check ? leftOpen(outcome, node, check.rules) : [];
            for (const fact of facts) expect(unasked).toContain(fact);
            if (facts.length === 0) continue;
            open++;
            expect(['maybe', 'silent'], outcome.id).toContain(status);
          }
        expect(open > 0).toBe(unasked.length > 0);
      }
  });

  test('each policy’s tables name that policy and hold its text and no other', () => {
    const listed = libraryTable(library).policies;
    expect(listed.map(({ id }) => id)).toEqual(library.policies.map(({ id }) => id));
    for (const policy of library.policies) {
      const law = policy.clauses.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
      );
      const paged = policy.clauses.filter(hasPage);
      const search = searchTable(policy);
      expect(search.policy.id).toBe(policy.id);
      expect(search.clauses.map(({ id }) => id)).toEqual(paged.map(({ id }) => id));
      for (const { sentences } of search.clauses)
        for (const text of sentences) expect(law).toContain(text);
      const desk = deskTable(policy);
      expect(desk.policy).toMatchObject({ id: policy.id, title: policy.title });
      expect(desk.clauses.map(({ id }) => id)).toEqual([policy.id, ...paged.map(({ id }) => id)]);
      expect(policyTree(library, policy)).toMatchObject({
        id: policy.id,
        address: policyHref(policy.id),
      });
    }
  });
});

describe('two policies that call things alike', () => {
  const { policies, audiences } = libraries.get('examples/library') as Library;
  const shared = (read: (policy: Library['policies'][number]) => readonly string[]) => {
    const all = policies.flatMap((policy) => [...new Set(read(policy))]);
    return all.filter((id, i) => all.indexOf(id) !== i);
  };

  test('are there: with equal clauses, topics, terms and audiences', () => {
    expect(shared(({ clauses }) => clauses.map(({ id }) => id)).length).toBeGreaterThan(5);
    expect(shared(({ topics }) => topics.map(({ id }) => id)).length).toBeGreaterThan(0);
    expect(shared(({ terms }) => terms.map(({ id }) => id)).length).toBeGreaterThan(0);
    expect(audiences.some(({ entries }) => entries.length > 1)).toBe(true);
  });

  test('have a page each for an equal topic, with their own clauses', () => {
    const pages = topicPages(libraries.get('examples/library') as Library);
    for (const { props } of pages)
      for (const clause of props.clauses) expect(props.policy.clauses).toContain(clause);
    expect(new Set(pages.map(({ props }) => topicHref(props.policy, props.topic.id))).size).toBe(
      pages.length,
    );
  });
});

test('the policy at the root keeps its addresses, whatever stands beside it', () => {
  const ours = readFolder('content');
  const others = readFolder('examples/library');
  const both = new Map([...ours, ...[...others].filter(([path]) => path.startsWith('policies/'))]);
  const facts = others.get('facts.yml');
  if (facts) both.set('facts.yml', facts);
  const before = addressesOf(libraries.get('content') as Library);
  const after = new Set(addressesOf(makeLibrary(readContent(both))));
  expect(before.filter((address) => !after.has(address))).toEqual([]);
});

test('what an audience asks that no policy has gathers nothing', () => {
  const [policy] = (libraries.get('content') as Library).policies;
  if (!policy) throw new Error('Unexpected end of content, expected a policy');
  const nobody = {
    id: 'nobody',
    name: '无',
    door: '',
    lead: '',
    view: 'list',
    filters: [],
  } as const;
  expect(addressee(policy, { ...nobody, filters: [] })).toMatchObject({
    asks: [],
    clauses: [],
    checks: [],
  });
});
