import { describe, expect, test } from 'vitest';
import { concerns, pagePath, subjectOf } from './concerns.ts';

const KNOWN = { policies: ['abc-2020-1', 'xyz-2021-2'], rootPolicy: 'abc-2020-1' };

test.each([
  ['/index.html', {}],
  ['/terms.html', {}],
  ['/readers.html', {}],
  ['/xyz-2021-2.html', { policy: 'xyz-2021-2' }],
  ['/xyz-2021-2/p7.html', { policy: 'xyz-2021-2', clause: 'p7' }],
  ['/xyz-2021-2/topics/card.html', { policy: 'xyz-2021-2' }],
  ['/xyz-2021-2/check/mine/yes.html', { policy: 'xyz-2021-2', selfcheck: true }],
  ['/topics/card.html', { policy: 'abc-2020-1' }],
  ['/check/mine.html', { policy: 'abc-2020-1', selfcheck: true }],
])('%s speaks of %o', (path, subject) => {
  expect(subjectOf(path, KNOWN)).toEqual(subject);
});

test('pages below the top speak of no one policy where none stands at the root', () => {
  expect(subjectOf('/topics/card.html', { ...KNOWN, rootPolicy: '' })).toEqual({});
});

describe('a page is told', () => {
  const P = 'policies/abc-2020-1';
  const clause = { policy: 'abc-2020-1', clause: 't5' };
  test.each([
    ['what belongs to the site', clause, 'site.yml', true],
    ['what is wrong with its policy’s folder itself', clause, P, true],
    ['what is wrong with the text', clause, `${P}/source.txt`, true],
    ['its own clause', clause, `${P}/clauses/t5.mdx`, true],
    ['what stands in its article', clause, `${P}/clauses/t5-k2.mdx`, true],
    ['no other clause', clause, `${P}/clauses/t50.mdx`, false],
    ['no self-check, on a clause', clause, `${P}/selfcheck/facts.yml`, false],
    ['no other policy', clause, 'policies/xyz-2021-2/source.txt', false],
    [
      'no clause, in the self-check',
      { policy: 'abc-2020-1', selfcheck: true } as const,
      `${P}/clauses/t5.mdx`,
      false,
    ],
    [
      'the self-check, in it',
      { policy: 'abc-2020-1', selfcheck: true } as const,
      `${P}/selfcheck/facts.yml`,
      true,
    ],
    ['all of a policy, with its whole text', { policy: 'abc-2020-1' }, `${P}/clauses/t5.mdx`, true],
    ['all policies, where it speaks of all', {}, `${P}/clauses/t5.mdx`, true],
  ])('%s', (_, subject, file, told) => {
    expect(concerns(subject, file)).toBe(told);
  });
});

test('a page is named alike however its address is shortened', () => {
  expect(['/', '/a', '/a/', '/a.html'].map(pagePath)).toEqual([
    '/index.html',
    '/a.html',
    '/a.html',
    '/a.html',
  ]);
});
