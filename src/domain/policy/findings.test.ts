import { describe, expect, test } from 'vitest';
import { type SplitHints, splitPolicy } from './split.ts';

/** Texts in which something is in doubt, and how many doubts there are. */
const DOUBTED: readonly [what: string, text: string, doubts: number][] = [
  ['a number is missing', '某办法\n一、甲\n三、乙', 1],
  ['the first number is missing', '某条例\n第一条 甲。\n第二章 乙\n第二条 丙。', 1],
  ['a number stands twice', '某办法\n一、甲\n二、乙\n二、丙', 1],
  ['a list begins anew', '某办法\n一、甲\n二、乙\n一、丙\n二、丁', 1],
  ['a line may begin with a number', '某办法\n一、甲\n乙。\n1,丙。\n二、丁', 1],
  [
    'an order of numbers as printed',
    '某办法\n第一条 甲。\n第三条 乙。\n第二条 丙。\n第四条 丁。',
    3,
  ],
  [
    'a page cuts a sentence',
    '某办法\n一、甲\n为了办好这件事情，各有关部门要加强协作，共同\n推进各项工作。',
    1,
  ],
  ['a sign that cannot be seen', '某办法\n一、甲\n每平方\u200b米十元。', 1],
  ['a sign that only one font has', '某办法\n一、甲\n每1\ue0104米十元。', 1],
  ['a character that was lost', '某办法\n一、甲\n每\ufffd米十元。', 1],
];

/** The remedies that a finding prints, each to the letter: the list of `policy.yml`, and the entry. */
function printed(fix: string): [keyof SplitHints, Record<string, string | number>][] {
  return [...fix.matchAll(/policy\.yml 的 (joins|roles|printed) 里加 - \{ ([^}]*) \}/gu)].map(
    ([, list, entry = '']) => [
      list as keyof SplitHints,
      Object.fromEntries(
        entry.split(', ').map((pair) => {
          const [key = '', value = ''] = pair.split(': ');
          return [key, /^\d+$/u.test(value) ? Number(value) : value];
        }),
      ),
    ],
  );
}

describe.each(DOUBTED)('%s', (_, text, doubts) => {
  const { findings } = splitPolicy(text);

  test('it is told of, with ways out', () => {
    expect(findings).toHaveLength(doubts);
    for (const { fix } of findings) expect(printed(fix).length).toBeGreaterThan(0);
  });

  test('each way out clears its finding, and opens no other', () => {
    for (const { fix, line, kind } of findings) {
      for (const [list, entry] of printed(fix)) {
        const left = splitPolicy(text, { [list]: [entry] } as SplitHints).findings;
        expect(left.filter((one) => one.line === line && one.kind === kind)).toEqual([]);
        expect(left.length).toBeLessThan(findings.length);
      }
    }
  });
});

test('what needs no word of an editor’s is told of where it stands in policy.yml', () => {
  const { findings } = splitPolicy('某办法\n一、甲\n二、乙', {
    printed: [{ line: 2, reason: '' }],
  });
  expect(findings.map(({ hint }) => hint)).toEqual([['printed', 0]]);
});
