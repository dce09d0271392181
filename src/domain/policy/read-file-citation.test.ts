import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatCitation, formatPlace, formatShort } from './citation.ts';
import { hasPage } from './clause.ts';
import { readMetadata } from './metadata.ts';
import { FileCitationReader } from './read-file-citation.ts';
import { splitPolicy } from './split.ts';

const SOURCE = `某市人民政府
关于印发两个规定的通知
某政〔2020〕1号
现印发给你们。
某市人民政府
2020年3月5日
甲规定
为了办事，制定本规定。
一、总则
（一）丙。
（二）丁。
二、附则
1.戊。
2.己。
本规定自印发之日起施行。
乙规定
一、范围
（一）庚：
1.辛；
2.壬。
附件
某制度
一、职能
癸。
成员名单
组长：某局局长`;

/** A text with the name it has by what it says of itself. */
function policyOf(source: string) {
  const { clauses } = splitPolicy(source);
  const { title, number } = readMetadata(clauses);
  return { id: 'x-2020-1', title: title?.value ?? '', number: number?.value ?? '', clauses };
}

const read = (source: string) =>
  readFileSync(`examples/library/policies/${source}/source.txt`, 'utf8');

test.each([
  ['two documents issued by a notice', SOURCE],
  ['a plan in decimals, a table and a list', read('rent-plan-2025-20')],
  ['a statute', read('housing-2024-9')],
])('every form that is written is read back: %s', (_, source) => {
  const policy = policyOf(source);
  const reader = new FileCitationReader(
    policy,
    () => Infinity,
    (id) => formatShort(policy, id),
  );
  for (const { id } of policy.clauses.filter(hasPage))
    for (const form of [formatCitation, formatPlace, formatShort])
      expect(reader.read(form(policy, id))[0]?.clause, form(policy, id)).toBe(id);
});

test.each([
  ['《乙规定》第一部分第（一）项', 'd3-p1-1'],
  ['乙规定（某政〔2020〕1号）第一部分', 'd3-p1'],
  ['《甲规定》', 'd2'],
  ['第二部分', 'd2-p2'],
  ['附件第一部分', 'f1-p1'],
  ['正文第1句', 'text'],
])('%s → %s', (cited, clause) => {
  const policy = policyOf(SOURCE);
  const reader = new FileCitationReader(
    policy,
    () => 9,
    (id) => formatShort(policy, id),
  );
  expect(reader.read(cited)[0]?.clause).toBe(clause);
});
