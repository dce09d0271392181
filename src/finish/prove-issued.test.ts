import { expect, test } from 'vitest';
import { faultsIn, type Law } from './prove-issued.ts';

const OLD = '第一条 每人八十元。';
const NOW = '第一条 每人一百元。';
const law = (id: string, source: string): Law => ({ id, source, names: [], numbers: [] });
const LAWS = [law('a', NOW), law('a/2025-03-01', NOW), law('a/2020-01-05', OLD)];

const whole = (text: string) => `<p id="t1" data-issued>${text}</p>`;
const compared = (old: string, now: string) =>
  `<td data-law="a/2020-01-05"><p class="law">${old}</p></td><td data-law="a/2025-03-01"><p class="law">${now}</p></td>`;

const PAGES = {
  'a.html': whole(NOW),
  'a/t1.html': whole(NOW),
  'a/2025-03-01.html': whole(NOW),
  'a/2025-03-01/t1.html': whole(NOW),
  'a/2020-01-05.html': whole(OLD),
  'a/2020-01-05/t1.html': whole(OLD),
  'a/changes/2025-03-01.html': compared('每人八十元。', '每人一百元。'),
};

async function told(more: Partial<typeof PAGES> = {}): Promise<string[]> {
  const pages: Record<string, string> = { ...PAGES, ...more };
  const faults = await faultsIn(Object.keys(pages), (page) => pages[page] ?? '', LAWS);
  return faults.map(({ page }) => page);
}

test('each edition is proved by its own text', async () => {
  expect(await told()).toEqual([]);
  expect(await told({ 'a/2020-01-05.html': whole(NOW) })).toContain('a/2020-01-05.html');
  expect(await told({ 'a/2020-01-05/t1.html': whole(NOW) })).toEqual(['a/2020-01-05/t1.html']);
  expect(await told({ 'a/t1.html': whole(OLD) })).toEqual(['a/t1.html']);
});

test('each side of a comparison is proved by the edition it is said to be of, not by any text', async () => {
  const page = 'a/changes/2025-03-01.html';
  expect(await told({ [page]: compared('每人一百元。', '每人一百元。') })).toEqual([page]);
  expect(await told({ [page]: compared('每人八十元。', '每人八十元。') })).toEqual([page]);
  expect(await told({ [page]: '<p class="law">每人八十元。</p>' })).toEqual([]);
  expect(await told({ [page]: '<p class="law" data-law="b">每人八十元。</p>' })).toEqual([page]);
});
