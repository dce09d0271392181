import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/content/check/content.ts';
import { clauseText, hasPage, paragraphText } from '../../../src/domain/policy/clause.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import { readContent } from '../read-content.ts';
import { type GeneratedPolicy, generatePolicies } from './generated-policy.ts';

const model = readFileSync('content/policies/prs-2018-156/source.txt', 'utf8');
const split = ({ source }: GeneratedPolicy) => splitPolicy(source, { labels: { pre: '序言' } });
const paged = (policy: GeneratedPolicy) => split(policy).clauses.filter(hasPage);

test('a policy has forty clauses with a page, and an editor has nothing to look at', () => {
  for (const policy of generatePolicies(model, 400)) {
    expect(paged(policy)).toHaveLength(40);
    expect(split(policy).findings).toEqual([]);
  }
});

test.each([[1], [7], [30], [41], [100]])('%i clauses are as many in all', (clauses) => {
  const policies = generatePolicies(model, clauses);
  expect(policies.flatMap(paged)).toHaveLength(clauses);
});

test('the shape is that of an issued text', () => {
  const [policy] = generatePolicies(model, 40);
  const { clauses } = split(policy!);
  const roles = clauses.flatMap((c) => c.paragraphs.map((p) => p.role));
  expect(new Set(roles)).toEqual(
    new Set(['letterhead', 'number', 'title', 'preamble', 'heading', 'body', 'imprint']),
  );
  const ids = clauses.map((c) => c.id);
  expect(ids.slice(0, 4)).toEqual(['head', 'pre', 'p1', 'p1-1']);
  expect(ids.at(-1)).toBe('imprint');
  expect(paragraphText(clauses[2]!.paragraphs[0]!)).toMatch(/^一、/u);
  expect(clauses.filter((c) => c.kind === 'item').every((c) => c.heading)).toBe(true);
});

test('no two clauses are the same and no two runs differ', () => {
  const texts = generatePolicies(model, 400).flatMap(paged).map(clauseText);
  expect(new Set(texts).size).toBe(texts.length);
  expect(generatePolicies(model, 80)).toEqual(generatePolicies(model, 80));
});

test('the content check takes a generated policy as it is', () => {
  const own = readContent();
  const made = generatePolicies(model, 80).flatMap(({ id, source, info }) => {
    const sha256 = /^sha256: "(.*)"$/mu.exec(info)![1]!;
    return [
      [`content/policies/${id}/source.txt`, { text: source, sha256 }],
      [`content/policies/${id}/policy.yml`, { text: info, sha256 }],
    ] as const;
  });
  expect(checkContent(new Map([...own, ...made]))).toEqual([]);
});
