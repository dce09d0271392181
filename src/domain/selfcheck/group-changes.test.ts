import { expect, test } from 'vitest';
import { snapshot } from './diff.ts';
import { changesSince } from './group-changes.ts';
import type { Case, Outcome } from './rules.ts';
import { mergeAnswers, type Topic } from './tree.ts';

const years = { three: '满3年', two: '满2年不满3年', less: '不满2年', unsure: '不清楚' };
const children = { some: '有', none: '没有' };

function topic(table: Case[], rest: Partial<Topic> = {}): Topic {
  const who: Outcome = {
    id: 'who',
    title: '居住证',
    clause: 't1',
    quote: '满2年',
    marker: '满',
    strength: 'scope',
    gaps: [],
    table,
  };
  const merged = { two: { label: '满2年', answers: ['three', 'two'] } };
  return {
    id: 'buy',
    given: {},
    unasked: [],
    questions: [
      {
        fact: 'children',
        text: '有孩子吗？',
        answers: mergeAnswers({ id: 'children', answers: children }, {}),
      },
      {
        fact: 'years',
        text: '满2年了吗？',
        answers: mergeAnswers({ id: 'years', answers: years }, merged),
      },
    ],
    outcomes: [who],
    ...rest,
  };
}

const NOW: Case[] = [
  { is: 'met', when: { years: ['three', 'two'] } },
  { is: 'no', when: { years: ['less'] } },
  { is: 'maybe' },
];
const THEN: Case[] = [{ is: 'no', when: { years: ['three', 'two', 'less'] } }, { is: 'maybe' }];

test('results that changed alike are told once, by the answers it hangs on', () => {
  const { groups, added, removed } = changesSince(snapshot([topic(THEN)]), [topic(NOW)]);
  expect(groups.map(({ when, before, after }) => [when, before, after])).toEqual([
    [[{ years: ['three', 'two'] }], 'no', 'met'],
  ]);
  expect([added, removed]).toEqual([[], []]);
});

test('nothing has changed since the same', () => {
  expect(changesSince(snapshot([topic(NOW)]), [topic(NOW)])).toEqual({
    groups: [],
    added: [],
    removed: [],
  });
});

test('a result at an address that is new or gone is told by that alone', () => {
  const [first, second] = topic(NOW).questions;
  if (!first || !second) throw new Error('Unexpected fixture, expected two questions');
  const fewer = topic(NOW, { questions: [second] });
  const { groups, added, removed } = changesSince(snapshot([topic(THEN)]), [fewer]);
  expect(groups).toEqual([]);
  expect(added).toEqual(['buy/two', 'buy/less', 'buy/unsure']);
  expect(removed).toHaveLength(6);
});

test('an outcome that was not shown was nothing', () => {
  const before = snapshot([topic(NOW, { outcomes: [] })]);
  const { groups } = changesSince(before, [topic([{ is: 'maybe' }])]);
  expect(groups.map(({ when, before: was, after }) => [when, was, after])).toEqual([
    [[{}], null, 'maybe'],
  ]);
});
