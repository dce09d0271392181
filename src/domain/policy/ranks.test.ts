import { expect, test } from 'vitest';
import { readMarker } from './marker.ts';
import { ranksOf } from './ranks.ts';

/** Levels as they stand in each other, outermost first. */
function order(numbers: string, ...levels: string[]): string {
  const markers = numbers.split(' ').flatMap((number) => readMarker(`${number}甲`) ?? []);
  const { ranks } = ranksOf(markers);
  return [...ranks.keys()].filter((level) => levels.includes(level)).join(' ');
}

test.each([
  ['一、 stands in articles that come first', '第一条 一、 二、', 'article paragraph part'],
  ['一、 stands round articles that come later', '一、 第一条', 'part article paragraph'],
  ['一、 alone stands round what leads in to it', '一、 二、', 'part article paragraph'],
])('%s', (_, numbers, wanted) => {
  expect(order(numbers, 'part', 'article', 'paragraph')).toBe(wanted);
});

test.each([
  [
    '1. stands round （一） that begins anew in each',
    '1. （一） 2. （一） 3. （一）',
    'point item',
  ],
  ['once is no rule', '1. （一） 2. （一）', 'item point'],
  ['a list that begins with its second is none', '1. （二） 2. （二） 3. （二）', 'item point'],
  ['numbers with nothing in them are round nothing', '（一） 1. 2. 3. 4.', 'item point'],
  ['numbers that do not go on are round nothing', '1. （一） 1. （一） 1. （一） 1.', 'item point'],
  [
    'numbers that begin anew in a level above stand in （一）',
    '一、 （一） 1. 二、 （一） 1. 三、 （一） 1.',
    'item point',
  ],
])('%s', (_, numbers, wanted) => {
  expect(order(numbers, 'point', 'item')).toBe(wanted);
});

test('（一） stands round 一、 that begins anew in each', () => {
  const numbers = '（一） 一、 二、 （二） 一、 （三） 一、';
  expect(order(numbers, 'part', 'item')).toBe('item part');
});
