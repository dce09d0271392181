import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../content/check/content.ts';
import { readContent } from '../content/read/content.ts';
import { formatAtom } from './atom.ts';
import { feedsOf } from './feeds.ts';
import { makeLibrary } from './library.ts';
import { DAY, MADE } from './made-library.ts';

const files = new Map(
  Object.entries(MADE).map(([path, text]) => [
    path,
    { text, sha256: createHash('sha256').update(text).digest('hex') },
  ]),
);
const feeds = (day = DAY) =>
  new Map(feedsOf(makeLibrary(readContent(files), day)).map((feed) => [feed.address, feed]));
const entriesOf = (address: string, day?: string) => feeds(day).get(address)?.entries ?? [];
const idsOf = (...args: Parameters<typeof entriesOf>) => entriesOf(...args).map(({ id }) => id);
const edition = () => entriesOf('/a/feed.xml').find(({ id }) => id.includes('/changes/'));

test('the made library has nothing to mend', () => {
  expect(checkContent(files, DAY)).toEqual([]);
});

describe('there is a feed', () => {
  test('of all documents, of each, and of each topic', () => {
    expect([...feeds().keys()].toSorted()).toEqual([
      '/a/feed.xml',
      '/a/topics/aim.xml',
      '/a/topics/money.xml',
      '/b/feed.xml',
      '/feed.xml',
    ]);
  });

  test('with what happened to the document, the newest first', () => {
    expect(idsOf('/a/feed.xml')).toEqual([
      '/status/a.html#expired-2026-02-01',
      '/status/a.html#amended-2025-04-01',
      '/a/changes/2025-03-01.html',
      '/status/a.html#in-force-2020-02-01',
    ]);
    expect(idsOf('/feed.xml').toSorted()).toEqual(
      [...idsOf('/a/feed.xml'), ...idsOf('/b/feed.xml')].toSorted(),
    );
  });

  test('of a topic with the editions that changed a clause of it, and no other', () => {
    expect(idsOf('/a/topics/money.xml')).toContain('/a/changes/2025-03-01.html');
    expect(idsOf('/a/topics/aim.xml')).toEqual([
      '/status/a.html#expired-2026-02-01',
      '/status/a.html#in-force-2020-02-01',
    ]);
    const [, , own] = entriesOf('/a/topics/money.xml');
    expect(own?.content).toContain('一百');
    expect(own?.content).not.toContain('补贴按月发放');
  });
});

describe('what is still to come', () => {
  const ahead = (day: string) =>
    entriesOf('/a/feed.xml', day).find(({ id }) => id.includes('2026'));
  test('is told by the day on which it was found, and again when it has come', () => {
    expect(ahead('2026-01-31')?.updated).toBe('2025-05-01');
    expect(ahead('2026-01-31')?.title).toContain('还没有到');
    expect(ahead('2026-02-01')?.updated).toBe('2026-02-01');
    expect(ahead('2026-02-01')?.id).toBe(ahead('2026-01-31')?.id);
  });
});

test('the entry of an edition holds what it took out and put in, each as issued', () => {
  expect(edition()?.content).toContain(
    '<h3>第二条　修改</h3><p>每人每月补贴<del>八十</del><ins>一百</ins>元。</p>',
  );
  expect(edition()?.content).toContain('<h3>第三条　新增</h3><p><ins>补贴按月发放。</ins></p>');
  expect(edition()?.content).toContain('第三条→第四条');
  expect(edition()?.title).toContain('修改 1 处，新增 1 处');
});

describe('as Atom', () => {
  const publisher = { site: 'https://policy.example/x', author: '某局 & 某处' };
  const feed = {
    address: '/feed.xml',
    href: '/index.html',
    title: '甲 < 乙',
    updated: DAY,
    entries: [],
  };

  test('addresses are full, and days begin in China', () => {
    const xml = formatAtom(feed, publisher);
    expect(xml).toContain('<id>https://policy.example/x/feed.xml</id>');
    expect(xml).toContain('<updated>2025-06-01T00:00:00+08:00</updated>');
  });

  test('without entries it still says when it was so', () => {
    const { policies, ...library } = makeLibrary(readContent(files), DAY);
    const bare = policies.map((one) => ({
      ...one,
      editions: [],
      data: { ...one.data, events: [] },
    }));
    for (const { entries, updated } of feedsOf({ ...library, policies: bare })) {
      expect(entries).toEqual([]);
      expect(updated).toBe(DAY);
    }
  });

  test('nothing stands in it that XML cannot hold', () => {
    const content = '<p>一\v二 &amp; 三\u0000</p>';
    const entry = { id: '/a.html', href: '/a.html', title: 'a "b"', updated: DAY, content };
    const xml = formatAtom({ ...feed, entries: [entry] }, publisher);
    expect(xml).toContain('<title>甲 &lt; 乙</title>');
    expect(xml).toContain('<name>某局 &amp; 某处</name>');
    expect(xml).toContain('&lt;p&gt;一 二 &amp;amp; 三 &lt;/p&gt;');
  });
});
