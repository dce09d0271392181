/** What there is to look at in a small library, made up for the purpose. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../read/content.ts';
import { type UpkeepKind, upkeepOf } from './upkeep.ts';

const SITE = `name: 示例
description: 示例
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: ''
examples: [示例]
`;

const head = (title: string, number: string) => `title: ${title}
number: ${number}
issuer: 云泽市某局
ask: 云泽市某局
sha256: '${'0'.repeat(64)}'
`;

const A = head('云泽市甲办法', '云泽规〔2020〕1号');
const B = head('云泽市乙办法', '云泽规〔2024〕2号');
const TEXT = `第一条 为了示例，制定本办法。
第二条 每人每月补贴一百元。申请在受理点提出。
第三条 本办法由某局解释。
`;
const BY_B = 'by: { title: 云泽市乙办法, number: 云泽规〔2024〕2号 }';

type Files = Record<string, string>;

/** What is found on a day in a library of policies `a` and `b`; `b` is there where it has a file. */
function found(files: Files, day = '2025-06-01', site = SITE) {
  const all: Files = { 'site.yml': site, 'policies/a/source.txt': TEXT, ...files };
  const content = readContent(
    new Map(Object.entries(all).map(([path, text]) => [path, { text, sha256: '' }])),
  );
  return upkeepOf(content, day);
}

function of(kind: UpkeepKind, ...args: Parameters<typeof found>) {
  return found(...args)
    .filter((one) => one.kind === kind)
    .map(({ policy, file, line }) => `${policy} ${file.replace('policies/', '')}:${line}`);
}

const event = (date: string, is: string, checked: string, by = '') =>
  `  - { date: '${date}', is: ${is}, source: 某处, checked: '${checked}'${by && `, ${by}`} }\n`;

describe('of the status of a document', () => {
  const info = (events: string) => ({ 'policies/a/policy.yml': `${A}events:\n${events}` });

  test('that nobody has found written is told', () => {
    expect(of('unknown', { 'policies/a/policy.yml': A })).toEqual(['a a/policy.yml:1']);
    expect(of('unknown', info(event('2020-02-01', 'issued', '2025-05-01')))).toHaveLength(1);
    expect(of('unknown', info(event('2020-02-01', 'in-force', '2025-05-01')))).toEqual([]);
  });

  test('a day that has come since it was checked is told, on that day and not before', () => {
    const files = info(event('2025-06-01', 'in-force', '2025-05-01'));
    expect(of('day-passed', files, '2025-05-31')).toEqual([]);
    expect(of('day-passed', files, '2025-06-01')).toEqual(['a a/policy.yml:7']);
    expect(of('day-passed', info(event('2025-06-01', 'in-force', '2025-06-01')))).toEqual([]);
  });

  test('what was checked longer ago than the limit of the site is told, once for all of it', () => {
    const files = info(
      event('2020-02-01', 'issued', '2020-02-01') +
        event('2020-03-01', 'in-force', '2024-06-01') +
        event('2021-03-01', 'amended', '2024-05-31', BY_B),
    );
    expect(of('stale', files, '2025-06-01')).toEqual(['a a/policy.yml:9']);
    expect(of('stale', files, '2025-05-31')).toEqual([]);
    expect(of('stale', files, '2025-06-01', `${SITE}recheckAfter: 400\n`)).toEqual([]);
  });

  test('a repeal does not grow old, and what has ended needs no words', () => {
    const files = {
      ...info(event('2020-03-01', 'repealed', '2020-03-01', BY_B)),
      'policies/a/clauses/t1.mdx': WORDS,
    };
    expect(of('stale', files)).toEqual([]);
    expect(of('wordless', files)).toEqual([]);
  });

  test('an end within ninety days is told', () => {
    const files = info(
      event('2024-01-01', 'in-force', '2025-05-01') + event('2025-08-30', 'expired', '2025-05-01'),
    );
    expect(of('ends-soon', files, '2025-06-01')).toEqual(['a a/policy.yml:8']);
    expect(of('ends-soon', files, '2025-05-31')).toEqual([]);
  });
});

describe('what two documents say of each other', () => {
  const ended = event('2024-01-01', 'repealed', '2025-05-01', BY_B);
  const relation = (is: string) =>
    `relations:\n  - { is: ${is}, title: 云泽市甲办法, number: 云泽规〔2020〕1号 }\n`;
  const both = (a: string, b: string) => ({
    'policies/a/policy.yml': A + (a && `events:\n${a}`),
    'policies/b/policy.yml': B + b,
    'policies/b/source.txt': TEXT,
  });

  test('is told where one alone says it, at the line that says it', () => {
    expect(of('one-sided', both(ended, ''))).toEqual(['a a/policy.yml:7']);
    expect(of('one-sided', both('', relation('repeals')))).toEqual(['b b/policy.yml:7']);
  });

  test('is not where both do, be it called repeal or replacement', () => {
    expect(of('one-sided', both(ended, relation('repeals')))).toEqual([]);
    expect(of('one-sided', both(ended, relation('replaces')))).toEqual([]);
  });

  test('is told where they say different things', () => {
    expect(of('one-sided', both(ended, relation('amends')))).toHaveLength(2);
  });

  test('a decision that made an edition and does not say that it amends is told, once', () => {
    const decision = 'decision: { title: 云泽市乙办法, number: 云泽规〔2024〕2号 }\n';
    const files = both('', '');
    const made = { ...files, 'policies/a/policy.yml': `${A}${decision}` };
    expect(of('one-sided', made)).toEqual(['a a/policy.yml:6']);
    const told = `${A}${decision}events:\n${event('2024-03-01', 'amended', '2025-05-01', BY_B)}`;
    expect(of('one-sided', { ...files, 'policies/a/policy.yml': told })).toEqual([
      'a a/policy.yml:8',
    ]);
  });
});

test('an answer that says it is not stated is told once a document in force states all that it leaves open', () => {
  const gap = (id: string, more = '') =>
    `${id}:\n  title: '${id}'\n  text: '本文件没有写。'\n${more}`;
  const fill = "  filled:\n    - { policy: b, clause: t2, s: 2, quote: '申请在受理点提出' }\n";
  const files = (open: string, begun = event('2020-02-01', 'in-force', '2025-05-01')) => ({
    'policies/a/policy.yml': A,
    'policies/a/selfcheck/gaps.yml': gap('place', fill) + gap('amount'),
    'policies/a/answers.yml': `- id: where\n  audience: [all]\n  question: '在哪里？'\n  says:\n    - { text: '没有写。', clause: t2, s: [1] }\n  open: [${open}]\n`,
    'policies/b/source.txt': TEXT,
    'policies/b/policy.yml': `${B}events:\n${begun}`,
  });
  const told = (...args: Parameters<typeof files>) =>
    found(files(...args)).filter(({ file }) => file.endsWith('answers.yml'));
  expect(told('place')).toHaveLength(1);
  expect(told('place, amount')).toEqual([]);
  expect(told('place', event('2026-02-01', 'in-force', '2025-05-01'))).toEqual([]);
});

test('a relation that a sentence speaks of is suggested with the line to paste, until policy.yml says it', () => {
  const text = TEXT.replace('为了示例', '根据《云泽市甲办法》（云泽规〔2020〕1号）');
  const files = (more: string) => ({
    'policies/a/policy.yml': A,
    'policies/b/policy.yml': B + more,
    'policies/b/source.txt': text,
  });
  const [item] = found(files('')).filter(({ kind }) => kind === 'suggested');
  const line = item?.list?.[0]?.text.split('　')[0] ?? '';
  expect(item?.policy).toBe('b');
  expect(
    found(files(`relations:\n  ${line}\n`)).filter(({ kind }) => kind === 'suggested'),
  ).toEqual([]);
});

test('documents named and not held are told once, with how often they are named', () => {
  const relation = `relations:\n  - { is: basis, title: 云泽市丙条例, number: 云泽人〔2019〕3号 }\n`;
  const [one, ...more] = found({
    'policies/a/policy.yml': A + relation,
    'policies/a/source.txt': `${TEXT}第四条 依照《云泽市丙条例》办理。《云泽市丙条例实施细则》另行制定。\n`,
    'policies/b/policy.yml': B + relation,
    'policies/b/source.txt': TEXT,
  }).filter(({ kind }) => kind === 'stub');
  expect(more).toEqual([]);
  expect(one?.what).toContain('2 份文件');
  expect(one?.what).toContain('1 句');
});

const WORDS = `---
concerns: [all]
topics: [money]
---
<Plain s="1" who="大家" can="看" />
`;

describe('what is not explained', () => {
  const files = { 'policies/a/policy.yml': A };

  test('are the clauses without words, where somebody has begun to write some', () => {
    expect(of('wordless', files)).toEqual([]);
    const [one] = found({ ...files, 'policies/a/clauses/t1.mdx': WORDS }).filter(
      ({ kind }) => kind === 'wordless',
    );
    expect(one?.list?.map(({ href }) => href)).toEqual(['/a/t2.html', '/a/t3.html']);
  });

  const gap = (filled = '') => ({
    ...files,
    'policies/a/selfcheck/gaps.yml': `when:\n  title: 期限\n  text: 没有写明期限。\n${filled}`,
    'policies/b/source.txt': TEXT,
  });
  const filled = '  filled:\n    - { policy: b, clause: t2, s: 1, quote: 每人每月补贴一百元。 }\n';

  test('are gaps that nothing fills', () => {
    expect(of('open', { ...gap(), 'policies/b/policy.yml': B })).toEqual([
      'a a/selfcheck/gaps.yml:1',
    ]);
    expect(of('open', { ...gap(filled), 'policies/b/policy.yml': B })).toEqual([]);
  });

  test('are gaps that are filled by what nobody knows to be in force', () => {
    expect(of('not-shown', { ...gap(filled), 'policies/b/policy.yml': B })).toEqual([
      'a a/selfcheck/gaps.yml:5',
    ]);
    const known = `${B}events:\n${event('2024-03-01', 'in-force', '2025-05-01')}`;
    expect(of('not-shown', { ...gap(filled), 'policies/b/policy.yml': known })).toEqual([]);
  });
});

test('lines that intake has guessed are told one by one, its note on top is not', () => {
  const info = `# npm run intake 写的。带“猜的”的，都要对照原件看过。\n${A}# 猜的：一\n`;
  expect(
    of('guessed', { 'policies/a/policy.yml': info.replace('ask:', '# 猜的：二\nask:') }),
  ).toEqual(['a a/policy.yml:5', 'a a/policy.yml:8']);
});

describe('of editions', () => {
  const OLD = TEXT.replace('一百元', '八十元').replace(
    '第三条',
    '第三条 另有规定的，从其规定。\n第四条',
  );
  const decision = 'decision: { title: 云泽市决定, number: 云泽令〔2025〕1号 }\n';
  const amended = (date: string) =>
    event(date, 'amended', '2025-05-01', 'by: { title: 云泽市决定, number: 云泽令〔2025〕1号 }');
  const begun = event('2020-02-01', 'in-force', '2025-05-01');
  /** The text held is of 2025 unless `own` is the older one; the other lies beside it. */
  const files = (more: Files = {}, events = begun + amended('2025-04-01'), extra = ''): Files => ({
    'policies/a/policy.yml': `${A}edition: '2025-03-01'\n${decision}${extra}events:\n${events}`,
    'policies/a/editions/2020-01-01/policy.yml': A,
    'policies/a/editions/2020-01-01/source.txt': OLD,
    ...more,
  });
  const stale = (events: string): Files => ({
    'policies/a/policy.yml': `${A}edition: '2020-01-01'\nevents:\n${events}`,
    'policies/a/source.txt': OLD,
    'policies/a/editions/2025-03-01/policy.yml': A + decision,
    'policies/a/editions/2025-03-01/source.txt': TEXT,
  });

  test('a newer one that applies is told from its day on', () => {
    const beside = stale(begun + amended('2025-04-01'));
    expect(of('edition-behind', beside, '2025-03-31')).toEqual([]);
    expect(of('edition-behind', beside, '2025-04-01')).toEqual(['a a/policy.yml:6']);
  });

  test('one of which nobody says from when is told', () => {
    expect(of('edition-behind', stale(begun))).toEqual(['a a/editions/2025-03-01/policy.yml:6']);
  });

  test('one that is shown before it applies is told', () => {
    expect(of('edition-behind', files(), '2025-03-31')).toEqual(['a a/policy.yml:6']);
    expect(of('edition-behind', files())).toEqual([]);
  });

  const clause = (s: string) => WORDS.replace('s="1"', `s="${s}"`);
  const again = (path: string, text: string, extra = '') =>
    of('look-again', files({ [`policies/a/${path}`]: text }, undefined, extra));

  test('words on a sentence that changed are to be read again, on one that did not they are not', () => {
    expect(again('clauses/t2.mdx', clause('1'))).toEqual(['a a/clauses/t2.mdx:5']);
    expect(again('clauses/t2.mdx', clause('2'))).toEqual([]);
    expect(again('clauses/t1.mdx', clause('1'))).toEqual([]);
  });

  test('words on a number under which something else stands now are, unless a quote holds them', () => {
    expect(again('clauses/t3.mdx', clause('1'))).toEqual(['a a/clauses/t3.mdx:5']);
    const held = 'quotes: [{ s: 1, text: 本办法由某局解释。 }]\n---\n<';
    expect(again('clauses/t3.mdx', clause('1').replace('---\n<', held))).toEqual([]);
    const quoted = '- { id: x, term: 某局, clause: t3, s: 1, quote: 由某局解释, defined: here }\n';
    expect(again('terms.yml', quoted)).toEqual([]);
    const changed = '- { id: x, term: 补贴, clause: t2, s: 1, quote: 每人每月, defined: here }\n';
    expect(again('terms.yml', changed)).toEqual(['a a/terms.yml:1']);
  });

  test('what leans on one clause is told as one thing, with all its places', () => {
    const all = found(
      files({
        'policies/a/clauses/t2.mdx': clause('1'),
        'policies/a/answers.yml':
          '- id: x\n  audience: [all]\n  question: 多少？\n  says: [{ text: 一百, clause: t2, s: [1] }]\n',
      }),
    ).filter(({ kind }) => kind === 'look-again');
    expect(all.map(({ list }) => list)).toEqual([
      [{ text: '说明（clauses/t2.mdx:5）' }, { text: '常见问题 x（answers.yml:4）' }],
    ]);
  });

  test('a quote without a sentence is looked for in its clause', () => {
    const outcome = (quote: string) =>
      `x:\n  title: 甲\n  concerns: [all]\n  clause: t2\n  quote: ${quote}\n  marker: 补贴\n  strength: entitle\n  status: none\n`;
    expect(again('selfcheck/outcomes.yml', outcome('每月补贴一百元'))).toHaveLength(1);
    expect(again('selfcheck/outcomes.yml', outcome('申请在受理点提出'))).toEqual([]);
  });

  test('what names of ours, answers and gaps of other documents lean on counts, too', () => {
    const labels = 'labels: { t3: 解释 }\n';
    expect(of('look-again', files({}, undefined, labels))).toEqual(['a a/policy.yml:8']);
    const faq =
      '- id: x\n  audience: [all]\n  question: 多少？\n  says: [{ text: 一百, clause: t2, s: [1, 2] }]\n';
    expect(again('answers.yml', faq)).toEqual(['a a/answers.yml:4']);
    const related = (to: string) =>
      clause('2').replace('topics', `related: [{ clause: ${to}, why: 一起看 }]\ntopics`);
    expect(again('clauses/t2.mdx', related('t2'))).toEqual([]);
    expect(again('clauses/t2.mdx', related('t3'))).toEqual(['a a/clauses/t2.mdx:3']);
    const filled =
      'x:\n  title: 甲\n  text: 没有写明。\n  filled: [{ policy: a, clause: t2, s: 1, quote: 一百元 }]\n';
    const other = { 'policies/b/policy.yml': B, 'policies/b/source.txt': TEXT };
    expect(of('look-again', files({ ...other, 'policies/b/selfcheck/gaps.yml': filled }))).toEqual([
      'a b/selfcheck/gaps.yml:4',
    ]);
  });

  test('once they were read through by this edition there is nothing to read again', () => {
    const read = (day: string) => again('clauses/t2.mdx', clause('1'), `reviewed: '${day}'\n`);
    expect(read('2025-03-01')).toEqual([]);
    expect(read('2020-01-01')).toHaveLength(1);
  });

  test('nor where they were written ahead, for one that is still to be shown', () => {
    const { 'policies/a/policy.yml': info = '', ...rest } = stale(begun);
    const ahead = { ...rest, 'policies/a/policy.yml': `${info}reviewed: '2025-03-01'\n` };
    expect(of('look-again', { ...ahead, 'policies/a/clauses/t2.mdx': clause('1') })).toEqual([]);
  });
});
