import { describe, expect, test } from 'vitest';
import { Counters } from './counters.ts';
import type { Level, ListUse } from './level.ts';
import { numberPieces } from './number-pieces.ts';

const level = (format: string, text: (string | number)[], more: Partial<Level> = {}): Level => ({
  ...{ start: 1, format, isLegal: false, restartsBefore: 9, follow: 'tab' },
  ...{ text, isHidden: false, font: '', ...more },
});
const use = (levels: Level[], starts: [number, number][] = [], name = '1'): ListUse => ({
  list: 'a',
  use: name,
  levels,
  starts: new Map(starts),
});
const NESTED = [level('chineseCounting', ['第', 0, '条']), level('decimal', [0, '.', 1])];

/** What paragraphs of these levels print, one after another. */
const printed = (list: ListUse, ...at: number[]) => {
  const counters = new Counters();
  return at.map((one) => counters.next(list, one)?.text);
};

test('a level goes on, and begins anew after one above it', () => {
  expect(printed(use(NESTED), 0, 1, 1, 0, 1)).toEqual(['第一条', '一.1', '一.2', '第二条', '二.1']);
});

test('in legal numbering the levels above are digits, but for a zero in front and what prints nothing', () => {
  const legal = (format: string) =>
    printed(use([level(format, [0]), level('decimal', [0, '.', 1], { isLegal: true })]), 0, 1)[1];
  expect(legal('chineseCounting')).toBe('1.1');
  expect(legal('decimalZero')).toBe('01.1');
  expect(legal('none')).toBe('.1');
});

test('the beginning of a use holds once at its first paragraph, and when it begins anew', () => {
  const counters = new Counters();
  const [common, own] = [use(NESTED), use(NESTED, [[1, 5]], '2')];
  const next = (list: ListUse, at: number) => counters.next(list, at)?.text;
  expect([next(common, 0), next(common, 1), next(own, 1), next(own, 1)]).toEqual([
    '第一条',
    '一.1',
    '一.5',
    '一.6',
  ]);
  expect([next(own, 0), next(own, 1)]).toEqual(['第二条', '二.5']);
});

test('a hidden number is counted and not printed; a level that is not there is none', () => {
  const list = use([level('decimal', [0], { isHidden: true }), level('decimal', [0, '-', 1])]);
  expect(printed(list, 0, 0, 1, 2)).toEqual(['', '', '2-1', undefined]);
});

describe('a person is led to a number', () => {
  const doubts = (list: ListUse, at: number) => {
    const number = new Counters().next(list, at);
    return number && numberPieces(number, '甲').map(({ reason }) => reason);
  };

  test('whose format is not known', () => {
    expect(doubts(use([level('hebrew1', [0])]), 0)).toEqual([
      '自动编号',
      '自动编号请对照原件：它的编号格式这里不认识，先写成了阿拉伯数字',
    ]);
  });

  test('that holds one of a level that did not begin', () => {
    expect(doubts(use(NESTED), 1)).toEqual([
      '自动编号',
      '自动编号请对照原件：它的上一级编号在前面没有出现',
    ]);
    expect(doubts(use(NESTED), 0)).toEqual(['自动编号']);
  });

  test('of which the sign is not known', () => {
    expect(doubts(use([level('bullet', ['\uf041'], { font: 'Odd' })]), 0)).toEqual([
      '项目符号',
      '自动编号请对照原件：这个项目符号认不出来，先写成了 •',
    ]);
  });
});

test.each([
  ['第一条', '甲', 'tab', '第一条\u3000'],
  ['第一条', '甲', 'space', '第一条 '],
  ['第一条', '甲', 'nothing', '第一条'],
  ['第一条', '', 'tab', '第一条'],
  ['（一）', '甲', 'tab', '（一）'],
  ['①', '甲', 'tab', '①'],
  ['1.', '甲', 'tab', '1.'],
  ['1.', '5 天', 'tab', '1.\u3000'],
  ['2—', '3', 'space', '2— '],
] as const)('%s before %j, followed by %s, is %j', (text, next, follow, expected) => {
  const number = { text, doubt: '', isBullet: false, follow };
  expect(numberPieces(number, next).map((piece) => piece.text)).toEqual([expected]);
});
