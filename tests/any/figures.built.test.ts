/** The pictures that are drawn from `figures.yml`, on the pages that show them. */
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audienceHref, clauseHref } from '../../src/routes.ts';
import { all, pages, read, textOf } from '../dist.ts';
import { library } from '../library.ts';

type Element = ReturnType<typeof all>[number];

/** Every figure with each page that shows it. */
const shown = library.policies.flatMap((policy) =>
  policy.figures.flatMap((figure) =>
    [
      ...figure.clauses.map((id) => clauseHref(policy.id, id)),
      ...figure.audiences.map(audienceHref),
    ].map((href) => ({ id: `${policy.id}-${figure.id}`, page: href.slice(1), figure })),
  ),
);

const withClass = (name: string) => (e: Element) =>
  (e.attribs['class'] ?? '').split(' ').includes(name);

/** The elements below one, in document order. */
function below(element: Element): Element[] {
  return element.children.flatMap((child) => ('attribs' in child ? [child, ...below(child)] : []));
}

/** The figure with that name on a page. */
function figureOn(page: string, id: string): Element {
  const found = all(page, (e) => e.attribs['aria-labelledby'] === `figure-${id}`)[0];
  if (!found) throw new Error(`Unexpected ${page} without figure ${id}`);
  return found;
}

/** The sentence, on the page where it stands, that a link leads to. */
function sentenceAt(page: string, link: Element): string | undefined {
  const [path = '', id] = (link.attribs['href'] ?? '').split('#');
  const sentence = all(
    join(dirname(page), path),
    (e) => e.attribs['id'] === id && withClass('sentence')(e),
  )[0];
  return sentence && textOf(sentence);
}

/** The number of a clause is set in the law's type, too, and is no quote. */
const quotesIn = (element: Element) =>
  below(element)
    .filter((e) => withClass('law')(e) && !withClass('number')(e))
    .map(textOf);

describe.each(shown)('$id on $page', ({ id, page, figure }) => {
  const element = figureOn(page, id);
  /** What is drawn solid: a step with its items, or a row with its cells. */
  const written = below(element).filter(
    (e) => withClass('box')(e) || (e.name === 'tr' && below(e).some(({ name }) => name === 'a')),
  );

  test('has the name that its heading gives it', () => {
    const heading = below(element).find((e) => e.attribs['id'] === `figure-${id}`);
    expect(heading && textOf(heading)).toBe(figure.title);
  });

  test('each part leads to a sentence that is there, and every word set as law stands in it', () => {
    expect(written.length).toBeGreaterThan(0);
    for (const part of written) {
      const links = below(part).filter(({ name }) => name === 'a');
      expect(links).toHaveLength(1);
      const sentence = sentenceAt(page, links[0] as Element);
      for (const quote of quotesIn(part)) expect(sentence).toContain(quote);
    }
    const all = quotesIn(element);
    expect(all.length).toBe(written.flatMap(quotesIn).length);
  });

  test('shows every quote of figures.yml, and every question', () => {
    const parts =
      figure.kind === 'matrix' ? figure.rows.flatMap(({ cells }) => cells) : figure.steps;
    const quotes = parts.flatMap((part) => [part.quote ?? [], 'items' in part ? part.items : []]);
    expect(quotesIn(element).toSorted()).toEqual(quotes.flat(2).toSorted());
    const text = textOf(element);
    for (const question of parts.flatMap(({ open }) => open)) expect(text).toContain(question);
  });

  test('what is dashed is said to be not written, in words', () => {
    const dashed = below(element).filter(
      (e) => withClass('open')(e) && (e.name === 'p' || e.name === 'td'),
    );
    for (const one of dashed) expect(textOf(one)).toContain('没有写：');
    for (const one of below(element)
      .filter(withClass('none'))
      .filter((e) => e.name === 'td'))
      expect(textOf(one)).toContain('没有写到');
  });
});

test('a page without a figure carries no style of figures', () => {
  const sheets = new Map<string, string>();
  const styleOf = (page: string) => {
    const [link] = all(page, (e) => e.name === 'link' && e.attribs['rel'] === 'stylesheet');
    const sheet = join(dirname(page), link?.attribs['href'] ?? '');
    const style = sheets.get(sheet) ?? read(sheet);
    sheets.set(sheet, style);
    return style;
  };
  const drawn = new Set(shown.map(({ page }) => page));
  for (const page of drawn) expect(styleOf(page)).toContain('.figure');
  const others = pages.filter((page) => !drawn.has(page) && page !== '404.html');
  expect(others.filter((page) => styleOf(page).includes('.figure'))).toEqual([]);
});
