import { describe, expect, it } from 'vitest';
import { splitPolicy } from '../policy/split.ts';
import { compareEditions } from './compare.ts';
import { compareSentences, sentencesWent } from './sentences.ts';

const OLD =
  '云泽市住房补贴办法\n第一条　申请人应当提交材料。受理窗口应当在30个工作日内办结。逾期不办的，可以投诉。\n第二条　本办法自公布之日起施行。';
const NEXT =
  '云泽市住房补贴办法\n第一条　本办法适用于云泽市居民。\n第二条　申请人应当提交材料。受理窗口应当在20个工作日内办结。收件当场出具回执。\n第三条　本办法自公布之日起施行。';

function compared() {
  return compareEditions(splitPolicy(OLD).clauses, splitPolicy(NEXT).clauses);
}

describe('sentences side by side', () => {
  it('equal ones stand beside each other, changed ones in order between them', () => {
    const change = compared().changes.find(({ kind }) => kind === 'changed');
    const rows = change ? compareSentences(change) : [];
    expect(
      rows.map(({ old, next, changed }) => [old?.n ?? null, next?.n ?? null, changed]),
    ).toEqual([
      [1, 1, false],
      [2, 2, true],
      [3, null, true],
      [null, 3, true],
    ]);
  });

  it('a sentence of the old edition leads to where it stands now', () => {
    const went = sentencesWent(compared());
    expect(went.get('t1#s1')).toMatchObject({ next: { clause: 't2', n: 1 }, changed: false });
    expect(went.get('t1#s2')).toMatchObject({ next: { clause: 't2', n: 2 }, changed: true });
    expect(went.get('t1#s3')).toMatchObject({ next: null, changed: true });
    expect(went.get('t2#s1')).toMatchObject({ next: { clause: 't3', n: 1 }, changed: false });
  });
});
