import { expect, test } from 'vitest';
import { splitPolicy } from './split.ts';
import { clausesIn, type Stretch, stretchesById, stretchesOf } from './stretch.ts';

const { clauses } = splitPolicy(
  '某条例\n第一章　总则\n第一条　甲：\n（一）乙；\n1.丙。\n丁。\n（一）戊。\n第二条　己。\n附件1　庚\n一、辛\n（一）壬。',
);
const drawn = ({ clause, inner }: Stretch<{ id: string }>): string =>
  clause.id + (inner.length ? `(${inner.map(drawn).join(' ')})` : '');

test('what stands in a clause is nested in it; what holds clauses stands by itself', () => {
  expect(stretchesOf(clauses).map(drawn).join(' ')).toBe(
    'head z1 t1(t1-x1(t1-x1-1) t1-k2(t1-k2-x1)) t2 f1 f1-p1 f1-p1-1',
  );
});

test('in reading order it is the text', () => {
  expect(stretchesOf(clauses).flatMap(clausesIn)).toEqual(clauses);
});

test('a 款 is found with its 项', () => {
  const second = stretchesById(clauses).get('t1-k2');
  expect(second && drawn(second)).toBe('t1-k2(t1-k2-x1)');
});
