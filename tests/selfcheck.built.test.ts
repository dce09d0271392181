import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { clauseText } from '../src/domain/policy/clause.ts';
import { resultsOf, smallestChanges } from '../src/domain/selfcheck/change.ts';
import { evaluate, type Status } from '../src/domain/selfcheck/rules.ts';
import { factsAt, type Node, nodesOf, pathOf, type Step } from '../src/domain/selfcheck/tree.ts';
import { forbiddenWords, foreignNumbers } from '../src/domain/wording.ts';
import { filesAskedBy, travellingSize, weigh } from '../src/finish/weight.ts';
import type { SitePolicy } from '../src/site/policy.ts';
import { resultOf } from '../src/site/result.ts';
import type { Selfcheck, SiteTopic } from '../src/site/selfcheck.ts';
import { statusName, verdictLine } from '../src/ui/selfcheck/words.ts';
import { all, DIST, files, meta, textOf } from './dist.ts';
import { library } from './library.ts';
import { issuedLines, POLICY, rules } from './policy.ts';

const nodes = rules.topics.flatMap((topic) => [...nodesOf(topic)]);
const fileOf = ({ topic, steps }: Pick<Node, 'topic' | 'steps'>) =>
  `check/${[topic.id, pathOf(steps)].filter(Boolean).join('/')}.html`;
const results = nodes.filter(({ question }) => question === null);
type Element = ReturnType<typeof all>[number];
const inside = (element: Element, test: (e: Element) => boolean): Element[] =>
  element.children.flatMap((child) =>
    'attribs' in child ? [...(test(child) ? [child] : []), ...inside(child, test)] : [],
  );
const hasClass = (name: string) => (e: Element) =>
  (e.attribs['class'] ?? '').split(' ').includes(name);
/** The built file that a link on another leads to. */
const target = (link: Element | undefined, file: string) =>
  new URL(link?.attribs['href'] ?? '', `https://example.org/${file}`).pathname.slice(1);
const named = (name: string) => (e: Element) => e.name === name;
const outcomesOn = (file: string) => all(file, hasClass('outcome'));

test('every page of every person is there, and no other', () => {
  const built = files.filter((file) => file.startsWith('check/'));
  expect(new Set(built)).toEqual(new Set(nodes.map(fileOf)));
});

test('the result at flexible/over-3/ab/listed has its promised address', () => {
  expect(files).toContain('check/flexible/over-3/ab/listed.html');
});

/** The policy as pages have it, and what they make of a result. */
const policy = library.policies.find(({ id }) => id === POLICY) as SitePolicy;
const resultAt = (node: Node) =>
  resultOf(
    policy,
    policy.check as Selfcheck,
    policy.check?.topics.find(({ id }) => id === node.topic.id) as SiteTopic,
    node,
  );

test('every result says just what a direct evaluation of its answers says, and leaves out only what is the same on all of its topic', () => {
  const facts = new Map(results.map((node) => [node, factsAt(node)]));
  for (const node of results) {
    const of = ({ id }: { id: string }) =>
      results
        .filter(({ topic }) => topic === node.topic)
        .map((one) => JSON.stringify(statusesAt(one).get(id)));
    const statusesAt = (one: Node) =>
      new Map(one.topic.outcomes.map((o) => [o.id, evaluate(o, facts.get(one) ?? {})?.status]));
    const shown = outcomesOn(fileOf(node)).map(
      (row) =>
        [row.attribs['id'] ?? '', textOf(inside(row, hasClass('status'))[0] as Element)] as const,
    );
    const status = statusesAt(node);
    for (const [id, words] of shown)
      expect(words, fileOf(node)).toBe(statusName(status.get(id) as Status));
    for (const outcome of node.topic.outcomes)
      if (!shown.some(([id]) => id === outcome.id))
        expect(new Set(of(outcome)).size, `${fileOf(node)} ${outcome.id}`).toBe(1);
  }
});

test('every heading counts the verdicts that stand under it', () => {
  for (const node of results) {
    const file = fileOf(node);
    const shown = outcomesOn(file).map((row) => {
      const verdict = node.topic.outcomes.find(({ id }) => id === row.attribs['id']);
      return { status: (verdict && evaluate(verdict, factsAt(node))?.status) ?? null };
    });
    expect(all(file, named('h1')).map(textOf), file).toEqual([verdictLine(shown)]);
    const [, ...counts] =
      /^(\d+).*?(?:，(\d+).*?)?(?:，(\d+).*?)?(?:，(\d+).*?)?$/u.exec(verdictLine(shown)) ?? [];
    expect(
      counts.reduce((sum, n = '0') => sum + Number(n), 0),
      file,
    ).toBe(shown.length);
  }
});

test('every result asks what is open in what did not fail, each once and no other, the first of them at first', () => {
  for (const node of results) {
    const file = fileOf(node);
    const { rows } = resultAt(node);
    const open = new Set(
      rows.flatMap(({ verdict }) => (verdict.status === 'no' ? [] : verdict.gaps)),
    );
    const asked = all(file, (e) => e.name === 'input' && e.attribs['type'] === 'checkbox');
    const wanted = [...open].filter((id) => policy.gaps[id]?.question);
    expect(asked.map((e) => e.attribs['value']).toSorted(), file).toEqual(wanted.toSorted());
    const page = all(file, named('main')).map(textOf).join('');
    for (const id of wanted) {
      const { question = '', text = '' } = policy.gaps[id] ?? {};
      expect(page.split(question).length - 1, `${file} ${id}`).toBe(1);
      expect(page.split(text).length - 1, `${file} ${id}`).toBe(0);
    }
    expect(page.split('本文件没有写').length - 1, file).toBe(0);
    expect(all(file, hasClass('ask')).length, file).toBe(open.size ? 1 : 0);
    const shown = all(file, hasClass('ask')).flatMap((box) =>
      inside(box, named('li')).filter(
        ({ parent }) => (parent?.parent as Element)?.name !== 'details',
      ),
    );
    expect(shown.length, file).toBeLessThanOrEqual(6);
  }
});

test('a row of a result says which questions ask what it leaves open, by their numbers', () => {
  let count = 0;
  for (const node of results) {
    const file = fileOf(node);
    const asked = all(file, (e) => e.attribs['type'] === 'checkbox').flatMap(
      (e) => e.attribs['value'] ?? [],
    );
    for (const { verdict } of resultAt(node).rows) {
      const row = outcomesOn(file).find((e) => e.attribs['id'] === verdict.outcome.id) as Element;
      const numbers = inside(row, hasClass('open')).map(textOf).join('').match(/\d+/gu) ?? [];
      const told = numbers.map((n) => asked[Number(n) - 1]);
      const wanted =
        verdict.status === 'no' ? [] : verdict.gaps.filter((id) => policy.gaps[id]?.question);
      expect(told.toSorted(), `${file} ${verdict.outcome.id}`).toEqual(wanted.toSorted());
      count += told.length;
    }
  }
  expect(count).toBeGreaterThan(1000);
});

test('home leads to the self-check, that to every topic, and no result without an answer', () => {
  const leads = (from: string) => all(from, named('a')).map((link) => target(link, from));
  expect(leads('index.html')).toContain('check.html');
  for (const topic of rules.topics)
    expect.soft(leads('check.html')).toContain(fileOf({ topic, steps: [] }));
  for (const node of results) {
    expect.soft(node.steps.length, fileOf(node)).toBeGreaterThan(0);
  }
});

test('every question asks just what its node asks, and each answer leads to the page of that answer', () => {
  for (const node of nodes) {
    const { topic, steps, question } = node;
    if (!question) continue;
    const file = fileOf(node);
    expect(all(file, named('h1')).map(textOf), file).toEqual([question.text]);
    expect(
      all(file, 'data-answer').map((link) => [textOf(link), target(link, file)]),
      file,
    ).toEqual(
      question.answers.map((answer) => [
        answer.label,
        fileOf({ topic, steps: [...steps, { question, answer }] }),
      ]),
    );
  }
});

test('every page tells the answers that lead to it, each with the page where it can be changed', () => {
  for (const node of nodes) {
    const file = fileOf(node);
    const { topic, steps } = node;
    const section = all(file, 'data-given')[0];
    const told = (section ? inside(section, named('li')) : []).map((row) => [
      ...inside(row, (e) => ['span', 'strong'].includes(e.name)).map(textOf),
      target(inside(row, named('a'))[0], file),
    ]);
    expect(told, file).toEqual(
      steps.map(({ question, answer }, i) => [
        question.text,
        answer.label,
        fileOf({ topic, steps: steps.slice(0, i) }),
      ]),
    );
  }
});

test('every result names the smallest changes and links to the results where they hold', () => {
  const inWords = (answers: readonly Step[]) =>
    answers.map(({ question, answer }) => `${question.text}答“${answer.label}”`).join('，');
  let count = 0;
  for (const topic of rules.topics) {
    const own = resultsOf(topic);
    for (const node of own) {
      const file = fileOf(node);
      for (const article of outcomesOn(file)) {
        const outcome = topic.outcomes.find(({ id }) => id === article.attribs['id']);
        const changes = outcome ? smallestChanges(outcome, node, own) : [];
        const told = inside(article, hasClass('changes')).flatMap((e) => inside(e, named('li')));
        expect(
          told.map((row) => {
            const link = inside(row, named('a'))[0] as Element;
            return [textOf(link), target(link, file)];
          }),
          `${file} ${outcome?.id}`,
        ).toEqual(
          changes.map(({ answers, steps }) => [inWords(answers), fileOf({ topic, steps })]),
        );
        for (const [i, { status }] of changes.entries()) {
          expect(textOf(told[i] as Element), file).toContain(`“${statusName(status)}”`);
          count++;
        }
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});

test('every result quotes each sentence once, character for character, and every row holds its strength word', () => {
  const source = issuedLines.join('');
  let count = 0;
  for (const node of results) {
    const file = fileOf(node);
    const quotes = all(file, hasClass('quoted')).map(textOf);
    expect(quotes.length, file).toBe(new Set(quotes).size);
    for (const quote of quotes) expect(source).toContain(quote);
    for (const row of outcomesOn(file)) {
      const outcome = node.topic.outcomes.find(({ id }) => id === row.attribs['id']);
      const own = inside(row, hasClass('quoted'))[0];
      const other = inside(row, named('a')).find(({ attribs }) => attribs['href']?.startsWith('#'));
      const above = outcomesOn(file).find((e) => `#${e.attribs['id']}` === other?.attribs['href']);
      const quote = own ?? (above && inside(above, hasClass('quoted'))[0]);
      expect(quote && textOf(quote), `${file} ${outcome?.id}`).toContain(outcome?.quote);
      expect(inside(row, hasClass('strength')).map(textOf)).toEqual([outcome?.marker]);
      count++;
    }
  }
  expect(count).toBeGreaterThan(1000);
});

test('what rests on a judgement says on which, in the words of its clause', () => {
  let count = 0;
  for (const node of results) {
    for (const article of outcomesOn(fileOf(node))) {
      const outcome = node.topic.outcomes.find(({ id }) => id === article.attribs['id']);
      const verdict = outcome && evaluate(outcome, factsAt(node));
      const judged = verdict?.status === 'maybe' ? Object.values(outcome?.judged ?? {}) : [];
      const told = inside(article, hasClass('judged')).map(textOf);
      expect(told.length, `${fileOf(node)} ${outcome?.id}`).toBe(judged.length > 0 ? 1 : 0);
      for (const words of judged) expect(told[0]).toContain(words);
      if (judged.length > 0) count++;
    }
  }
  expect(count).toBeGreaterThan(100);
});

test('every outcome that comes to something says why', () => {
  for (const node of results) {
    for (const article of outcomesOn(fileOf(node))) {
      const wanted = inside(article, hasClass('status')).length;
      const why = inside(article, hasClass('why')).map(textOf);
      const judged = inside(article, hasClass('judged')).length;
      const where = `${fileOf(node)} ${article.attribs['id']}`;
      // What has to be judged is the reason where no answer matters; else the answers are, too.
      if (judged === 0) expect(why.length, where).toBe(wanted);
      else expect([judged, why.length <= 1], where).toEqual([wanted, true]);
      // Where no answer matters, the note is the reason.
      for (const words of why) expect(words, article.attribs['id']).not.toMatch(/：$/u);
    }
  }
});

test('our words on the pages of the self-check promise nothing', () => {
  for (const node of nodes) {
    const main = all(fileOf(node), (e) => e.name === 'main')[0] as Element;
    const quotes = ['quoted', 'law'].flatMap((name) => inside(main, hasClass(name)).map(textOf));
    const ours = quotes.reduce((text, quote) => text.replaceAll(quote, ''), textOf(main));
    expect(
      ['您符合', '您有资格', '保证'].filter((word) => ours.includes(word)),
      fileOf(node),
    ).toEqual([]);
  }
  // The scan itself sees them.
  expect(forbiddenWords('您符合条件')).toEqual(['您符合']);
});

test('an outcome holds no number and no promise of ours that the law it speaks of does not hold', () => {
  const lawOf = (fact: string) => {
    const asked = rules.facts.find(({ id }) => id === fact);
    return rules.policy.clauses.filter(({ id }) => id === asked?.clause).map(clauseText);
  };
  const foreign = (ours: string, law: string) => [
    ...foreignNumbers(ours, law),
    ...forbiddenWords(ours, law),
  ];
  for (const node of results) {
    const file = fileOf(node);
    for (const article of outcomesOn(file)) {
      const outcome = node.topic.outcomes.find(({ id }) => id === article.attribs['id']);
      const parts = ['quoted', 'open'].flatMap((name) => inside(article, hasClass(name)));
      const ours = parts.reduce((text, e) => text.replace(textOf(e), ' '), textOf(article));
      // Questions speak of the clause that makes us ask them.
      const asked = node.topic.questions.filter(({ text }) => ours.includes(text));
      const law = [outcome?.quote, ...asked.flatMap(({ fact }) => lawOf(fact))].join(' ');
      expect(foreign(ours, law), `${file} ${outcome?.id}`).toEqual([]);
    }
  }
});

test('a result reads in order: what it comes to, the answers, the rows, what to do next, the questions; a row: status, strength, quote, why, what is open', () => {
  const NAMES = ['given', 'outcome', 'take', 'ask', 'status', 'strength', 'quoted', 'why', 'open'];
  const order = all(
    'check/flexible/over-3/ab/listed.html',
    (e) => e.name === 'h1' || NAMES.some((name) => hasClass(name)(e)),
  ).map((e) => (e.name === 'h1' ? 'h1' : NAMES.find((name) => hasClass(name)(e))));
  const row = ['outcome', 'status', 'strength', 'quoted', 'why', 'open'];
  expect(order.slice(0, 8)).toEqual(['h1', 'given', ...row]);
  expect(order.slice(-2)).toEqual(['take', 'ask']);
});

test('only the start of a person is for search engines', () => {
  for (const node of nodes) {
    expect(meta(fileOf(node), 'robots'), fileOf(node)).toBe(
      node.steps.length ? 'noindex' : undefined,
    );
  }
});

test('every clause that something is decided by leads to one of the people who meet it there', () => {
  const asking = rules.topics.flatMap(({ id, outcomes }) =>
    outcomes.filter((o) => o.table !== 'none').map(({ clause }) => ({ clause, id })),
  );
  const meeting = Map.groupBy(asking, ({ clause }) => clause);
  expect(meeting.size).toBeGreaterThan(10);
  for (const [clause, people] of meeting) {
    const links = all(`${rules.policy.id}/${clause}.html`, hasClass('check')).map(
      (a) => a.attribs['href'],
    );
    const starts = new Set(people.map(({ id }) => `../check/${id}.html`));
    expect(links.length, clause).toBe(1);
    for (const link of links) expect([...starts], clause).toContain(link);
  }
});

test('the reviewer sees for every status of every outcome answers that lead to it', () => {
  for (const outcome of rules.outcomes.filter(({ table }) => table !== 'none')) {
    const rule = all(
      'review.html',
      (e) => e.attribs['aria-labelledby'] === `rule-${outcome.id}`,
    )[0];
    const told = rule ? inside(rule, hasClass('ways')).flatMap((e) => inside(e, named('a'))) : [];
    const statuses = new Set(
      results
        .filter(({ topic }) => topic.outcomes.some(({ id }) => id === outcome.id))
        .map((node) => evaluate(outcome, factsAt(node))?.status),
    );
    expect(told.length, outcome.id).toBeGreaterThanOrEqual(statuses.size);
  }
});

/** What a page with all it asks for weighs at most, found in a tenth of the time: by brotli at half its strength. */
async function atMost(file: string): Promise<{ bytes: number; requests: number }> {
  const asked = filesAskedBy(DIST, file);
  const sizes = await Promise.all(
    asked.map((one) => travellingSize(readFileSync(join(DIST, one)))),
  );
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const own = brotliCompressSync(readFileSync(join(DIST, file)), { params }).length;
  return { bytes: sizes.reduce((sum, size) => sum + size, own), requests: asked.length + 1 };
}

test('a page of the self-check comes in at most 14 KB brotli and 4 requests', async () => {
  const LIMIT = 14 * 1024;
  const weights = await Promise.all(
    nodes.map(async (node) => ({ file: fileOf(node), ...(await atMost(fileOf(node))) })),
  );
  // What may be too heavy, and the heaviest, is weighed as it travels.
  const rough = weights.toSorted((a, b) => b.bytes - a.bytes);
  const heavy = rough.filter(({ bytes }, i) => bytes > LIMIT || i < 10);
  const weighed = await Promise.all(
    heavy.map(async ({ file }) => ({ file, ...(await weigh(join(DIST, file))) })),
  );
  const heaviest = weighed.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  console.log(
    `heaviest of ${weights.length} self-check pages: ${heaviest.file}, ${heaviest.bytes} bytes brotli, ${heaviest.requests} requests`,
  );
  for (const { file, bytes } of weighed) expect.soft(bytes, file).toBeLessThanOrEqual(LIMIT);
  for (const { file, requests } of weights) expect.soft(requests, file).toBeLessThanOrEqual(4);
});
