import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Citable, formatCitation, formatPlace, formatShort } from './citation.ts';
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
