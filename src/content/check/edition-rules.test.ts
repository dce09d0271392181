/** What an editor is told of the rules of an edition that say only how they differ from those of now. */
import { expect, test } from 'vitest';
import { readEditionRules, readRules } from '../read/rules.ts';
import { checkEditionRules } from './edition-rules.ts';
import { madeFolder } from './made-folder.ts';

const TEXT = (years: number, more = '') =>
  `云泽市某办法\n第一条 持有居住证满${years}年的，可以申请补贴。\n${more}`;
const NOW = {
  'source.txt': TEXT(2, '第二条 每年进行抽查。\n第三条 可以举报。'),
  'selfcheck/facts.yml': `years:
  question: 持有居住证多久了？
  answers: { three: 满3年, two: 满2年、不满3年, less: 不满2年, unsure: 不清楚 }
  clause: t1
  s: 1
  quote: 持有居住证满2年
`,
  'selfcheck/gaps.yml': 'count: { title: 怎样算, text: 怎样算没有写。 }\n',
  'selfcheck/outcomes.yml': `apply:
  title: 居住证满2年
  concerns: [reader]
  clause: t1
  quote: 持有居住证满2年的，可以申请补贴
  marker: 可以
  strength: may
  cases:
    - { is: met, when: { years: [three, two] } }
    - { is: 'no', when: { years: [less] } }
    - { is: maybe }
spot: { title: 抽查, concerns: [reader], clause: t2, quote: 每年进行抽查, marker: 进行, strength: must, status: none }
tip: { title: 举报, concerns: [reader], clause: t3, quote: 可以举报, marker: 可以, strength: may, status: none }
`,
  'selfcheck/people.yml': `buy:
  title: 要申请的
  audience: reader
  intro: 问一件事。
  questions: [{ fact: years }]
  outcomes: [apply, spot, tip]
`,
};
const THEN = 'editions/2020-01-02/';
const APPLY = `apply:
  title: 居住证满3年
  quote: 持有居住证满3年的，可以申请补贴
  cases:
    - { is: met, when: { years: [three] } }
    - { is: 'no', when: { years: [two, less] } }
    - { is: maybe }
`;
const REST = 'spot: null\ntip: { clause: t2 }\n';

function made(outcomes: string, more: Record<string, string> = {}) {
  const policy = madeFolder({
    ...NOW,
    [`${THEN}policy.yml`]: "title: 云泽市某办法\nsha256: ''\n",
    [`${THEN}source.txt`]: TEXT(3, '第二条 可以举报。'),
    ...(outcomes ? { [`${THEN}selfcheck/outcomes.yml`]: outcomes } : {}),
    ...more,
  });
  const [edition] = policy.editions;
  if (!edition) throw new Error('Unexpected fixture, expected an edition');
  return { policy, edition };
}

function messages(outcomes: string, more: Record<string, string> = {}): string {
  const { policy, edition } = made(outcomes, more);
  return checkEditionRules(edition, policy)
    .map(({ file, line, problem, fix }) => `${file.split(THEN)[1]}:${line} ${problem}\n  ${fix}`)
    .join('\n');
}

test('an edition that says nothing of its rules has none, and nothing to mend', () => {
  const { policy, edition } = made('');
  expect(readEditionRules(policy, edition)).toBeNull();
  expect(messages('')).toBe('');
});

test('it says only what differs; the rest is as the policy has it, and what it has not nobody is shown', () => {
  const { policy, edition } = made(APPLY + REST);
  expect(messages(APPLY + REST)).toBe('');
  const [now, then] = [readRules(policy), readEditionRules(policy, edition)];
  expect(then?.outcomes.map(({ id, clause, quote }) => [id, clause, quote])).toEqual([
    ['apply', 't1', '持有居住证满3年的，可以申请补贴'],
    ['tip', 't2', '可以举报'],
  ]);
  expect(then?.outcomes[0]?.marker).toBe(now?.outcomes[0]?.marker);
  expect(then?.topics[0]?.outcomes.map(({ id }) => id)).toEqual(['apply', 'tip']);
  expect(now?.topics[0]?.outcomes.map(({ id }) => id)).toEqual(['apply', 'spot', 'tip']);
});

test('a table stands in the place of a status, and null is a field that is not there', () => {
  const spot = 'spot: { clause: t2, quote: 可以举报, marker: 可以, cases: [{ is: met }] }\n';
  const { edition } = made(`${APPLY}${spot}tip: null\n`);
  expect(edition.selfcheck.data.outcomes['spot']).toMatchObject({ cases: [{ is: 'met' }] });
  expect(edition.selfcheck.data.outcomes['spot']?.status).toBeUndefined();
  expect(messages(`${APPLY}  marker: null\n${REST}`)).toMatchInlineSnapshot(`
    "selfcheck/outcomes.yml:8 “apply”的“marker”后面是空的。
      这里要写一段文字。"
  `);
});

test('quotes, clauses and names are told with the file and line of the edition', () => {
  expect(
    messages(
      `${APPLY.replace('满3年的', '满4年的').replace('[two, less]', '[two, lesser]')}${REST}`,
    ),
  ).toMatchInlineSnapshot(`
    "selfcheck/outcomes.yml:6 “years”没有答案“lesser”。
      改成：three、two、less、unsure。"
  `);
  expect(messages(`${APPLY.replace('满3年的', '满4年的')}${REST}`)).toMatchInlineSnapshot(`
    "selfcheck/outcomes.yml:3 结论“apply”的引文不在它所指的条款 t1 里。
      照抄原文，标点、全角半角都不改。"
  `);
});

test('what is as now and does not stand there is told once, with what to write', () => {
  expect(messages(APPLY)).toMatchInlineSnapshot(`
    "selfcheck/outcomes.yml:1 结论“spot”的引文不在它所指的条款 t2 里。这一版没有写“spot”，照的是现行的。
      在这个文件里加上 spot: { 只写不同的字段 }，那一版没有这一项的，写 spot: null。照抄原文，标点、全角半角都不改。
    selfcheck/outcomes.yml:1 结论“tip”所指的条款 t3 原文里没有。这一版没有写“tip”，照的是现行的。
      在这个文件里加上 tip: { 只写不同的字段 }，那一版没有这一项的，写 tip: null。这句话在 t2，把 clause 改成 t2。"
  `);
});

test('a table that is not total, and an entry that the policy has not either', () => {
  expect(
    messages(`${APPLY.replace('    - { is: maybe }\n', '')}${REST}sport: null\n`),
  ).toMatchInlineSnapshot(`
    "selfcheck/outcomes.yml:9 现行的 outcomes.yml 里没有“sport”，不必写它在这一版里没有。
      删去这一行，或者改正代号。
    selfcheck/outcomes.yml:4 结论“apply”的判断表没有写全：years: unsure 时没有一行适用（共 1 种情形）。
      最后加一行不带 when 的，例如 - { is: maybe }。"
  `);
});

test('the sentence that makes us ask is read in the text of now, unless the edition says its own', () => {
  const facts = (quote: string) => ({
    [`${THEN}selfcheck/facts.yml`]: `years: { quote: ${quote} }\n`,
  });
  expect(messages(APPLY + REST, facts('持有居住证满3年'))).toBe('');
  expect(messages(APPLY + REST, facts('持有居住证满2年'))).toMatchInlineSnapshot(`
    "selfcheck/facts.yml:1 “years”的引文不在 t1 的第 1 句里。
      照抄这一句里的话：持有居住证满3年的，可以申请补贴。"
  `);
  const { policy } = made(APPLY + REST, facts('持有居住证满3年'));
  expect(policy.selfcheck.data.facts['years']?.otherQuotes).toEqual(['持有居住证满3年']);
});
