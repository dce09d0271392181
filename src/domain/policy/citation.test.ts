import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type Citable,
  formatCitation,
  formatDocument,
  formatOwnPlace,
  formatPlace,
  formatShort,
} from './citation.ts';
import { splitPolicy } from './split.ts';

const source = readFileSync('content/policies/prs-2018-156/source.txt', 'utf8');
const policy: Citable = {
  id: 'prs-2018-156',
  title: '平顶山市高层次专业技术人才引育工程实施方案（试行）',
  number: '平人社〔2018〕156号',
  clauses: splitPolicy(source, {
    joins: [13, 25, 33, 43, 53, 67].map((line) => ({ line, reason: '' })),
  }).clauses,
};

test('the official form names document, part and item', () => {
  expect(formatCitation(policy, 'p3-2')).toBe(
    '《平顶山市高层次专业技术人才引育工程实施方案（试行）》（平人社〔2018〕156号）第三部分第（二）项',
  );
  expect(formatShort(policy, 'p3-2')).toBe('三（二）');
  expect(formatPlace(policy, 'p3-2')).toBe('第三部分第（二）项');
});

test('a title within a title changes its marks', () => {
  expect(formatDocument({ title: '关于修改《某办法》的决定', number: '某令〔2025〕2号' })).toBe(
    '《关于修改〈某办法〉的决定》（某令〔2025〕2号）',
  );
});

const law: Citable = {
  id: 'tl',
  title: '某条例',
  number: '',
  clauses: splitPolicy(
    '第一编　总则\n第一条　甲：\n（一）乙；\n1.丙。\n前款丁。\n（一）戊。\n第二条　己：\n（一）庚。\n第三部分　辛\n附件1　壬\n一、癸',
  ).clauses,
};

test.each([
  // An article of several 款 is all of them; its own sentences stand in the first.
  ['t1', '第一条', '第一条第一款', '第一条'],
  ['t1-x1', '第一条第一款第（一）项', '第一条第一款第（一）项', '第一条第一款（一）'],
  ['t1-x1-1', '第一条第一款第（一）项第1目', '第一条第一款第（一）项第1目', '第一条第一款（一）1.'],
  ['t1-k2', '第一条第二款', '第一条第二款', '第一条第二款'],
  ['t1-k2-x1', '第一条第二款第（一）项', '第一条第二款第（一）项', '第一条第二款（一）'],
  // One of a single 款 is that 款.
  ['t2', '第二条', '第二条', '第二条'],
  ['t2-x1', '第二条第（一）项', '第二条第（一）项', '第二条（一）'],
  ['b1-p3', '第一编第三部分', '第一编第三部分', '第一编第三部分'],
  ['f1-p1', '附件1第一部分', '附件1第一部分', '附件1·一'],
])('%s is %s, its own sentences stand in %s, and in short it is %s', (id, place, own, short) => {
  expect(formatPlace(law, id)).toBe(place);
  expect(formatOwnPlace(law, id)).toBe(own);
  expect(formatShort(law, id)).toBe(short);
});

test('a document without a number is cited by its title', () => {
  expect(formatCitation(law, 't1-k2')).toBe('《某条例》第一条第二款');
  expect(formatCitation(law, null)).toBe('《某条例》');
});
