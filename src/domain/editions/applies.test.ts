import { expect, test } from 'vitest';
import type { StatusEvent } from '../policy/status.ts';
import { applyingOn, beginsOf } from './applies.ts';

const DECISION = { title: '云泽市关于修改示例办法的决定', number: '' };
const event = (is: StatusEvent['is'], date: string, by?: StatusEvent['by']): StatusEvent => ({
  is,
  date,
  by,
  source: '示例',
  checked: '2026-01-01',
});
const FIRST = { date: '2020-01-05', decision: undefined };
const SECOND = { date: '2022-03-01', decision: DECISION };
const THIRD = { date: '2025-03-01', decision: DECISION };
const BEGUN = event('in-force', '2020-02-01');
const ALL = [
  event('amended', '2025-05-01', DECISION),
  event('amended', '2022-05-01', DECISION),
  BEGUN,
];

test('each edition begins with its own amendment, though decisions are called alike', () => {
  expect(beginsOf([FIRST, SECOND, THIRD], ALL)).toEqual(['2020-02-01', '2022-05-01', '2025-05-01']);
});

test('one that nobody says a decision made does not begin when the document came into force', () => {
  const unsaid = { date: '2022-03-01', decision: undefined };
  expect(beginsOf([FIRST, unsaid], ALL)).toEqual(['2020-02-01', null]);
  expect(beginsOf([unsaid], [event('issued', '2020-01-05'), BEGUN])).toEqual([null]);
  expect(beginsOf([unsaid], [event('issued', '2022-03-01'), BEGUN])).toEqual(['2020-02-01']);
});

test('the newest that has begun applies, from its day on', () => {
  const on = (day: string) => applyingOn([FIRST, SECOND, THIRD], ALL, day);
  expect(on('2020-01-31')).toBeUndefined();
  expect(on('2020-02-01')).toBe(FIRST);
  expect(on('2025-04-30')).toBe(SECOND);
  expect(on('2025-05-01')).toBe(THIRD);
});

test('once an edition is issued of which nobody says from when, nobody knows which applies', () => {
  const on = (day: string) => applyingOn([FIRST, SECOND], [BEGUN], day);
  expect(on('2022-02-28')).toBe(FIRST);
  expect(on('2022-03-01')).toBeUndefined();
  expect(applyingOn([FIRST], [], '2026-01-01')).toBeUndefined();
});
