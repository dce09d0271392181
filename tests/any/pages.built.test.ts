/** What holds for every page of a built site, whatever its content. */

import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPage, policyText, sentencesOf } from '../../src/domain/policy/clause.ts';
import { withoutSpace } from '../../src/domain/policy/equality.ts';
import { sayState, sayStatus } from '../../src/domain/policy/status.ts';
import {
  clauseHref,
  policyHref,
  ROUTES,
  sentenceId,
  statusHref,
  VALIDITY,
} from '../../src/routes.ts';
import {
  changesPages,
  clausePages,
  editionPages,
  faqPages,
  questionPages,
  resultPages,
  reviewPages,
  tablePages,
  topicPages,
  topPages,
} from '../../src/site/pages.ts';
import { all, files, meta, pages, read, textOf } from '../dist.ts';
import { library } from '../library.ts';

const { policies, several } = library;
const ids = new Map(pages.map((file) => [file, all(file, 'id').map((e) => e.attribs['id'])]));
const within = (folder: string | undefined, path: string) => (folder ? `${folder}/${path}` : path);

/** The policy that a page speaks of, by its address; none where it speaks of all. */
const policyOf = (file: string) =>
  policies.find(
    ({ id }) =>
      [`${id}.html`, `review/${id}.html`, `status/${id}.html`].includes(file) ||
      file.startsWith(`${id}/`),
  );

test('the pages are those of the list of routes and of the model of the site, and no other', () => {
  const made = [
    ...Object.values(ROUTES)
      .map(({ address }) => address.slice(1))
      .filter((file) => files.includes(file)),
    ...topPages(library).map(({ params }) => `${params.top}.html`),
    ...clausePages(library).map(({ params }) => `${params.policy}/${params.clause}.html`),
    ...policies.map(({ id }) => statusHref(id).slice(1)),
    ...editionPages(library).map(({ params }) => `${params.edition}.html`),
    ...changesPages(library).map(({ params }) => `${params.policy}/changes/${params.date}.html`),
    ...faqPages(library).map(({ params }) => within(params.folder, `answers/${params.faq}.html`)),
    ...topicPages(library).map(({ params }) =>
      within(params.folder, `topics/${params.topic}.html`),
    ),
    ...questionPages(library).map(({ params }) =>
      within(params.folder, `check/${params.question}.html`),
    ),
    ...resultPages(library).map(({ params }) =>
      within(params.folder, `check/${params.result}.html`),
    ),
    ...reviewPages(library).map(({ params }) => `${params.review}.html`),
    ...tablePages(library).map(({ params }) => `${params.table}.html`),
  ];
  expect(new Set(pages)).toEqual(new Set(made));
});

describe('every link', () => {
  const links = pages.flatMap((from) =>
    all(from, (e) => ['href', 'src', 'action'].some((name) => name in e.attribs)).flatMap((e) =>
      ['href', 'src', 'action'].flatMap((name) => {
        const to = e.attribs[name];
        return to === undefined || /^(https?:|data:)/u.test(to) ? [] : [{ from, to }];
      }),
    ),
  );
  const places = new Map([...ids].map(([file, own]) => [file, new Set(own)]));

  /** Why a link leads nowhere on a server that knows exact file names only, or `null`. */
  function broken({ from, to }: { from: string; to: string }): string | null {
    if (to.startsWith('/')) return 'is not relative, so it fails under a path';
    const [path = '', fragment] = to.split('#');
    const file =
      path === '' ? from : posix.join(posix.dirname(from), decodeURI(path.split('?')[0] ?? ''));
    if (file.startsWith('..')) return 'leaves the site';
    if (!files.includes(file)) return 'has no file';
    if (fragment && !places.get(file)?.has(fragment)) return 'has no such place';
    return null;
  }

  test('leads to a file and a place that are there', () => {
    const wrong = links.flatMap((link) => {
      const why = broken(link);
      return why ? [`${link.from} → ${link.to} ${why}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(links.length).toBeGreaterThan(1000);
  });

  test('of the navigation on a page of one document leads to that document’s own', () => {
    for (const file of several ? pages.filter(policyOf) : []) {
      const own = policyOf(file)?.id ?? '';
      const menu = all(file, (e) => ['主导航', '菜单'].includes(e.attribs['aria-label'] ?? ''));
      const away = menu
        .flatMap((nav) => hrefsIn(nav))
        .filter((href) => !href.includes(own) && !/^(\.\.\/)*[\w-]*\.html?$/u.test(href));
      expect.soft(away, file).toEqual([]);
    }
  });
});

test('an id stands once on a page, and addresses are lower case', () => {
  for (const [file, own] of ids)
    expect
      .soft(
        own.filter((id, i) => own.indexOf(id) !== i),
        file,
      )
      .toEqual([]);
  for (const file of pages) expect.soft(file).toBe(file.toLowerCase());
});

describe('every page', () => {
  const METAS = [
    'description',
    'og:title',
    'og:description',
    'og:site_name',
    'SiteName',
    'ColumnName',
    'ArticleTitle',
  ];

  test('says what it is, in Chinese, with one heading, and in its title and status line which document it speaks of', () => {
    for (const file of pages) {
      const named = (name: string) => all(file, (e) => e.name === name);
      expect.soft(named('html')[0]?.attribs['lang'], file).toBe('zh-CN');
      for (const once of ['h1', 'main', 'footer'])
        expect.soft(named(once).length, `${file}: ${once}`).toBe(1);
      for (const name of METAS) expect.soft(meta(file, name), `${file}: ${name}`).toBeTruthy();
      const title = named('title').map(textOf)[0] ?? '';
      const line = all(file, (e) => e.attribs['aria-label'] === '文件状态');
      const status = line.map(textOf).join('');
      const policy = policyOf(file) ?? (several ? undefined : policies[0]);
      if (policy) {
        expect.soft(status, file).toContain(policy.name);
        expect.soft(status, file).toContain(sayState(policy.status));
        expect.soft(line.flatMap(hrefsIn).at(-1), file).toContain(statusHref(policy.id).slice(1));
        expect.soft(meta(file, 'ContentSource'), file).toBe(policy.data.issuer);
        if (several)
          expect
            .soft(
              [policy.name, policy.title].some((name) => title.includes(name)),
              `${file}: ${title}`,
            )
            .toBe(true);
      } else expect.soft(status, file).toContain(`${policies.length} 份文件`);
      if (library.notice) expect.soft(status, file).toContain(library.notice);
    }
  });

  test('that says the status of a document leads to the page that tells all that is known of it; in one sentence it is told with its particulars', () => {
    for (const { id, status } of policies) {
      expect(pages).toContain(statusHref(id).slice(1));
      const told = all(`${id}.html`, (e) => e.attribs['id'] === VALIDITY).map(textOf);
      expect(told.join()).toContain(sayStatus(status));
      expect(textOf(all(statusHref(id).slice(1), (e) => e.name === 'main')[0] as never)).toContain(
        sayStatus(status),
      );
    }
  });

  test('has a title of its own', () => {
    const titles = pages.map((file) => all(file, (e) => e.name === 'title').map(textOf)[0]);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  test('asks nothing of another origin and runs no script that is not hashed', () => {
    for (const file of pages) {
      const csp = all(file, (e) => e.attribs['http-equiv'] === 'Content-Security-Policy')[0];
      expect.soft(csp?.attribs['content'], file).toContain("default-src 'none'");
      expect.soft(csp?.attribs['content'], file).not.toContain('unsafe-inline');
      const outside = all(file, (e) =>
        /^(https?:)?\/\//u.test(e.attribs['src'] ?? e.attribs['href'] ?? ''),
      );
      expect.soft(outside, file).toEqual([]);
      const inline = all(
        file,
        (e) => 'style' in e.attribs || Object.keys(e.attribs).some((a) => a.startsWith('on')),
      );
      expect.soft(inline, file).toEqual([]);
    }
  });
});

describe('the law', () => {
  test.each(policies)(
    'of $id is shown whole, and each sentence has its two addresses',
    (policy) => {
      const file = policyHref(policy.id).slice(1);
      const issued = all(file, 'data-issued').map(textOf).join('');
      expect(withoutSpace(issued)).toBe(withoutSpace(policyText(policy)));
      expect(withoutSpace(policy.source.replace(/^\uFEFF/u, ''))).toBe(withoutSpace(issued));
      const whole = new Set(ids.get(file));
      for (const clause of policy.clauses.filter(hasPage)) {
        const own = new Set(ids.get(clauseHref(policy.id, clause.id).slice(1)));
        for (const { n } of sentencesOf(clause)) {
          expect.soft(whole, `${clause.id} ${n}`).toContain(sentenceId(n, clause.id));
          expect.soft(own, `${clause.id} ${n}`).toContain(sentenceId(n));
        }
      }
    },
  );

  test.each(policies)(
    'of $id stands in its own files for programs and in no other’s',
    ({ id, title }) => {
      for (const name of [`${id}.json`, `${id}/desk.json`, `${id}/search-table.json`]) {
        const table = JSON.parse(read(name));
        expect((table.policy ?? table).id).toBe(id);
        expect((table.policy ?? table).title).toBe(title);
      }
    },
  );
});

type Element = ReturnType<typeof all>[number];
function hrefsIn(element: Element): string[] {
  return element.children.flatMap((child) =>
    'attribs' in child
      ? [...(child.attribs['href'] ? [child.attribs['href']] : []), ...hrefsIn(child)]
      : [],
  );
}
