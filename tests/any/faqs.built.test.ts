import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPage, sentencesOf } from '../../src/domain/policy/clause.ts';
import { checkHref, clauseHref, FAQS, faqHref, HOME } from '../../src/routes.ts';
import { all, meta, pages, textOf } from '../dist.ts';
import { makeEngine } from '../engine.ts';
import { library } from '../library.ts';

type Element = ReturnType<typeof all>[number];

const { policies, several } = library;
const asked = policies.flatMap((policy) =>
  policy.faqs.map((faq) => ({ policy, faq, page: faqHref(policy, faq.id).slice(1) })),
);
const pageOf = new Map(asked.map(({ faq, page }) => [faq, page]));

const withClass = (name: string) => (e: Element) =>
  (e.attribs['class'] ?? '').split(' ').includes(name);

/** The elements below one, in document order. */
function below(element: Element): Element[] {
  return element.children.flatMap((child) => ('attribs' in child ? [child, ...below(child)] : []));
}

/** The first element below one that the test says yes to. */
function within(element: Element, wanted: (e: Element) => boolean): Element {
  const found = below(element).find(wanted);
  if (!found) throw new Error(`Unexpected ${element.name} without what is looked for`);
  return found;
}

const fileAt = (page: string, href: string) =>
  posix.join(posix.dirname(page), href.split('#')[0] ?? '');

/** The questions in the lists of a page, each with the page it leads to and what is said to it there. */
function listedOn(page: string) {
  return all(page, withClass('faqs')).flatMap((list) =>
    below(list)
      .filter(({ name }) => name === 'a')
      .map((link) => ({
        to: fileAt(page, link.attribs['href'] ?? ''),
        question: textOf(within(link, ({ name }) => name === 'strong')),
        said: below(link).filter(withClass('says')).map(textOf).join(''),
      })),
  );
}

interface Faqs {
  '@type': string;
  mainEntity: {
    '@type': string;
    name: string;
    acceptedAnswer: { '@type': string; text: string };
  }[];
}

/** The questions and answers that a page gives to machines. */
function dataOn(page: string): Faqs['mainEntity'] {
  return all(page, (e) => e.attribs['type'] === 'application/ld+json')
    .flatMap((script): Faqs[] => JSON.parse(textOf(script)))
    .filter((data) => data['@type'] === 'FAQPage')
    .flatMap(({ mainEntity }) => {
      expect(mainEntity.length, 'data of no question is no data').toBeGreaterThan(0);
      return mainEntity;
    });
}

const engine = makeEngine();

test('every wording of a question brings its answer in the search', () => {
  const astray = asked.flatMap(({ policy, faq }) =>
    [faq.question, ...faq.also].filter((words) => {
      const { faq: found } = engine.quick(words);
      return found?.id !== faq.id || found.policy !== policy.id;
    }),
  );
  expect(astray).toEqual([]);
});

test('who may go on with the self-check is led there by one button, and nobody else', () => {
  for (const { policy, faq, page } of asked) {
    const buttons = all(page, withClass('check')).map((link) => ({
      to: fileAt(page, link.attribs['href'] ?? ''),
      words: textOf(link),
    }));
    const person = policy.check?.topics.find(({ id }) => id === faq.check);
    expect
      .soft(buttons, page)
      .toEqual(
        person
          ? [{ to: checkHref(policy, person.id).slice(1), words: `自查：${person.title}` }]
          : [],
      );
    expect.soft(person?.id, page).toBe(faq.check);
  }
  expect(asked.some(({ faq }) => faq.check)).toBe(true);
});

test('there are questions', () => {
  expect(asked.length).toBeGreaterThan(0);
});

describe.each(asked)('$page', ({ policy, faq, page }) => {
  const answer = () => {
    const [found] = all(page, 'data-faq');
    if (!found) throw new Error(`Unexpected ${page} without an answer`);
    return found;
  };
  const quotes = () =>
    below(answer())
      .filter(withClass('quote'))
      .map((quote) => ({
        link: within(quote, ({ name }) => name === 'a').attribs['href'] ?? '',
        text: textOf(within(quote, withClass('quoted'))),
      }));

  test('asks the question in its heading and says what we say to it, in its order', () => {
    expect(pages).toContain(page);
    expect(textOf(within(answer(), ({ name }) => name === 'h1'))).toBe(faq.question);
    const said = below(answer()).filter(withClass('says')).map(textOf);
    expect(said).toEqual(faq.says.map(({ text }) => text));
    expect(meta(page, 'description')).toBe(said.join(''));
  });

  test('quotes each sentence that the answer leans on once, as it stands where its link leads', () => {
    for (const { link, text } of quotes()) {
      const [, id] = link.split('#');
      const [sentence] = all(
        fileAt(page, link),
        (e) => e.attribs['id'] === id && withClass('sentence')(e),
      );
      expect.soft(sentence && textOf(sentence), link).toBe(text);
    }
    const links = quotes().map(({ link }) => link);
    expect(new Set(links).size).toBe(links.length);
    const quoted = new Set(quotes().map(({ text }) => text));
    for (const { place, law } of faq.says) {
      expect(law.length).toBeGreaterThan(0);
      for (const { sentence } of law) expect(quoted).toContain(sentence.text);
      for (const { clause, sentence } of law)
        if (clause === place) expect(sentencesOf(place)).toContain(sentence);
    }
  });

  test('quotes after a sentence that counts up items every one of them, in order', () => {
    const texts = quotes().map(({ text }) => text);
    for (const { place, law } of faq.says) {
      const items = policy.clauses.filter(
        ({ parent, kind }) => parent === place.id && ['item', 'point', 'subpoint'].includes(kind),
      );
      const leads = law.filter(({ sentence }) => /[：:]\s*$/u.test(sentence.text));
      for (const { sentence } of leads) {
        const at = texts.indexOf(sentence.text) + 1;
        const wanted = items.flatMap(sentencesOf).map(({ text }) => text);
        expect(texts.slice(at, at + wanted.length)).toEqual(wanted);
      }
    }
  });

  test('tells each thing that is not stated once, and no other', () => {
    const told = all(page, (e) => e.name === 'input' && e.attribs['type'] === 'checkbox').map(
      ({ attribs }) => attribs['value'],
    );
    const wanted = faq.open.filter((id) => policy.gaps[id]?.question && !policy.gaps[id].by);
    expect(told.toSorted()).toEqual([...wanted].sort());
  });

  test('gives machines the question and the answer that it shows, and no other', () => {
    const said = below(answer()).filter(withClass('says')).map(textOf).join('');
    expect(dataOn(page)).toEqual([
      {
        '@type': 'Question',
        name: textOf(within(answer(), ({ name }) => name === 'h1')),
        acceptedAnswer: { '@type': 'Answer', text: said },
      },
    ]);
  });

  test('leads to other questions, none twice and not to itself', () => {
    const others = listedOn(page).map(({ to }) => to);
    expect(others).not.toContain(page);
    expect(new Set(others).size).toBe(others.length);
  });
});

describe('the page of all questions', () => {
  const page = FAQS.slice(1);

  test('lists each of them once, as it is asked', () => {
    const listed = listedOn(page).map(({ to, question }) => `${to} ${question}`);
    expect(listed.toSorted()).toEqual(
      asked.map((one) => `${one.page} ${one.faq.question}`).toSorted(),
    );
  });

  test('gives machines what it shows of each, and no other', () => {
    const shown = listedOn(page).map(({ question, said }) => `${question} ${said}`);
    const data = dataOn(page).map(({ name, acceptedAnswer }) => `${name} ${acceptedAnswer.text}`);
    expect(data.toSorted()).toEqual(shown.toSorted());
  });
});

describe('the home page', () => {
  const page = HOME.slice(1) || 'index.html';

  test('lists the first six, of each document in turn', () => {
    const first = Array.from({ length: 6 }, (_, i) =>
      policies.flatMap(({ faqs }) => faqs.slice(i, i + 1)),
    ).flat();
    expect(listedOn(page).map(({ to }) => to)).toEqual(
      first.slice(0, 6).map((faq) => pageOf.get(faq)),
    );
  });

  test('says of each its first answer, and of which document it is where there are several', () => {
    for (const { to, said } of listedOn(page)) {
      const one = asked.find((other) => other.page === to);
      expect(said.startsWith(one?.faq.says[0]?.text ?? '?'), to).toBe(true);
      expect(said.includes(one?.policy.data.shortTitle ?? '?'), to).toBe(several);
    }
  });
});

test('a clause lists only questions whose answers quote it, and some wherever there are any', () => {
  const listing = policies.flatMap((policy) =>
    policy.clauses.filter(hasPage).flatMap(({ id }) => {
      const page = clauseHref(policy.id, id).slice(1);
      const leaning = asked
        .filter((one) => one.policy === policy)
        .filter(({ faq }) => faq.says.some(({ law }) => law.some(({ clause }) => clause.id === id)))
        .map((one) => one.page);
      return pages.includes(page) ? [{ page, leaning, listed: listedOn(page) }] : [];
    }),
  );
  for (const { page, leaning, listed } of listing) {
    expect.soft(leaning, page).toEqual(expect.arrayContaining(listed.map(({ to }) => to)));
    expect.soft(listed.length > 0, page).toBe(leaning.length > 0);
  }
  expect(listing.some(({ listed }) => listed.length > 0)).toBe(true);
});
