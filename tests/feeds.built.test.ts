/** A made-up library in two editions, built where the site knows its own address: its feeds as programs read them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CACHE } from '../scripts/lib/npm-cache.ts';
import { withoutSpace } from '../src/domain/policy/equality.ts';
import { DAY, MADE } from '../src/site/made-library.ts';
import { buildSites } from './build-content.ts';
import { files } from './dist.ts';

const SITE = 'https://policy.example/x/';
const ATOM = 'http://www.w3.org/2005/Atom';
const FEEDS = ['feed.xml', 'a/feed.xml', 'b/feed.xml', 'a/topics/money.xml', 'a/topics/aim.xml'];
const site = join(CACHE, 'site-feeds');
const content = mkdtempSync(join(tmpdir(), 'feeds-'));

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

beforeAll(() => {
  for (const [path, text] of Object.entries(MADE)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  buildSites([{ site, env: { CONTENT: content, SITE_URL: SITE, DAY } }]);
});
afterAll(() => rmSync(content, { recursive: true }));

const built = (file: string) => readFileSync(join(site, file), 'utf8');
const partsOf = (parent: Element, name: string) =>
  parent.children.filter((one): one is Element => 'name' in one && one.name === name);
const saidIn = (parent: Element, name: string) => partsOf(parent, name).map(DomUtils.textContent);

function feedIn(file: string): Element {
  const [feed] = parseDocument(built(file), { xmlMode: true }).children.filter(
    (one): one is Element => 'name' in one && one.name === 'feed',
  );
  if (!feed) throw new Error(`Unexpected ${file}, expected a feed`);
  return feed;
}

/** Whether tags open and close in pairs and nothing stands outside the root: a parser mends that in silence. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>\n/u, '').trim();
  for (const [, close, name = '', empty] of body.matchAll(
    /<(\/?)([a-z]+)(?: [a-z:]+="[^"<]*")*(\/?)>/gu,
  )) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name);
  }
  const rest = body.replace(/<\/?[a-z]+(?: [a-z:]+="[^"<]*")*\/?>/gu, '');
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot);)/u.test(rest) && /^<feed /u.test(body);
}

describe.each(FEEDS)('%s', (file) => {
  test('is well formed and has what RFC 4287 asks of a feed', () => {
    expect(isWellFormed(built(file))).toBe(true);
    const feed = feedIn(file);
    expect(feed.attribs['xmlns']).toBe(ATOM);
    for (const once of ['id', 'title', 'updated']) expect(partsOf(feed, once)).toHaveLength(1);
    const [author] = partsOf(feed, 'author');
    expect(author && saidIn(author, 'name').join('')).toBeTruthy();
    const links = partsOf(feed, 'link').map(({ attribs }) => attribs);
    expect(links.find(({ rel }) => rel === 'self')?.['href']).toBe(SITE + file);
    expect(saidIn(feed, 'id')).toEqual([SITE + file]);
  });

  test('has entries with an id of their own each, the newest first, and the feed is as new as that', () => {
    const feed = feedIn(file);
    const entries = partsOf(feed, 'entry');
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries)
      for (const once of ['id', 'title', 'updated', 'content'])
        expect(saidIn(entry, once).filter(Boolean), once).toHaveLength(1);
    const ids = entries.flatMap((entry) => saidIn(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    const days = entries.flatMap((entry) => saidIn(entry, 'updated'));
    for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/u);
    expect(days).toEqual(days.toSorted().reverse());
    expect(saidIn(feed, 'updated')).toEqual(days.slice(0, 1));
  });

  test('leads to pages that are there', () => {
    const feed = feedIn(file);
    const pages = [feed, ...partsOf(feed, 'entry')].flatMap((one) =>
      partsOf(one, 'link')
        .filter(({ attribs }) => attribs['rel'] === 'alternate')
        .map(({ attribs }) => attribs['href'] ?? ''),
    );
    for (const page of pages) {
      expect(page.startsWith(SITE)).toBe(true);
      expect(existsSync(join(site, page.slice(SITE.length))), page).toBe(true);
    }
  });
});

test('what an edition took out and put in are stretches of the texts as issued', () => {
  const [old, next] = ['policies/a/editions/2020-01-05/source.txt', 'policies/a/source.txt'].map(
    (path) => withoutSpace(MADE[path] ?? ''),
  );
  const said = FEEDS.flatMap((file) => partsOf(feedIn(file), 'entry'))
    .filter((entry) => saidIn(entry, 'id')[0]?.includes('/changes/'))
    .flatMap((entry) => saidIn(entry, 'content'));
  expect(said).toHaveLength(3);
  for (const html of said) {
    // The first paragraph, and the list of numbers, are ours.
    const [, ...issued] = html.replace(/<h3>只改编号.*/u, '').matchAll(/<p>(.*?)<\/p>/gu);
    expect(issued.length).toBeGreaterThan(1);
    for (const [, sentence = ''] of issued) {
      const textOf = (drop: string) =>
        withoutSpace(
          DomUtils.textContent(
            parseDocument(sentence.replace(new RegExp(`<${drop}>.*?</${drop}>`, 'gu'), '')),
          ),
        );
      expect(old).toContain(textOf('ins'));
      expect(next).toContain(textOf('del'));
    }
  }
});

test('pages say where their feed is, clauses and editions do not', () => {
  const feedOf = (page: string) =>
    /<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]+)"/u.exec(
      built(page),
    )?.[1];
  expect(feedOf('index.html')).toBe('feed.xml');
  expect(feedOf('a.html')).toBe('a/feed.xml');
  expect(feedOf('status/a.html')).toBe('../a/feed.xml');
  expect(feedOf('a/topics/money.html')).toMatch(/topics\/money\.xml$/u);
  for (const page of ['a/t2.html', 'a/2020-01-05.html', 'about.html'])
    expect(feedOf(page), page).toBeUndefined();
});

test('without an address of its own the site has no feeds', () => {
  expect(files.filter((file) => file.endsWith('.xml'))).toEqual([]);
});

test('the list for the office stands in no sitemap', () => {
  expect(built('sitemap.xml')).toContain('about.html');
  expect(built('sitemap.xml')).not.toContain('office.html');
});
