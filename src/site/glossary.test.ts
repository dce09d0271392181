import { describe, expect, test } from 'vitest';
import { readContent } from '../content/read/content.ts';
import { readFolder } from '../content/read/folder.ts';
import { glossaryOf } from './glossary.ts';
import { makeLibrary } from './library.ts';

const policies = ['content', 'examples/library'].flatMap(
  (folder) => makeLibrary(readContent(readFolder(folder))).policies,
);

describe.each(policies.filter(({ terms }) => terms.length > 0))('the words of $id', (policy) => {
  const { groups, index } = glossaryOf(policy);
  const ids = policy.terms.map(({ id }) => id).sort();

  test('stand once in the groups and once in the index', () => {
    const rows = groups.flatMap((group) => group.rows);
    const all = rows.flatMap(({ terms }) => terms.map(({ id }) => id));
    expect(all.sort()).toEqual(ids);
    expect(index.flatMap(({ terms }) => terms.map(({ id }) => id)).sort()).toEqual(ids);
  });

  test('are listed by letters, in their order, each letter once', () => {
    const letters = index.map(({ initial }) => initial);
    expect(letters).toEqual(letters.toSorted());
    expect(new Set(letters).size).toBe(letters.length);
    for (const letter of letters) expect(letter).toMatch(/^(?:[A-Z]|0–9)$/u);
  });

  test('of which the same is to be said stand together, and what is open is told once', () => {
    const statements = groups.map(({ defined, where }) => `${defined} ${where}`);
    expect(new Set(statements).size).toBe(statements.length);
    for (const { rows } of groups) {
      const open = rows.flatMap((row) => row.open ?? []);
      expect(new Set(open).size).toBe(open.length);
      for (const { quotes } of rows) expect(quotes.length).toBeGreaterThan(0);
    }
  });
});

test('a word is found by how its first character is read, without the marks round it', () => {
  const [policy] = policies;
  if (!policy?.terms[0]) throw new Error('Unexpected end of content, expected a policy with terms');
  const [term] = policy.terms;
  const terms = ['“银行”', '《意见》', 'A类', '3年', '重大', '重新'].map((word, i) => ({
    ...term,
    id: `t${i}`,
    term: word,
  }));
  const { index } = glossaryOf({ ...policy, terms });
  expect(index.map(({ initial, terms: own }) => [initial, ...own.map((one) => one.term)])).toEqual([
    ['0–9', '3年'],
    ['A', 'A类'],
    ['C', '重新'],
    ['Y', '《意见》', '“银行”'],
    ['Z', '重大'],
  ]);
});
