import { describe, expect, test } from 'vitest';
import { toldDay } from './build-day.ts';

const committed = () => '2026-05-04';

describe('the day of a build is', () => {
  const cases: [string, string[], Record<string, string>, string | undefined][] = [
    ['the one that is asked for', ['--day', '2026-01-31'], { DAY: '2026-02-01' }, '2026-01-31'],
    ['else DAY', [], { DAY: '2026-02-01', SOURCE_DATE_EPOCH: '0' }, '2026-02-01'],
    [
      'else that of SOURCE_DATE_EPOCH, by UTC',
      [],
      { SOURCE_DATE_EPOCH: '1767225599' },
      '2025-12-31',
    ],
    ['else that of the last commit', [], { DAY: '', SOURCE_DATE_EPOCH: '' }, '2026-05-04'],
  ];
  test.each(cases)('%s', (_, args, env, day) => {
    expect(toldDay(args, env, committed)).toEqual({ day, rest: [] });
  });
  test('nobody’s where there is no commit either', () => {
    expect(toldDay([], {}, () => undefined)).toEqual({ day: undefined, rest: [] });
  });
});

test('what else is said stays as it was', () => {
  expect(toldDay(['out', '--day', '2026-01-31', '--all'], {}, committed)).toEqual({
    day: '2026-01-31',
    rest: ['out', '--all'],
  });
});

describe('what is no day is refused with its name', () => {
  const cases: [string, string[], Record<string, string>][] = [
    ['--day', ['--day', '2026-02-30'], {}],
    ['--day', ['--day'], {}],
    ['--day', ['--day', '2026-1-3'], {}],
    ['DAY', [], { DAY: 'today' }],
    ['SOURCE_DATE_EPOCH', [], { SOURCE_DATE_EPOCH: '2026-01-31' }],
  ];
  test.each(cases)('%s: %j %j', (name, args, env) => {
    const told = toldDay(args, env, committed);
    expect('fault' in told && told.fault.startsWith(name)).toBe(true);
  });
});
