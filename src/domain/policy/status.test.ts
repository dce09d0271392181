import { expect, test } from 'vitest';
import { hasEnded, type StatusEvent, sayState, sayStatus, statusOf, trialIn } from './status.ts';

const event = (is: StatusEvent['is'], date: string, by?: string): StatusEvent => ({
  is,
  date,
  source: '某处',
  checked: '2026-01-01',
  ...(by ? { by: { title: by, number: '' } } : {}),
});
const issued = event('issued', '2020-01-01');
const begun = event('in-force', '2020-03-01');
const ended = event('repealed', '2024-03-01', '新办法');

test.each<[string, StatusEvent[], string, string]>([
  ['nothing known: unknown', [], '2026-01-01', 'unknown'],
  ['issued alone puts nothing in force', [issued], '2026-01-01', 'unknown'],
  ['the day before it begins: not yet', [issued, begun], '2020-02-29', 'pending'],
  ['from the day it begins: in force', [begun, issued], '2020-03-01', 'in-force'],
  ['the day before it ends: in force', [begun, ended], '2024-02-29', 'in-force'],
  ['from the day it ends: ended', [begun, ended], '2024-03-01', 'ended'],
  ['replaced is ended, too', [begun, event('replaced', '2021-01-01', '新')], '2022-01-01', 'ended'],
  ['its term is over: expired', [begun, event('expired', '2025-03-01')], '2025-03-01', 'expired'],
  [
    'put in force again after its term',
    [event('expired', '2021-01-01'), begun, event('in-force', '2022-01-01')],
    '2023-01-01',
    'in-force',
  ],
  ['an end without a beginning is an end', [ended], '2025-01-01', 'ended'],
  [
    'a change alone says nothing of being in force',
    [event('amended', '2021-01-01', '决定')],
    '2022-01-01',
    'unknown',
  ],
])('%s', (_, events, day, state) => {
  expect(statusOf(events, day).state).toBe(state);
});

test('what is to come is told, and is not so yet', () => {
  const status = statusOf(
    [begun, event('amended', '2030-01-01', '决定'), event('expired', '2031-01-01')],
    '2026-01-01',
  );
  expect(status.amended).toBeUndefined();
  expect(status.ends?.date).toBe('2031-01-01');
  expect(sayStatus(status)).toContain('到2031年1月1日有效期满');
  const replaced = statusOf([begun, event('replaced', '2031-01-01', '新办法')], '2026-01-01');
  expect(sayStatus(replaced)).toContain('2031年1月1日起由《新办法》代替');
});

test('each state has words of its own, with its day where it has one', () => {
  const said = [
    statusOf([issued], '2026-01-01'),
    statusOf([begun], '2020-01-01'),
    statusOf([begun], '2026-01-01'),
    statusOf([begun, ended], '2026-01-01'),
    statusOf([begun, event('replaced', '2021-01-01', '新')], '2026-01-01'),
    statusOf([begun, event('expired', '2021-01-01')], '2026-01-01'),
  ];
  expect(new Set(said.map(sayState)).size).toBe(said.length);
  expect(said.map(hasEnded)).toEqual([false, false, false, true, true, true]);
  expect(sayState(said[1] as never)).toContain('2020年3月1日');
  expect(sayStatus(said[3] as never)).toContain('《新办法》');
});

test.each([
  ['某办法（试行）', '试行'],
  ['某办法(暂行)', '暂行'],
  ['某暂行办法', '暂行'],
  ['某办法', ''],
  ['关于试行某办法的通知', ''],
])('%s → %s', (title, trial) => {
  expect(trialIn(title)).toBe(trial);
});
