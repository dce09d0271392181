/** What the site says beside a clause, as its page shows it. */
import { readFileSync } from 'node:fs';
import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withoutFormula } from '../src/domain/plain.ts';
import { all, textOf } from './dist.ts';
import { clauses, POLICY, paged } from './policy.ts';

const GAPS: Record<string, { text: string }> = parse(
  readFileSync(`content/policies/${POLICY}/selfcheck/gaps.yml`, 'utf8'),
);
const SAYS = ['能怎样', '要做什么', '写的是'];
const NOT_STATED = /本文件没有写明?/gu;

type Element = ReturnType<typeof all>[number];
const named = (file: string, id: string) =>
  all(file, (e) => e.attribs['aria-labelledby'] === id)[0];
const inside = (element: Element | undefined, name: string) =>
  element ? DomUtils.findAll((e) => e.name === name, element.children) : [];
/** How often a text stands in another. */
const count = (text: string, wanted: string) => text.split(wanted).length - 1;

describe.each(paged.map(({ id }) => id))('%s', (id) => {
  const file = `${POLICY}/${id}.html`;
  const page = all(file, (e) => e.name === 'main')
    .map(textOf)
    .join('');
  const list = named(file, 'open');

  test('tells each gap at most once', () => {
    for (const [gap, { text }] of Object.entries(GAPS)) {
      expect(count(page, text) + count(page, withoutFormula(text)), gap).toBeLessThanOrEqual(1);
      // Nor what it is about, before it says that this is not stated.
      const [about = ''] = text.split('本文件没有写');
      expect(count(page, about.replace(/[，,]$/u, '')), gap).toBeLessThanOrEqual(1);
    }
  });

  test('says that something is not stated once, over the list of what is not', () => {
    expect(page.match(NOT_STATED) ?? []).toEqual(list ? ['本文件没有写明'] : []);
  });

  test('sorts our words into rows, of which one says what the text does', () => {
    // What one word of ours says needs no fold.
    const section = named(file, 'plain');
    const plain = [...inside(section, 'details'), ...inside(section, 'p')];
    expect(plain.length > 0).toBe(Boolean(section));
    for (const block of plain) {
      // What the first row is, is said to those who do not see it.
      const first = textOf(block).trim().split('：')[0] ?? '';
      const labels = [first, ...inside(block, 'dt').map(textOf)];
      expect(labels.length).toBe(new Set(labels).size);
      expect(labels.length).toBe(inside(block, 'dd').length + 1);
      expect(labels.filter((label) => SAYS.includes(label)).length).toBe(1);
      const links = inside(block, 'a').map((a) => a.attribs['href'] ?? '');
      expect(links.length).toBeGreaterThan(0);
      const sentences = clauses.find((c) => c.id === id)?.paragraphs.flatMap((p) => p.sentences);
      for (const link of links)
        expect(
          sentences?.some(({ n }) => link.endsWith(`#s${n}`)),
          link,
        ).toBe(true);
    }
  });
});
