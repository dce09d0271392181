import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultsOf, smallestChanges } from './change.ts';
import { diffSnapshots, snapshot } from './diff.ts';
import { layOut } from './graph.ts';
import { evaluate, type Outcome } from './rules.ts';
import { depthBelow, mergeAnswers, nodesOf, pathOf, type Topic } from './tree.ts';

const flex: Outcome = {
  id: 'flex',
  title: '同类待遇',
  clause: 'p3-4',
  quote: '可享受',
  marker: '可',
  strength: 'may',
  gaps: ['amount'],
  table: [
    { is: 'no', when: { months: ['3-or-less'] } },
    { is: 'met', when: { class: ['a', 'b'], months: ['over-3'] } },
    { is: 'no', when: { class: ['c'] }, gaps: ['class'], note: '这一句没有列C类。' },
    { is: 'maybe' },
  ],
};
const classes = mergeAnswers(
  { id: 'class', answers: { a: 'A类', b: 'B类', c: 'C类', unsure: '不清楚' } },
  { ab: { label: 'A类或B类', answers: ['a', 'b'] } },
);
const months = mergeAnswers(
  {
    id: 'months',
    answers: { 'over-3': '超过3个月', '3-or-less': '3个月或更短', unsure: '还没定' },
  },
  {},
);
const topic: Topic = {
  id: 'flexible',
  given: {},
  unasked: [],
  questions: [
    { fact: 'class', text: '哪一类？', answers: classes },
    { fact: 'months', text: '多久？', answers: months, when: { class: ['a', 'b', 'unsure'] } },
  ],
  outcomes: [flex],
};
const at = (path: string) => resultsOf(topic).find((node) => pathOf(node.steps) === path);

describe('a table', () => {
  test.each([
    [{ class: 'a', months: 'over-3' }, 'met', 1],
    [{ class: 'b', months: '3-or-less' }, 'no', 0],
    [{ class: 'c', months: 'over-3' }, 'no', 2],
    [{ class: 'a' }, 'maybe', 3],
    [{}, 'maybe', 3],
  ])('%j → %s by line %i', (facts, status, line) => {
    expect(evaluate(flex, facts)).toMatchObject({ status, case: line });
  });

  test('an unanswered fact counts as unsure', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c'), (answer) => {
        expect(evaluate(flex, { class: answer })).toEqual(
          evaluate(flex, { class: answer, months: 'unsure' }),
        );
      }),
    );
  });

  test('a case adds its gaps and its note to the outcome’s own', () => {
    expect(evaluate(flex, { class: 'c', months: 'over-3' })).toMatchObject({
      gaps: ['amount', 'class'],
      notes: ['这一句没有列C类。'],
    });
  });
});

describe('a topic', () => {
  test('is a tree: every page once, parents before children, the start first', () => {
    expect([...nodesOf(topic)].map(({ steps }) => pathOf(steps))).toEqual([
      '',
      'ab',
      'ab/over-3',
      'ab/3-or-less',
      'ab/unsure',
      'c',
      'unsure',
      'unsure/over-3',
      'unsure/3-or-less',
      'unsure/unsure',
    ]);
  });

  test('a question is left out where it is not asked of everyone a merged answer stands for', () => {
    const some: Topic = {
      ...topic,
      questions: [
        topic.questions[0]!,
        { fact: 'months', text: '多久？', answers: months, when: { class: ['a'] } },
      ],
    };
    expect(resultsOf(some).map(({ steps }) => pathOf(steps))).toEqual(['ab', 'c', 'unsure']);
  });

  test('says how many steps may still come', () => {
    expect([...nodesOf(topic)].map(depthBelow).slice(0, 3)).toEqual([2, 1, 0]);
  });

  test('is drawn with each result on a row of its own and each question between its answers', () => {
    const { pages, columns, rows } = layOut(topic);
    expect([columns, rows]).toEqual([3, 7]);
    expect(pages.filter(({ node }) => !node.question).map(({ row }) => row)).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
    expect(pages.find(({ node }) => pathOf(node.steps) === 'ab')?.row).toBe(1);
  });
});

describe('the smallest change', () => {
  const changes = (path: string) =>
    smallestChanges(flex, at(path)!, resultsOf(topic)).map(
      ({ status, steps }) => `${status} ${pathOf(steps)}`,
    );
  test.each([
    ['ab/3-or-less', ['met ab/over-3']],
    ['ab/unsure', ['met ab/over-3']],
    ['c', ['met ab/over-3']],
    ['unsure/3-or-less', ['maybe unsure/over-3', 'met ab/over-3']],
    ['ab/over-3', []],
  ])('from %s: %j', (path, wanted) => {
    expect(changes(path)).toEqual(wanted);
  });
});

describe('the smallest change where a fact is asked in two questions and one that does not matter comes between', () => {
  const place = mergeAnswers(
    { id: 'place', answers: { city: '市里', county: '县里', unsure: '还没定' } },
    {},
  );
  const merged = mergeAnswers(
    { id: 'months', answers: { 'over-3': '超过', '3-or-less': '不超过', unsure: '还没定' } },
    { open: { label: '超过，或者还没定', answers: ['over-3', 'unsure'] } },
  );
  const asked: Topic = {
    ...topic,
    questions: [
      { fact: 'class', text: '哪一类？', answers: classes },
      { fact: 'place', text: '在哪里？', answers: place, when: { class: ['a', 'b'] } },
      { fact: 'months', text: '多久？', answers: months, when: { class: ['a', 'b', 'unsure'] } },
      { fact: 'months', text: '多久？', answers: merged, when: { class: ['c'] } },
    ],
  };
  const results = resultsOf(asked);
  const told = (path: string) =>
    smallestChanges(flex, results.find(({ steps }) => pathOf(steps) === path)!, results).map(
      ({ status, answers, steps }) => `${status} ${pathOf(answers)} at ${pathOf(steps)}`,
    );
  test.each([
    ['ab/county/3-or-less', ['met over-3 at ab/county/over-3']],
    ['unsure/over-3', ['met ab at ab/city/over-3']],
    ['c/3-or-less', ['met ab/over-3 at ab/city/over-3']],
    // The reader may have meant either, so the answer is told.
    ['c/open', ['met ab/over-3 at ab/city/over-3']],
    ['unsure/3-or-less', ['maybe over-3 at unsure/over-3', 'met ab/over-3 at ab/city/over-3']],
  ])('from %s: %j', (path, wanted) => {
    expect(told(path)).toEqual(wanted);
  });
});

test('a changed table is told by the results that say something else', () => {
  const before = snapshot([topic]);
  const stricter: Outcome = { ...flex, table: [{ is: 'maybe' }] };
  const after = snapshot([{ ...topic, outcomes: [stricter] }]);
  expect(diffSnapshots(before, before)).toEqual([]);
  expect(diffSnapshots(before, after).slice(0, 2)).toEqual([
    { result: 'flexible/ab/3-or-less', outcome: 'flex', before: 'no', after: 'maybe' },
    { result: 'flexible/ab/over-3', outcome: 'flex', before: 'met', after: 'maybe' },
  ]);
});
