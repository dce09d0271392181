import { expect, test } from 'vitest';
import { readContent } from '../../../src/content/read/content.ts';
import { contentFolder, readFolder } from '../../../src/content/read/folder.ts';
import { generatePolicies } from './generated-policy.ts';
import { markdownOf, pagesOfGenerated, pagesOfOurs } from './markdown-pages.ts';
import { sampleOf } from './sample.ts';

const { folder, source, clauses, longest } = sampleOf(readContent(readFolder(contentFolder())));

test('each clause of our policy is a page with its text and our plain words', () => {
  const pages = pagesOfOurs(folder);
  expect(pages.map(({ path }) => path)).toEqual([
    'index',
    `${folder.id}/index`,
    ...clauses.map((clause) => `${folder.id}/${clause}`),
  ]);
  const page = pages.find(({ path }) => path === `${folder.id}/${longest}`);
  expect(source).toContain(page?.paragraphs[0]);
  const file = folder.clauses.find(({ id }) => id === longest);
  expect(page?.paragraphs.at(-1)).toContain(file?.blocks.at(-1)?.parts[0]?.text);
});

test('each clause of a generated policy is a page', () => {
  expect(generatePolicies(source, 80).flatMap(pagesOfGenerated)).toHaveLength(80);
});

test('what Markdown would take for its own stays text', () => {
  const page = { path: 'a', title: '甲“乙”', paragraphs: ['*甲* [乙](丙)'] };
  expect(markdownOf(page)).toBe(
    '---\ntitle: "甲“乙”"\ndescription: "*甲* [乙](丙)"\n---\n\n\\*甲\\* \\[乙\\](丙)\n',
  );
});
