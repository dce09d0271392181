/** The terms of a policy in its issued text: each leads to what is said of it. */
import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/domain/policy/clause.ts';
import { clausesIn } from '../../src/domain/policy/stretch.ts';
import { clauseHref, entryId, TERMS } from '../../src/routes.ts';
import { clausePages } from '../../src/site/pages.ts';
import { all, pages, textOf } from '../dist.ts';
import { library } from '../library.ts';

const withTerms = clausePages(library)
  .map(({ props }) => props)
  .filter(({ policy }) => policy.terms.length > 0);

/** Links in the issued text of a page that are no anchors of its sentences and no citations. */
const linksIn = (file: string) =>
  all(file, 'data-issued')
    .flatMap((issued) => DomUtils.getElementsByTagName('a', issued))
    .filter(
      ({ attribs }) => attribs['class'] !== 'anchor screen-only' && attribs['rel'] !== 'cite',
    );

describe.each(
  withTerms.map(
    (props) => [clauseHref(props.policy.id, props.stretch.clause.id).slice(1), props] as const,
  ),
)('%s', (file, { policy, stretch }) => {
  const clauses = clausesIn(stretch);
  /** The sentences of a clause without what they cite, where a term leads nowhere of its own. */
  const withoutCitations = (clause: (typeof clauses)[number]) =>
    sentencesOf(clause).map(({ n, text }) =>
      (library.citations.links.get(policy.id)?.get(clause.id) ?? [])
        .filter((one) => one.n === n)
        .reduceRight((left, { from, to }) => `${left.slice(0, from)}\n${left.slice(to)}`, text),
    );
  const links = linksIn(file).map((link) => ({
    text: textOf(link),
    href: link.attribs['href'],
    // What stands before it in its sentence, and whose sentence it is.
    sentence: link.parent && 'attribs' in link.parent ? link.parent.attribs['id'] : '',
  }));

  test('each term that the text uses is linked to its entry once, unless the page itself says what it is', () => {
    const longestFirst = policy.terms.toSorted((a, b) => b.term.length - a.term.length);
    // Longer terms are taken out first, so what is left of a shorter one is its own.
    let left = clauses.flatMap(withoutCitations).join('\n');
    const expected = longestFirst.flatMap((term) => {
      const used = left.includes(term.term);
      left = left.replaceAll(term.term, '\n');
      const isSaid =
        ['here', 'described'].includes(term.defined) &&
        clauses.some(({ id }) => id === term.clause);
      return used && !isSaid ? [`${term.term} ..${TERMS}#${entryId(policy, term.id)}`] : [];
    });
    expect(links.map(({ text, href }) => `${text} ${href}`).sort()).toEqual(expected.sort());
  });

  test('it is linked in the first sentence that uses it outside longer terms', () => {
    const sentences = clauses.flatMap((clause) =>
      withoutCitations(clause).map((text, i) => ({
        id:
          clause.id === stretch.clause.id
            ? `s${i + 1}`
            : `${clause.id.slice(stretch.clause.id.length + 1)}-s${i + 1}`,
        text,
      })),
    );
    for (const { text, sentence } of links) {
      const longer = policy.terms
        .map(({ term }) => term)
        .filter((term) => term !== text && term.includes(text));
      const first = sentences.find((one) =>
        longer.reduce((rest, term) => rest.replaceAll(term, '\n'), one.text).includes(text),
      );
      expect(sentence, text).toBe(first?.id);
    }
  });
});

test('the whole text links the terms that the pages of its clauses link', () => {
  for (const policy of library.policies) {
    const outer = clausePages(library)
      .map(({ props }) => props)
      .filter((props) => props.policy === policy)
      .filter(({ stretch: { clause } }) => !/-[kx]\d/u.test(clause.id));
    const expected = outer.flatMap(({ stretch: { clause } }) =>
      linksIn(clauseHref(policy.id, clause.id).slice(1)).map((link) =>
        link.attribs['href']?.slice(3),
      ),
    );
    const own = linksIn(`${policy.id}.html`).map((link) => link.attribs['href']);
    expect(own).toEqual(expected);
  }
});

test('each such link leads to an entry of the page of terms that names the term', () => {
  const found = withTerms.flatMap(({ policy, stretch }) =>
    linksIn(clauseHref(policy.id, stretch.clause.id).slice(1)),
  );
  expect(found.length).toBeGreaterThan(20);
  for (const link of found) {
    const id = link.attribs['href']?.split('#')[1];
    const [entry] = all(TERMS.slice(1), (e) => e.attribs['id'] === id);
    expect(entry && textOf(entry), id).toContain(textOf(link));
  }
});

test('no button stands in the issued text: browsers leave its words out of what is copied', () => {
  for (const file of pages) {
    const buttons = all(file, 'data-issued').flatMap((issued) =>
      DomUtils.getElementsByTagName('button', issued),
    );
    expect.soft(buttons.length, file).toBe(0);
  }
});
