import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { issuedFaults } from './prove-issued.ts';

const LAW = {
  id: 'p',
  source: '甲办法\n一、补贴 给予补贴。\n二、经审核，可以给予奖励。\n',
  names: ['甲办法', '甲发1号'],
  numbers: ['一', '二'],
};
const PAGE = `<h1 data-issued>甲办法</h1>
<p id="p1" data-issued>一、<span id="p1-s1">补贴</span> <span id="p1-s2">给予补贴。</span></p>
<section id="p2"><p data-issued>二、<span id="p2-s1">经审核，可以给予奖励。</span></p></section>`;
const POLICY = { id: 'p', title: '甲办法', number: '甲发1号' };
const TREE = {
  ...POLICY,
  clauses: [
    {
      id: 'head',
      kind: 'head',
      parent: null,
      paragraphs: [{ text: '甲办法', sentences: [{ text: '甲办法' }] }],
    },
    {
      id: 'p2',
      kind: 'part',
      parent: null,
      paragraphs: [
        { text: '二、经审核，可以给予奖励。', sentences: [{ text: '经审核，可以给予奖励。' }] },
      ],
    },
  ],
};
const SEARCH = {
  policy: POLICY,
  clauses: [
    { id: 'p1', short: '一', label: '补贴', sentences: ['补贴', '给予补贴。'] },
    { id: 'p2', short: '二', label: '奖', ours: true, sentences: ['经审核，可以给予奖励。'] },
  ],
};
const DESK = {
  policy: POLICY,
  clauses: [
    { id: 'p', short: '全文', label: '甲办法', ours: false, paragraphs: ['甲办法'], sentences: [] },
    {
      id: 'p2',
      short: '二',
      label: '经审核，…',
      ours: false,
      paragraphs: ['二、经审核，可以给予奖励。'],
      sentences: ['经审核，可以给予奖励。'],
    },
  ],
};

const root = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  mkdirSync(join(root, 'p'), { recursive: true });
  writeFileSync(join(root, 'p.html'), PAGE);
  writeFileSync(join(root, 'p.json'), JSON.stringify(TREE));
  writeFileSync(join(root, 'p/search-table.json'), JSON.stringify(SEARCH));
  writeFileSync(join(root, 'p/desk.json'), JSON.stringify(DESK));
});

const stretch = 'a stretch of source.txt';

test('tables that hold the law as the whole-text page shows it are proved', async () => {
  expect(await issuedFaults(root, [LAW])).toEqual([]);
});

test.each([
  [
    'p/search-table.json',
    '给予补贴。',
    '给予补助。',
    { expected: '给予补贴。', actual: '给予补助。' },
  ],
  // Every word is the law's, and yet it is not that sentence.
  ['p/search-table.json', '经审核，可以', '可以', { expected: '经审核，可以给予奖励。' }],
  [
    'p/search-table.json',
    '"label":"补贴"',
    '"label":"大奖"',
    { actual: '大奖', expected: stretch },
  ],
  [
    'p/desk.json',
    '"short":"二"',
    '"short":"三"',
    { actual: '三', expected: 'the number of a clause' },
  ],
  ['p/search-table.json', '甲发1号', '甲发2号', { actual: '甲发2号', expected: stretch }],
  ['p/search-table.json', '"id":"p"', '"id":"q"', { expected: 'a table of the law' }],
  ['p/search-table.json', '{', '[', { expected: 'a table of the law' }],
  ['p/desk.json', '"二、经审核，', '"二、', { expected: '二、经审核，可以给予奖励。' }],
  ['p/desk.json', '["经审核，', '["', { expected: '经审核，可以给予奖励。' }],
  ['p/desk.json', '["甲办法"]', '["乙办法"]', { actual: '乙办法', expected: stretch }],
  ['p/desk.json', '["经审核，可以给予奖励。"]', '{"0":"奖"}', { expected: 'a table of the law' }],
  ['p.json', '"text":"甲办法"', '"text":"乙办法"', { actual: '乙办法', expected: stretch }],
  ['p.json', '"text":"二、经审核，', '"text":"二、', { expected: '二、经审核，可以给予奖励。' }],
])('in %s %j in the place of %j is not the law', async (file, is, becomes, fault) => {
  const table = JSON.stringify(
    { 'p.json': TREE, 'p/search-table.json': SEARCH, 'p/desk.json': DESK }[file],
  );
  expect(table).toContain(is);
  writeFileSync(join(root, file), table.replace(is, becomes));
  const found = await issuedFaults(root, [LAW]);
  expect(found).toEqual([expect.objectContaining({ page: file, ...fault })]);
});

test('without the whole-text page a table is still a stretch of the source, or it is named', async () => {
  rmSync(join(root, 'p.html'));
  const pages = async () => (await issuedFaults(root, [LAW])).map(({ page }) => page);
  expect(await pages()).toEqual(['p.html']);
  writeFileSync(join(root, 'p/desk.json'), JSON.stringify(DESK).replaceAll('奖励', '补助'));
  expect(await pages()).toEqual(['p.html', 'p/desk.json']);
});
