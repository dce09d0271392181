import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultPolicy, readContent } from '../read-content.ts';
import { generatePolicies } from './generated-policy.ts';
import { markdownOf, pagesOfGenerated, pagesOfOurs } from './markdown-pages.ts';

test('each clause of our policy is a page with its text and our plain words', () => {
  const files = readContent();
  const id = defaultPolicy(files);
  const pages = pagesOfOurs(id, '网站', files);
  const clause = pages.find(({ path }) => path === `${id}/p3-4`);
  const source = files.get(`content/policies/${id}/source.txt`)?.text;
  expect(source).toContain(clause?.paragraphs[0]);
  expect(clause?.paragraphs.length).toBeGreaterThan(1);
  expect(pages.slice(0, 2).map(({ path }) => path)).toEqual(['index', `${id}/index`]);
});

test('each clause of a generated policy is a page', () => {
  const model = readFileSync('content/policies/prs-2018-156/source.txt', 'utf8');
  expect(generatePolicies(model, 80).flatMap(pagesOfGenerated)).toHaveLength(80);
});

test('what Markdown would take for its own stays text', () => {
  const page = { path: 'a', title: '甲“乙”', paragraphs: ['*甲* [乙](丙)'] };
  expect(markdownOf(page)).toBe(
    '---\ntitle: "甲“乙”"\ndescription: "*甲* [乙](丙)"\n---\n\n\\*甲\\* \\[乙\\](丙)\n',
  );
});
