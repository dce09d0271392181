/** A site of two policies of which nothing is there but the text and what it is. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatePolicies } from '../scripts/lib/bench/generated-policy.ts';
import { makeBareProject } from '../scripts/lib/bench/our-project.ts';
import { defaultPolicy, readContent } from '../scripts/lib/read-content.ts';
import { travellingSize } from '../src/finish/weight.ts';
import { DIST } from './dist.ts';

const own = readContent();
const id = defaultPolicy(own);
const source = own.get(`content/policies/${id}/source.txt`)?.text ?? '';
const policies = generatePolicies(source, 45);
// The longer one, of forty clauses: more than may be kept offline at once.
const opening = policies[0]?.id ?? '';

const folder = mkdtempSync(join(tmpdir(), 'bare-'));
const at = join(folder, 'site');
const page = (name: string) => readFileSync(join(at, DIST, name), 'utf8');

beforeAll(() => {
  makeBareProject(at, policies);
  for (const script of ['check-content', 'write-pages', 'finish-pages'])
    execFileSync(process.execPath, [`scripts/${script}.ts`], {
      cwd: at,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('the home page leads to both', () => {
  expect(policies).toHaveLength(2);
  for (const policy of policies) {
    expect(page('index.html')).toContain(`href="${policy.id}.html"`);
    expect(existsSync(join(at, DIST, `${policy.id}.html`))).toBe(true);
  }
});

test('nobody is led to a self-check that is not there', () => {
  const pages = readdirSync(join(at, DIST), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.html') && !['check.html', 'review.html'].includes(name),
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const name of pages) expect(page(name), name).not.toMatch(/href="[^"]*check\.html"/u);
});

test('of a long policy the whole text is kept offline, and as many clauses as there is room for', async () => {
  const [, list = '[]'] = /const KEPT = (\[.*\]);/u.exec(page('sw.js')) ?? [];
  const kept: string[] = JSON.parse(list);
  expect(kept).toContain(`${opening}.html`);
  const clauses = readdirSync(join(at, DIST, opening)).filter((name) => name.endsWith('.html'));
  const keptClauses = kept.filter((file) => file.startsWith(`${opening}/`));
  expect(keptClauses.length).toBeGreaterThan(20);
  expect(keptClauses.length).toBeLessThan(clauses.length);
  const inOrder = clauses.map((name) => `${opening}/${name}`).sort();
  expect(keptClauses).toEqual(inOrder.slice(0, keptClauses.length));
  const sizes = kept.map((file) => travellingSize(readFileSync(join(at, DIST, file))));
  const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(weight).toBeLessThanOrEqual(170 * 1024);
});
