import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Citable,
  findCitations,
  formatCitation,
  formatPlace,
  formatShort,
  parseCitation,
} from './citation.ts';
import { hasPage } from './clause.ts';
import { splitPolicy } from './split.ts';

const source = readFileSync('content/policies/prs-2018-156/source.txt', 'utf8');
const joins = [13, 25, 33, 43, 53, 67].map((line) => ({ line, reason: '' }));
const policy: Citable = {
  id: 'prs-2018-156',
  title: '平顶山市高层次专业技术人才引育工程实施方案（试行）',
  number: '平人社〔2018〕156号',
  clauses: splitPolicy(source, { joins }).clauses,
};

describe('a clause as people type it', () => {
  test.each([
    ['三(四)', 'p3-4'],
    ['三（四）', 'p3-4'],
    ['三、（四）', 'p3-4'],
    ['三、(四)', 'p3-4'],
    ['第三部分第（四）项', 'p3-4'],
    ['第三部分第(四)项', 'p3-4'],
    ['第三部分第四条', 'p3-4'],
    ['第三部分第四项', 'p3-4'],
    ['第三部分（四）', 'p3-4'],
    ['第3部分第4项', 'p3-4'],
    ['3.4', 'p3-4'],
    ['3-4', 'p3-4'],
    ['３．４', 'p3-4'],
    ['3－4', 'p3-4'],
    ['p3-4', 'p3-4'],
    ['P3-4', 'p3-4'],
    [' 三 （ 四 ） ', 'p3-4'],
    ['三、', 'p3'],
    ['第三部分', 'p3'],
    ['序言', 'pre'],
    ['平人社〔2018〕156号第三部分第（四）项', 'p3-4'],
    ['156号三（四）', 'p3-4'],
    ['156号文三（四）', 'p3-4'],
    ['平人社〔2018〕156号、三（四）', 'p3-4'],
    ['第三部分第（四）项。', 'p3-4'],
    [
      '《平顶山市高层次专业技术人才引育工程实施方案（试行）》（平人社〔2018〕156号）第四部分第（六）项',
      'p4-6',
    ],
    ['prs-2018-156/p4-6', 'p4-6'],
    ['第五条', 'p5'],
    ['156号3.4', 'p3-4'],
    ['平人社〔2018〕156号3-4', 'p3-4'],
    ['第五条第2款', 'p5-2'],
    ['第三条第（四）项', 'p3-4'],
    ['平人社〔2018〕156三（四）', 'p3-4'],
  ])('%s → %s', (typed, clause) => {
    expect(parseCitation(typed, policy)).toEqual({ policy: 'prs-2018-156', clause });
  });
});

test.each([
  '〔2018〕156号',
  '[2018]156号',
  '(2018)156号',
  '【2018】156号',
  '平人社[2018]156号',
  '156号',
  '156号文',
  '平人社〈2018〉156号',
  '〔2018〕第156号',
  '平人社[2018]156',
  '平人社2018 156',
  '平人社 2018年156号',
  '平人社2018-156',
  '平人社156号',
  '2018年156号文',
  '〔2018〕156',
  '平人社〔2018〕156号',
])('%s → the document', (typed) => {
  expect(parseCitation(typed, policy)).toEqual({ policy: 'prs-2018-156', clause: null });
});

test.each([
  '',
  '   ',
  '三',
  '34',
  '9.9',
  '三（九）',
  '（三）',
  '(3)',
  '三、四',
  '3、4',
  '3，4',
  '十三（四）',
  '3.40',
  '柔性引进',
  '157号',
  '〔2019〕156号',
  '平人社2019 156',
  '平人社〔2018〕1567',
  '2018156',
  '第七条',
  '五条',
  '第五条第九款',
  '三（四',
  'p9',
  '第三部分第（四）项等',
])('「%s」 is no citation of this policy', (typed) => {
  expect(parseCitation(typed, policy)).toBeNull();
});

test('the official form names document, part and item', () => {
  expect(formatCitation(policy, 'p3-2')).toBe(
    '《平顶山市高层次专业技术人才引育工程实施方案（试行）》（平人社〔2018〕156号）第三部分第（二）项',
  );
  expect(formatShort(policy, 'p3-2')).toBe('三（二）');
  expect(formatPlace(policy, 'p3-2')).toBe('第三部分第（二）项');
});

test('every form that is written is read back, for every clause', () => {
  for (const { id } of policy.clauses.filter(hasPage)) {
    for (const form of [formatCitation(policy, id), formatPlace(policy, id)]) {
      expect(parseCitation(form, policy)?.clause, form).toBe(id);
    }
    const short = formatShort(policy, id);
    if (short.length > 1) expect(parseCitation(short, policy)?.clause, short).toBe(id);
  }
});

test('citations are found inside a sentence, also those of clauses that are not there', () => {
  const found = findCitations(
    '五（一）写的是三类，见第三部分第（四）项，没有三（九）；一百零三（四）是别的。',
    policy,
  );
  expect(found.map((f) => [f.text, f.clause])).toEqual([
    ['五（一）', 'p5-1'],
    ['第三部分第（四）项', 'p3-4'],
    ['三（九）', null],
    ['一百零三（四）', null],
  ]);
});

describe('other documents', () => {
  const statute = splitPolicy(
    '某条例\n第一编　总则\n第一章　一般规定\n第一条　为了规范，制定本条例。\n第二条　有下列情形之一的：\n（一）甲；\n（二）乙。\n前款所列，另行规定。\n下列除外：\n（一）丙。\n第一百三十三条之二　丁。\n附件1 说明\n第三部分　范围',
  );
  const law: Citable = {
    id: 'tl-2020-1',
    title: '某条例',
    number: '某令〔2020〕1号',
    clauses: statute.clauses,
  };
  test.each([
    ['第二条', 't2'],
    ['第一条', 't1'],
    ['第二条第（二）项', 't2-x2'],
    ['第二条第二款', 't2-k2'],
    ['第二条第三款第（一）项', 't2-k3-x1'],
    ['第一百三十三条之二', 't133zhi2'],
    ['第一编第一章', 'b1-z1'],
    ['附件1第三部分', 'f1-p3'],
  ])('%s → %s', (typed, clause) => {
    expect(parseCitation(typed, law)?.clause).toBe(clause);
    expect(parseCitation(formatPlace(law, clause), law)?.clause).toBe(clause);
  });
});

test('where there are articles, 条 is never said for a part', () => {
  const rules: Citable = {
    id: 'bf-2021-1',
    title: '某办法',
    number: '〔2021〕5号',
    clauses: splitPolicy(
      '某办法\n一、总则\n第一条　甲。\n第二条　乙。\n二、其他\n三、附则\n第三条　丙。',
    ).clauses,
  };
  expect(parseCitation('第二条', rules)?.clause).toBe('t2');
  expect(parseCitation('第三部分', rules)?.clause).toBe('p3');
  expect(parseCitation('第四条', rules)).toBeNull();
  // A number without an agency is none without its signs.
  expect(parseCitation('〔2021〕5号', rules)?.clause).toBeNull();
  for (const no of ['5', '20215', '2021']) expect(parseCitation(no, rules)).toBeNull();
});

test('an input of any length is read in no time, and is no citation', () => {
  expect(parseCitation('3'.repeat(1_000_000), policy)).toBeNull();
});

test('a number without a year in brackets is read only as a whole', () => {
  const order: Citable = {
    id: 'gwyl-687',
    title: '某条例',
    number: '国务院令第687号',
    clauses: policy.clauses,
  };
  expect(parseCitation('国务院令第687号三（四）', order)?.clause).toBe('p3-4');
  expect(parseCitation('号三（四）', order)).toBeNull();
  expect(parseCitation('号', order)).toBeNull();
});
