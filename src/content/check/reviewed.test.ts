import { expect, test } from 'vitest';
import { checkEditions } from './editions.ts';
import { madeFolder, POLICY } from './made-folder.ts';

const TEXT = '第一条 为了示例，制定本办法。\n第二条 本办法由某局解释。\n';
const found = (reviewed: string, more: Readonly<Record<string, string>> = {}) =>
  checkEditions(
    madeFolder({
      'source.txt': TEXT,
      'policy.yml': `${POLICY}edition: '2024-05-06'\nreviewed: '${reviewed}'\n`,
      ...more,
    }),
  ).filter(({ problem }) => problem.includes(reviewed));

test('words of ours can be read through by an edition that is there, and by no other', () => {
  const beside = {
    'editions/2020-01-02/source.txt': TEXT,
    'editions/2020-01-02/policy.yml': POLICY,
  };
  expect(found('2024-05-06')).toEqual([]);
  expect(found('2020-01-02', beside)).toEqual([]);
  expect(found('2020-01-02').map(({ line, fix }) => [line, fix])).toEqual([
    [9, '写重看时对照的那一版的日子：2024-05-06；没有重看过的，删去这一行。'],
  ]);
  expect(found('2022-01-02', beside)).toHaveLength(1);
});
