import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/content/check/content.ts';
import { readContent } from '../../../src/content/read/content.ts';
import { contentFolder, readFolder } from '../../../src/content/read/folder.ts';
import { clauseText, hasPage, paragraphText } from '../../../src/domain/policy/clause.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import { type GeneratedPolicy, generatePolicies } from './generated-policy.ts';
import { makeContent, makeContentBeside } from './made-content.ts';
import { sampleOf } from './sample.ts';

const { source: model } = sampleOf(readContent(readFolder(contentFolder())));
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

test.each([
  ['alone', makeContent],
  ['beside what there is', makeContentBeside],
])('the content check takes generated policies %s', (_, make) => {
  const at = mkdtempSync(join(tmpdir(), 'made-'));
  make(at, generatePolicies(model, 80));
  expect(checkContent(readFolder(at))).toEqual([]);
  rmSync(at, { recursive: true });
});
