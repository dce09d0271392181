/** Sites of texts of which nothing is there but the text and what it is: of every usual form that passes the check, of two policies, and of one. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatePolicies } from '../scripts/lib/bench/generated-policy.ts';
import { sampleOf } from '../scripts/lib/bench/sample.ts';
import { checkContent } from '../src/content/check/content.ts';
import { readContent } from '../src/content/read/content.ts';
import { contentFolder, readFolder } from '../src/content/read/folder.ts';
import { formatCitation } from '../src/domain/policy/citation.ts';
import { clauseText } from '../src/domain/policy/clause.ts';
import { splitPolicy } from '../src/domain/policy/split.ts';
import { clausesIn, stretchesById } from '../src/domain/policy/stretch.ts';
import { travellingSize } from '../src/finish/weight.ts';
import { buildBare } from './build-content.ts';
import { type Kind, type MadeText, makeTexts } from './made-texts.ts';

/** Real documents, where they lie beside the project. */
const CASES = '../shared/cases/structure';

/** What an editor would be told of a policy. */
function problemsOf({ id, source, info }: MadeText): string[] {
  const folder = `policies/${id}/`;
  const file = (text: string) => ({
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  const files = new Map([
    [`${folder}source.txt`, file(source)],
    [`${folder}policy.yml`, file(info)],
  ]);
  return checkContent(files).flatMap((one) => (one.file.startsWith(folder) ? one.fix : []));
}

function realTexts(): MadeText[] {
  if (!existsSync(`${CASES}/manifest.json`)) return [];
  const { documents } = JSON.parse(readFileSync(`${CASES}/manifest.json`, 'utf8'));
  return documents.map(({ file, title, wenhao }: Record<string, string>, i: number): MadeText => {
    const source = readFileSync(`${CASES}/${file}`, 'utf8');
    const issuer = ['国务院', '人民代表大会', '法院', '部'].find((name) => source.includes(name));
    const fields = {
      title,
      shortTitle: title,
      ...(wenhao ? { number: wenhao } : {}),
      issuer,
      issued: '1949-10-01',
      ask: issuer,
      sha256: createHash('sha256').update(source).digest('hex'),
    };
    const write = () =>
      Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    const text = { id: `real-${i + 1}`, title: String(title), source, info: write().join('') };
    const [, day] = /issued: '(.+)'/u.exec(problemsOf(text).join('\n')) ?? [];
    fields.issued = day ?? fields.issued;
    return { ...text, info: write().join('') };
  });
}

const kinds: Kind[] = ['statute', 'notice', 'annexed'];
const texts = [...kinds.flatMap((kind) => makeTexts(kind, 12)), ...realTexts()];
const numbered = new Set<string>();
const passing = texts
  .filter((text) => problemsOf(text).length === 0)
  // Two by chance of one number are no fault of either.
  .filter(({ id, info }) => {
    const number = /^number: .*$/mu.exec(info)?.[0] ?? id;
    return !numbered.has(number) && numbered.add(number);
  });

const { source } = sampleOf(readContent(readFolder(contentFolder())));
const two = generatePolicies(source, 45);
// Of more clauses than may be kept offline at once.
const one = generatePolicies(source, 65, 65);
const opening = one[0]?.id ?? '';

const sites = { anyText: '', two: '', one: '' };
const page = (name: string, site = sites.anyText) => readFileSync(join(site, name), 'utf8');

beforeAll(() => {
  Object.assign(sites, buildBare({ anyText: passing, two, one }));
});
afterAll(() => {
  for (const site of Object.values(sites)) rmSync(site, { recursive: true, force: true });
});

test('texts of each kind pass the check, and each of these has its pages', () => {
  for (const kind of kinds)
    expect(passing.filter(({ id }) => id.startsWith(kind)).length, kind).toBeGreaterThan(3);
  for (const { id } of passing)
    expect(existsSync(join(sites.anyText, `${id}.html`)), id).toBe(true);
});

/** The texts of the elements of a page that a test says yes to. */
function textsOn(name: string, wanted: (attributes: Record<string, string>) => boolean): string[] {
  const { children } = parseDocument(page(name));
  return DomUtils.findAll(({ attribs }) => wanted(attribs), children).map(DomUtils.textContent);
}

/** The articles of the statutes, each with all that stands in it. */
const articles = passing
  .filter(({ id }) => id.startsWith('statute'))
  .flatMap(({ id, source, info }) => {
    const { clauses } = splitPolicy(source);
    const { title, number = '' } = parse(info);
    const stretches = stretchesById(clauses);
    return clauses
      .filter(({ kind }) => kind === 'article')
      .map((article) => ({
        policy: { id, title, number, clauses },
        article,
        inner: clausesIn(stretches.get(article.id) ?? { clause: article, inner: [] }),
      }));
  });

test('the page of an article shows all of it, and names each 款 and 项', () => {
  expect(articles.filter(({ inner }) => inner.length > 3).length).toBeGreaterThan(10);
  for (const { policy, article, inner } of articles) {
    const name = `${policy.id}/${article.id}.html`;
    const shown = textsOn(name, (attributes) => 'data-issued' in attributes);
    expect(shown.join('\n'), name).toBe(inner.map(clauseText).join('\n'));
    expect(textsOn(name, (attributes) => 'data-citation' in attributes)).toEqual([
      formatCitation(policy, article.id),
    ]);
    for (const { id } of inner.slice(1)) {
      expect(
        textsOn(name, (attributes) => attributes['id'] === id.slice(article.id.length + 1)),
      ).toHaveLength(1);
      expect(page(name)).toContain(`href="../${policy.id}/${id}.html"`);
      expect(
        textsOn(`${policy.id}/${id}.html`, (attributes) => 'data-citation' in attributes),
      ).toEqual([formatCitation(policy, id)]);
    }
  }
});

test('a sentence has one address on the page of its article', () => {
  for (const { policy, article } of articles) {
    const name = `${policy.id}/${article.id}.html`;
    const ids = [...page(name).matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
});

test('a document without a number is named by its title on every page', () => {
  const { id, title } = passing.find(({ info }) => !info.includes('\nnumber:')) ?? {
    id: '',
    title: '',
  };
  expect(page(`${id}.html`)).toMatch(new RegExp(`<aside.*<span[^>]*>《${title}》</span>`, 'u'));
  expect(page(`${id}.html`)).not.toContain('（）');
  expect(page(`${id}.html`)).not.toContain('>文号<');
});

test('first words are the text’s, and that they are cut is ours', () => {
  const name = `${passing[0]?.id}.html`;
  const cut = passing.flatMap(({ id, source }) =>
    splitPolicy(source)
      .clauses.filter(({ label, kind }) => label.endsWith('…') && kind === 'article')
      .map((clause) => [`${id}/${clause.id}.html`, clause.label] as const),
  );
  expect(cut.length, name).toBeGreaterThan(20);
  for (const [file, label] of cut) {
    const dressed = textsOn(file, ({ class: classes = '' }) => /(?:^| )law(?: |$)/u.test(classes));
    expect(dressed).toContain(label.slice(0, -1));
    expect(dressed).not.toContain(label);
  }
});

describe('of two policies', () => {
  test('the home page leads to both', () => {
    expect(two).toHaveLength(2);
    for (const policy of two) {
      expect(page('index.html', sites.two)).toContain(`href="${policy.id}.html"`);
      expect(existsSync(join(sites.two, `${policy.id}.html`))).toBe(true);
    }
  });

  test('nobody is led to a self-check that is not there', () => {
    const pages = readdirSync(sites.two, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.html') && !['check.html', 'review.html'].includes(name),
    );
    expect(pages.length).toBeGreaterThan(50);
    for (const name of pages)
      expect(page(name, sites.two), name).not.toMatch(/href="[^"]*check\.html"/u);
  });
});

test('of a long policy that stands alone the whole text is kept offline, and as many clauses as there is room for', async () => {
  const [, list = '[]'] = /const KEPT = (\[.*\]);/u.exec(page('sw.js', sites.one)) ?? [];
  const kept: string[] = JSON.parse(list);
  expect(kept).toContain(`${opening}.html`);
  const clauses = readdirSync(join(sites.one, opening)).filter(
    (name) => name.endsWith('.html') && !/^\d/u.test(name),
  );
  const keptClauses = kept.filter(
    (file) => file.startsWith(`${opening}/`) && file.endsWith('.html'),
  );
  expect(keptClauses.length).toBeGreaterThan(20);
  expect(keptClauses.length).toBeLessThan(clauses.length);
  const inOrder = clauses.map((name) => `${opening}/${name}`).sort();
  expect(keptClauses).toEqual(inOrder.slice(0, keptClauses.length));
  const sizes = kept.map((file) => travellingSize(readFileSync(join(sites.one, file))));
  const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(weight).toBeLessThanOrEqual(190 * 1024);
});
