import { expect, test } from 'vitest';
import { splitPolicy } from '../policy/split.ts';
import { applyDecision } from './amend.ts';
import { compareEditions } from './compare.ts';
import { readDecision } from './decision-read.ts';
import { itemsOf } from './items-of.ts';

const OLD = `云泽市补贴办法

第一条 为了发放补贴，制定本办法。

第二条 申请人应当在30日内提出申请。

第三条 补贴按季度发放。

第四条 申请人应当每年报告一次情况。
`;
const DECISION = `云泽市人民政府关于修改《云泽市补贴办法》的决定

云泽市人民政府决定对《云泽市补贴办法》作如下修改：

一、将第二条中的“30日”修改为“60日”。

二、删去第四条。
`;
const NEXT = OLD.replace('30日', '60日').replace(/\n第四条.*\n/u, '');

function told(next: string): [string, string | null][] {
  const amendment = applyDecision({ source: OLD }, readDecision(DECISION, '云泽市补贴办法'));
  const { changes } = compareEditions(splitPolicy(OLD).clauses, splitPolicy(next).clauses);
  return [...itemsOf(changes, amendment)].map(([{ old, next: now }, item]) => [
    (now[0] ?? old[0])?.clause ?? '',
    item?.id ?? null,
  ]);
}

test('each change names the item that says it', () => {
  expect(told(NEXT)).toEqual([
    ['t2', 'p1'],
    ['t4', 'p2'],
  ]);
});

test('what no item says is nobody’s, and so is a text that is not what the item makes of it', () => {
  expect(told(NEXT.replace('按季度', '按月'))).toEqual([
    ['t2', 'p1'],
    ['t3', null],
    ['t4', 'p2'],
  ]);
  expect(told(NEXT.replace('60日', '90日'))[0]).toEqual(['t2', null]);
});
