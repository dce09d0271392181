import { describe, expect, test } from 'vitest';
import type { ContentFile, ContentFiles } from '../../../src/content/read/folder.ts';
import { readableContent } from './readable.ts';

const SITE = `name: 某网站
description: 某市的文件
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: ''
examples: [补贴]
`;
const POLICY = `title: 某办法
shortTitle: 某办法
issuer: 某局
issued: '2020-01-02'
ask: 某局
sha256: '${'0'.repeat(64)}'
`;
const P = 'policies/abc-2020-1/';
const GOOD = {
  'site.yml': SITE,
  'about.mdx': '---\ntitle: 关于\ndescription: 关于\n---\n这里是说明。\n',
  [`${P}policy.yml`]: POLICY,
  [`${P}source.txt`]: '某办法\n第一条　甲。\n第二条　乙。\n',
  [`${P}topics.yml`]: "- id: card\n  title: 卡\n  summary: '卡。'\n",
};

const filesOf = (texts: Record<string, string | undefined>): ContentFiles =>
  new Map(
    Object.entries(texts).flatMap(([path, text]) =>
      text === undefined ? [] : [[path, { text, sha256: '' }]],
    ),
  );

/** What is read of the good content after a change in it, the good having been read before. */
function readAfter(change: Record<string, string | undefined>) {
  const before = new Map<string, ContentFile>();
  expect(readableContent(filesOf(GOOD), before).stale).toEqual([]);
  const { content, stale } = readableContent(filesOf({ ...GOOD, ...change }), before);
  const [policy] = content.policies;
  return { content, stale, policy, topics: policy?.topics.data?.map(({ title }) => title) };
}

describe('what cannot be read is as it was when it last could', () => {
  test.each([
    ['broken YAML', `${P}topics.yml`, '- id: card\n\ttitle: 卡'],
    ['a wrong form', `${P}topics.yml`, 'card'],
    ['an empty policy.yml', `${P}policy.yml`, ''],
    ['no policy.yml', `${P}policy.yml`, undefined],
    ['no text', `${P}source.txt`, undefined],
    ['a text that is no UTF-8', `${P}source.txt`, '某\uFFFD法\n第一条　甲。'],
    ['a text without numbers', `${P}source.txt`, '某办法'],
    ['a site without a file', 'site.yml', undefined],
    ['what would be run', 'about.mdx', `${GOOD['about.mdx']}{process.exit()}\n`],
  ])('%s', (_, file, text) => {
    const { stale, content, policy, topics } = readAfter({ [file]: text });
    expect(stale).toEqual([file]);
    expect(content.site.data?.name).toBe('某网站');
    expect(policy?.policy?.clauses.length).toBeGreaterThan(1);
    expect(topics).toEqual(['卡']);
  });

  test('and everything else as it is now', () => {
    const { topics, stale } = readAfter({
      [`${P}topics.yml`]: "- id: card\n  title: 证\n  summary: '证。'\n",
      [`${P}policy.yml`]: 'title：某办法',
    });
    expect([topics, stale]).toEqual([['证'], [`${P}policy.yml`]]);
  });
});

test('a text that cannot be read, with a policy.yml that cannot, is an earlier one, too', () => {
  const { stale, policy } = readAfter({ [`${P}policy.yml`]: '', [`${P}source.txt`]: '\uFFFD' });
  expect(stale.sort()).toEqual([`${P}policy.yml`, `${P}source.txt`]);
  expect(policy?.source?.text).toContain('第一条　甲。');
});

test('a file that may be missing is missing, and a folder that is gone is gone', () => {
  expect(readAfter({ [`${P}topics.yml`]: undefined }).topics).toBeUndefined();
  const gone = Object.fromEntries(
    Object.keys(GOOD)
      .filter((path) => path.startsWith(P))
      .map((path) => [path, undefined]),
  );
  expect(readAfter(gone).policy).toBeUndefined();
});

test('a policy that never could be read is left out, and the others are there', () => {
  const { content } = readAfter({ 'policies/xyz-2021-2/source.txt': '第一条　甲。' });
  expect(content.policies.map(({ id }) => id)).toEqual(['abc-2020-1']);
});
