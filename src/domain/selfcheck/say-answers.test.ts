import { expect, test } from 'vitest';
import type { AskedFact } from './rule-set.ts';
import { sayAnswers } from './say-answers.ts';
import { mergeAnswers, type Topic } from './tree.ts';

const years: AskedFact = {
  id: 'years',
  question: '持有居住证多久了？',
  answers: { three: '满3年', two: '满2年不满3年', less: '不满2年' },
  clause: 't1',
  s: 1,
  quote: '',
};
const answers = mergeAnswers(years, { two: { label: '满2年', answers: ['three', 'two'] } });
const person: Topic = {
  id: 'buy',
  given: {},
  unasked: [],
  questions: [{ fact: 'years', text: '满2年了吗？', answers }],
  outcomes: [],
};
const said = (condition: Record<string, string[]>) =>
  sayAnswers(condition, person, [years]).map(
    ({ question, answers: all }) => question + all.join('|'),
  );

test('answers as they are offered are said in the words of the question', () => {
  expect(said({ years: ['three', 'two'] })).toEqual(['满2年了吗？满2年']);
  expect(said({ years: ['two', 'less', 'three'] })).toEqual(['满2年了吗？满2年|不满2年']);
});

test('a part of a merged answer is said in the words of the fact', () => {
  expect(said({ years: ['two'] })).toEqual(['持有居住证多久了？满2年不满3年']);
  expect(said({ years: ['two', 'less'] })).toEqual(['持有居住证多久了？满2年不满3年|不满2年']);
});

test('who is unsure or not asked has words though the fact has none', () => {
  expect(said({ years: ['unsure', ''] })).toEqual(['持有居住证多久了？不清楚|没有问到']);
});
