/** A site of two policies of which nothing is there but the text and what it is. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatePolicies } from '../scripts/lib/bench/generated-policy.ts';
import { sampleOf } from '../scripts/lib/bench/sample.ts';
import { readContent } from '../src/content/read/content.ts';
import { contentFolder, readFolder } from '../src/content/read/folder.ts';
import { travellingSize } from '../src/finish/weight.ts';
import { buildBare } from './build-content.ts';

const { source } = sampleOf(readContent(readFolder(contentFolder())));
const policies = generatePolicies(source, 45);
// The longer one, of forty clauses: more than may be kept offline at once.
const opening = policies[0]?.id ?? '';

let site = '';
let alone = '';
const page = (name: string, of = site) => readFileSync(join(of, name), 'utf8');

beforeAll(() => {
  site = buildBare('bare', policies);
  alone = buildBare('alone', policies.slice(0, 1));
});
afterAll(() => {
  for (const built of [site, alone]) rmSync(built, { recursive: true });
});

test('the home page leads to both', () => {
  expect(policies).toHaveLength(2);
  for (const policy of policies) {
    expect(page('index.html')).toContain(`href="${policy.id}.html"`);
    expect(existsSync(join(site, `${policy.id}.html`))).toBe(true);
  }
});

test('nobody is led to a self-check that is not there', () => {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.html') && !['check.html', 'review.html'].includes(name),
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const name of pages) expect(page(name), name).not.toMatch(/href="[^"]*check\.html"/u);
});

test('of a long policy that stands alone the whole text is kept offline, and as many clauses as there is room for', async () => {
  const [, list = '[]'] = /const KEPT = (\[.*\]);/u.exec(page('sw.js', alone)) ?? [];
  const kept: string[] = JSON.parse(list);
  expect(kept).toContain(`${opening}.html`);
  const clauses = readdirSync(join(alone, opening)).filter((name) => name.endsWith('.html'));
  const keptClauses = kept.filter(
    (file) => file.startsWith(`${opening}/`) && file.endsWith('.html'),
  );
  expect(keptClauses.length).toBeGreaterThan(20);
  expect(keptClauses.length).toBeLessThan(clauses.length);
  const inOrder = clauses.map((name) => `${opening}/${name}`).sort();
  expect(keptClauses).toEqual(inOrder.slice(0, keptClauses.length));
  const sizes = kept.map((file) => travellingSize(readFileSync(join(alone, file))));
  const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(weight).toBeLessThanOrEqual(170 * 1024);
});
