/** What the text leaves open is told once on a page, on whatever page. */
import { expect, test } from 'vitest';
import { all, pages, textOf } from '../dist.ts';
import { library } from '../library.ts';

const gaps = library.policies.flatMap((policy) =>
  Object.entries(policy.gaps).map(([id, gap]) => ({ id: `${policy.id}/${id}`, ...gap })),
);
// Those who review the rules see each beside its rule.
const read = pages.filter((file) => !file.startsWith('review'));

test('no gap is told twice on a page: neither its question nor its words', () => {
  expect(gaps.length).toBeGreaterThan(40);
  const twice = read.flatMap((file) => {
    const words = all(file, (e) => e.name === 'main')
      .map(textOf)
      .join('');
    return gaps.flatMap(({ id, question = '', text }) =>
      [question, text].flatMap((told) =>
        told && words.split(told).length > 2 ? `${file}: ${id}: ${told}` : [],
      ),
    );
  });
  expect(twice).toEqual([]);
});
