import { expect, test } from 'vitest';
import { KINDS, type Kind, kindsOf } from './statement.ts';

test.each<[Kind, string]>([
  ['amount', '每人每月补助500元。'],
  ['amount', '返还其上年度缴费的50%。'],
  ['place', '向户籍所在地的窗口提出。'],
  ['material', '应当提交身份证复印件。'],
  ['time', '自受理之日起20日内作出决定。'],
  ['condition', '应当具备下列条件：'],
  ['bearer', '由县级主管部门负责。'],
  ['procedure', '经审核后公示。'],
  ['penalty', '处1万元以上5万元以下的罚款。'],
  ['complaint', '可以依法申请行政复议。'],
  ['validity', '本办法自2020年1月1日起施行。'],
  ['strength', '任何单位不得拒绝。'],
  ['who', '本办法适用于本市的单位。'],
  ['what', '本办法所称补助，是指资金补助。'],
])('%s is said by 「%s」', (kind, sentence) => {
  expect(kindsOf(sentence)).toContain(KINDS[kind]);
});

test('a sentence may say none of them', () => {
  expect(kindsOf('天气很好。')).toBe('');
});

test('each kind has a sign of its own', () => {
  const signs = Object.values(KINDS);
  expect(new Set(signs).size).toBe(signs.length);
});
