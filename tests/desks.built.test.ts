import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type DeskTable, readPick } from '../src/domain/citing/desk.ts';
import { writeReply } from '../src/domain/citing/reply.ts';
import { clauseText } from '../src/domain/policy/clause.ts';
import { weigh } from '../src/finish/weight.ts';
import { all, DIST, pages, read, textOf } from './dist.ts';
import { clauses, info } from './policy.ts';

interface OutcomeInContent {
  title: string;
  concerns: string[];
  clause: string;
  quote: string;
  strength: string;
}
const OUTCOMES: Record<string, OutcomeInContent> = parse(
  readFileSync('content/policies/prs-2018-156/selfcheck/outcomes.yml', 'utf8'),
);
const TABLES = [
  'talent.html',
  'staff.html',
  'duties.html',
  ...pages.filter((p) => /^employer/u.test(p)),
];
type Element = ReturnType<typeof all>[number];
const has = (name: string) => (e: Element) => ` ${e.attribs['class'] ?? ''} `.includes(` ${name} `);

/** The rows of a table: what stands in each, as its page shows it. */
function rows(file: string) {
  const inside = (row: Element, wanted: (e: Element) => boolean): Element[] =>
    row.children.flatMap((child) =>
      'attribs' in child ? [...(wanted(child) ? [child] : []), ...inside(child, wanted)] : [],
    );
  return all(file, (e) => has('offer')(e) || 'data-offer' in e.attribs).map((row) => {
    const law = inside(row, (e) => has('quoted')(e) || has('law')(e)).map(textOf);
    const [strength] = inside(row, has('strength'));
    const marker = strength ? inside(strength, has('law')).map(textOf)[0] : undefined;
    const links = inside(row, (e) => e.name === 'a').map((a) => a.attribs['href'] ?? '');
    return { text: textOf(row), law, marker, links };
  });
}

/** What the text says of no unit of that kind. */
const EMPTY = [
  'employer/agency/leave.html',
  'employer/agency/platform.html',
  'employer/other-org/leave.html',
  'employer/private-enterprise/leave.html',
  'employer/state-enterprise/leave.html',
];

test('only what the text says of no unit of a kind makes a page without rows, and that says where to look instead', () => {
  expect(TABLES.filter((file) => rows(file).length === 0).sort()).toEqual(EMPTY);
  for (const file of EMPTY) {
    const none = all(file, 'data-none').map(textOf).join('');
    expect(none, file).toContain('没有写到不等于禁止');
    expect(none, file).toContain('平顶山市人力资源和社会保障局');
    const [, unit, ask] = /^employer\/(.+)\/(.+)\.html$/u.exec(file) ?? [];
    const ways = all(file, (e) => e.name === 'a' && textOf(e).startsWith('看')).map(
      ({ attribs }) => new URL(attribs['href'] ?? '', `https://x.cn/${file}`).pathname,
    );
    expect(ways, file).toEqual([`/employer/any/${ask}.html`, `/employer/${unit}.html`]);
    for (const way of ways) expect(rows(way.slice(1)).length, way).toBeGreaterThan(0);
  }
});

test.each(TABLES)(
  '%s: every row has a quote of its clause, and a word of that quote that says how strongly',
  (file) => {
    for (const { law, marker, links, text } of rows(file)) {
      const link = links.find((href) => /p\d(-\d)?\.html#s\d+$/u.test(href)) ?? '';
      const clause = clauses.find(({ id }) => link.includes(`/${id}.html`));
      expect(clause, text).toBeDefined();
      const quote = law.reduce(
        (longest, words) => (words.length > longest.length ? words : longest),
        '',
      );
      expect(clause && clauseText(clause)).toContain(quote);
      expect(marker && quote.includes(marker), text).toBe(true);
    }
  },
);

test.each([
  ['talent', 'talent.html'],
  ['employer', 'employer.html'],
  ['staff', 'staff.html'],
])('every outcome that names the %s stands on their page', (audience, file) => {
  const shown = rows(file).flatMap(({ law }) => law);
  const own = Object.values(OUTCOMES).filter(({ concerns }) => concerns.includes(audience));
  expect(own.length).toBeGreaterThan(4);
  for (const { quote, title } of own) expect(shown, title).toContain(quote);
});

test('everything that must be done stands among the duties, once', () => {
  const quotes = rows('duties.html').map(({ law }) => law.filter((words) => words.length > 5));
  const must = Object.values(OUTCOMES).filter(({ strength }) => strength === 'must');
  for (const { quote } of must) expect(quotes.filter((own) => own.includes(quote)).length).toBe(1);
  expect(rows('duties.html').length).toBe(must.length);
});

test('whoever must answer for what is not done is among the duties: each sentence of 六（二） is', () => {
  const links = rows('duties.html').flatMap((row) => row.links);
  for (const s of [2, 3, 4]) expect(links).toContain(`prs-2018-156/p6-2.html#s${s}`);
});

test('whatever kind of unit and aim is chosen, every way of the whole table is shown or named as for others', () => {
  const quotesOf = (file: string) => rows(file).map(({ text }) => text.length);
  const whole = rows('employer.html').length;
  for (const unit of [
    'university',
    'research',
    'public',
    'state-enterprise',
    'private-enterprise',
    'agency',
  ]) {
    const file = `employer/${unit}.html`;
    const others = all(file, (e) => has('others')(e)).flatMap((list) =>
      list.children.filter((child) => 'name' in child && child.name === 'li'),
    );
    expect(quotesOf(file).length + others.length).toBe(whole);
  }
});

test('the desk passes on the issued text, character for character, by every kind of reply', () => {
  const table: DeskTable = JSON.parse(read('prs-2018-156/desk.json'));
  const { closing } = JSON.parse(read('library.json'));
  const source = clauses.map(clauseText);
  expect(table.clauses.filter(({ ours }) => ours).length).toBe(Object.keys(info.labels).length);
  expect(table.replies.length).toBeGreaterThan(4);
  for (const clause of table.clauses) {
    const whole = { policy: table.policy.id, clause: clause.id };
    const picks = [whole, ...clause.sentences.map((_, i) => ({ ...whole, sentence: i + 1 }))];
    for (const pick of picks) {
      const picked = readPick(table, pick, (...place) => `https://example.cn/${place.join('/')}`);
      if (!picked) throw new Error(`Unexpected absence of ${clause.id}`);
      expect(source.some((text) => text.includes(picked.原文))).toBe(true);
      for (const reply of table.replies) {
        const { text } = writeReply(reply, closing, [{ place: picked, each: reply.each }]);
        // A heading is never given out for the whole of what stands beneath it.
        if (text.includes(picked.原文)) expect(text).toContain(picked.各项);
        expect(text).not.toMatch(/[{}]/u);
        // It comes from the office itself.
        expect(text, reply.id).not.toMatch(/可以?向.+询问/u);
        if (reply.limit)
          expect(text.length, `${reply.id} ${picked.编号}`).toBeLessThanOrEqual(reply.limit);
      }
    }
  }
});

test.each(TABLES)('%s weighs at most 20 KB at first load', async (file) => {
  expect((await weigh(`${DIST}/${file}`)).bytes).toBeLessThanOrEqual(20 * 1024);
});
