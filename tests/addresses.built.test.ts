import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { sentencesOf } from '../src/domain/policy/clause.ts';
import { all, files, pages, read } from './dist.ts';
import { clauses, issuedLines, POLICY, paged } from './policy.ts';

const ids = new Map(
  pages.map((file) => [file, new Set(all(file, 'id').map((e) => e.attribs['id']))]),
);

interface Link {
  from: string;
  to: string;
}

/** Every href, src and action of the site that stays inside it. */
const links: Link[] = pages.flatMap((from) =>
  all(from, (e) => ['href', 'src', 'action'].some((name) => name in e.attribs)).flatMap((e) =>
    ['href', 'src', 'action'].flatMap((name) => {
      const to = e.attribs[name];
      return to === undefined || /^(https?:|data:)/u.test(to) ? [] : [{ from, to }];
    }),
  ),
);

/** Why a link leads nowhere on a server that knows exact file names only, or `null`. */
function broken({ from, to }: Link): string | null {
  if (to.startsWith('/')) return 'is not relative, so it fails under a path';
  const [path = '', fragment] = to.split('#');
  const target =
    path === '' ? from : posix.join(posix.dirname(from), decodeURI(path.split('?')[0] ?? ''));
  if (target.startsWith('..')) return 'leaves the site';
  if (!files.includes(target)) return 'has no file';
  if (fragment && !ids.get(target)?.has(fragment)) return 'has no such place';
  return null;
}

test('every internal link leads to a file and a place that are there', () => {
  const wrong = links.flatMap((link) => {
    const why = broken(link);
    return why ? [`${link.from} → ${link.to} ${why}`] : [];
  });
  expect(wrong).toEqual([]);
  expect(links.length).toBeGreaterThan(1500);
});

test('every part, item and the preamble has its page and its place on the whole-text page', () => {
  // 一、 and (一) begin a line each; the preamble has no mark.
  const marked = issuedLines.filter((line) =>
    /^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])/u.test(line),
  );
  expect(marked.length).toBeGreaterThan(0);
  expect(paged.length).toBe(marked.length + 1);
  for (const { id } of paged) {
    expect(files).toContain(`${POLICY}/${id}.html`);
    expect(ids.get(`${POLICY}.html`)).toContain(id);
  }
});

test('every sentence has an address on its own page and on the whole-text page, and a link to it', () => {
  for (const clause of clauses) {
    for (const { n } of sentencesOf(clause)) {
      expect(ids.get(`${POLICY}.html`)).toContain(`${clause.id}-s${n}`);
      if (!paged.includes(clause)) continue;
      expect(links).toContainEqual({ from: `${POLICY}.html`, to: `#${clause.id}-s${n}` });
      expect(ids.get(`${POLICY}/${clause.id}.html`)).toContain(`s${n}`);
      expect(links).toContainEqual({ from: `${POLICY}/${clause.id}.html`, to: `#s${n}` });
    }
  }
});

test('an id stands once on a page', () => {
  for (const file of pages) {
    const onPage = all(file, 'id').map((e) => e.attribs['id']);
    expect(new Set(onPage).size, file).toBe(onPage.length);
  }
});

test('addresses are lower case', () => {
  const ours = files.filter((file) => !/^((_astro|pagefind)\/|SHA256SUMS$)/u.test(file));
  for (const file of ours) expect(file).toBe(file.toLowerCase());
});

// One clause, one address, for ever: a line may be added to this list and none may go. Pages below check/ join it with the
// first tagged release; until then nobody has been given their addresses, and they follow the rules.
const published = readFileSync('tests/published-addresses.txt', 'utf8').trim().split('\n');

test('every address ever published still leads to its place', () => {
  const gone = published.filter((address) => {
    const [file = '', fragment] = address.split('#');
    return !files.includes(file) || (fragment !== undefined && !ids.get(file)?.has(fragment));
  });
  expect(gone).toEqual([]);
});

test('every page and sentence is in the list of published addresses', () => {
  const wanted = [
    ...pages.filter((file) => file !== '404.html' && !file.startsWith('check/')),
    `${POLICY}.json`,
    `${POLICY}/source.txt`,
    ...clauses.map((c) => `${POLICY}.html#${c.id}`),
    ...clauses.flatMap((c) => sentencesOf(c).map(({ n }) => `${POLICY}.html#${c.id}-s${n}`)),
    ...paged.flatMap((c) => sentencesOf(c).map(({ n }) => `${POLICY}/${c.id}.html#s${n}`)),
  ];
  expect(wanted.filter((address) => !published.includes(address))).toEqual([]);
});

test('the page for unknown addresses carries its own style and script, since hosts show it at any depth', () => {
  const needed = all(
    '404.html',
    (e) => e.name === 'script' || (e.name === 'link' && e.attribs['rel'] === 'stylesheet'),
  );
  expect(needed.filter((e) => 'src' in e.attribs || 'href' in e.attribs)).toEqual([]);
  expect(read('404.html')).toContain('<style>');
});
