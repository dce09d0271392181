import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCases } from '../src/content/read/cases.ts';
import { formatProblem } from '../src/domain/problem.ts';
import { neededAnswers, resultsOf, smallestChanges } from '../src/domain/selfcheck/change.ts';
import { MAX_DEPTH, MAX_PAGES } from '../src/domain/selfcheck/proofs/paths.ts';
import { judge, personasHold } from '../src/domain/selfcheck/proofs/personas.ts';
import { tablesAreTotal } from '../src/domain/selfcheck/proofs/tables.ts';
import { unsureIsSafe } from '../src/domain/selfcheck/proofs/unsure.ts';
import { prove } from '../src/domain/selfcheck/prove.ts';
import { answersIn, type Rules } from '../src/domain/selfcheck/rule-set.ts';
import { evaluate, factsIn, factsOf, UNSURE } from '../src/domain/selfcheck/rules.ts';
import { factsAt, knownAt, nodesOf, pathOf, saidBy } from '../src/domain/selfcheck/tree.ts';
import { rules } from './policy.ts';

test('the eleven proofs hold over all rules', () => {
  const began = performance.now();
  expect(prove(rules)).toEqual([]);
  console.log(
    `the eleven proofs and the whole enumeration: ${(performance.now() - began).toFixed(0)} ms`,
  );
});

test('the words that nobody can answer for themselves are judgements', () => {
  // The list of docs/decisions/0016; an outcome that loses one loses its proof, too.
  const words =
    '高层次 急需紧缺 特别紧缺 业绩特别突出 优秀 前沿 重大突破 专家 杰出 领军 择优遴选 符合条件 分类认定 组织查证核实';
  const known = rules.judgements.flatMap(({ word, also = [] }) => [word, ...also]).join(' ');
  for (const word of words.split(' ')) expect(known).toContain(word);
});

describe('every person comes out as expected', () => {
  test.each(rules.personas.map((persona) => [persona.id, persona] as const))('%s', (_, persona) => {
    expect(judge(rules, persona)).toEqual([]);
  });
});

test('the pages are fewer than a thousand and no way is longer than five questions', () => {
  const nodes = rules.topics.flatMap((topic) => [...nodesOf(topic)]);
  const deepest = Math.max(...nodes.map(({ steps }) => steps.length));
  console.log(`${nodes.length} pages, deepest way ${deepest}`);
  expect(nodes.length).toBeLessThan(MAX_PAGES);
  expect(nodes.length).toBeGreaterThan(100);
  expect(deepest).toBeLessThanOrEqual(MAX_DEPTH);
});

/**
 * Whether a changed table breaks a proof, those that see most and take least first. Two of them look at each table by
 * itself, and that they hold of the others is told above.
 */
function breaksProof(changed: Rules, outcome: Rules['outcomes'][number]): boolean {
  const alone = { ...changed, outcomes: [outcome] };
  return (
    tablesAreTotal(alone).length > 0 ||
    personasHold(changed).length > 0 ||
    unsureIsSafe(alone).length > 0
  );
}

test('removing any one case from any table is noticed', () => {
  const survivors: string[] = [];
  let mutants = 0;
  for (const [i, outcome] of rules.outcomes.entries()) {
    if (typeof outcome.table === 'string') continue;
    for (const [j] of outcome.table.entries()) {
      mutants++;
      const mutant = { ...outcome, table: outcome.table.filter((_, k) => k !== j) };
      const changed: Rules = {
        ...rules,
        outcomes: rules.outcomes.with(i, mutant),
        topics: rules.topics.map((topic) => ({
          ...topic,
          outcomes: topic.outcomes.map((o) => (o.id === outcome.id ? mutant : o)),
        })),
      };
      if (!breaksProof(changed, mutant)) survivors.push(`${outcome.id} line ${j + 1}`);
    }
  }
  console.log(`${mutants} mutants, ${survivors.length} survivors`);
  expect(mutants).toBeGreaterThan(50);
  expect(survivors).toEqual([]);
});

test('a change told names only what the outcome hangs on and what was not answered so, is enough, and leads where it holds', () => {
  let count = 0;
  for (const topic of rules.topics) {
    const results = resultsOf(topic);
    for (const here of results) {
      for (const outcome of topic.outcomes) {
        for (const { status, answers, steps } of smallestChanges(outcome, here, results)) {
          count++;
          const told = `${topic.id}/${pathOf(here.steps)} ${outcome.id}: ${pathOf(answers)}`;
          const own = knownAt(here);
          for (const { question, answer } of answers) {
            expect(factsOf(outcome), told).toContain(question.fact);
            const beyond = own[question.fact]?.filter((slug) => !answer.stands.includes(slug));
            expect(beyond, told).not.toEqual([]);
          }
          const there = results.find((result) => pathOf(result.steps) === pathOf(steps));
          expect(evaluate(outcome, there ? factsAt(there) : {})?.status, told).toBe(status);
          const changed = { ...own, ...saidBy(answers) };
          const any = (fact: string) =>
            changed[fact] ??
            (topic.unasked.includes(fact) ? [UNSURE] : [...answersIn(rules)(fact), UNSURE]);
          const open = Object.fromEntries(factsOf(outcome).map((fact) => [fact, any(fact)]));
          const statuses = [...factsIn(open)].map((facts) => evaluate(outcome, facts)?.status);
          expect(new Set(statuses), told).toEqual(new Set([status]));
        }
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});

test('the answers that a clause shows as leading to a status suffice for it', () => {
  let count = 0;
  for (const topic of rules.topics) {
    const results = resultsOf(topic).map((node) => ({ node, facts: factsAt(node) }));
    for (const outcome of topic.outcomes) {
      for (const { node, facts } of results) {
        const status = evaluate(outcome, facts)?.status;
        if (!status) continue;
        count++;
        const shown = saidBy(neededAnswers(outcome, status, {}, node));
        const alike = results.filter((other) =>
          Object.entries(shown).every(([fact, slugs]) =>
            saidBy(other.node.steps)[fact]?.every((slug) => slugs.includes(slug)),
          ),
        );
        const statuses = alike.map((other) => evaluate(outcome, other.facts)?.status);
        expect(new Set(statuses), `${topic.id} ${outcome.id} ${pathOf(node.steps)}`).toEqual(
          new Set([status]),
        );
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});

/** A file with one case. */
const person = (facts: object, expected: object) =>
  JSON.stringify(
    {
      personas: [
        {
          id: 'X1',
          story: '某人',
          facts,
          expect: expected,
          gaps: [],
          mustNotClaim: [],
          mustNotSay: [],
        },
      ],
    },
    null,
    1,
  );

describe('npm run -s eval:check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eval-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (name: string, text: string, ...flags: string[]) => {
    const file = `${folder}/${name}`;
    writeFileSync(file, text);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/eval-check.ts', file, ...flags],
      {
        encoding: 'utf8',
      },
    );
    return { status, stdout, stderr: stderr.replaceAll(`${folder}/`, '') };
  };

  test('cases that hold exit 0', () => {
    expect(
      run('good.json', person({ class: 'a', months: 'over-3' }, { 'flex-same': 'met' })).status,
    ).toBe(0);
  });
  test('--json prints one object', () => {
    const { stdout } = run(
      'good.json',
      person({ class: 'a', months: 'over-3' }, { 'flex-same': 'met' }),
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      passed: 1,
      failed: 0,
      cases: [{ id: 'X1', passed: true }],
    });
  });
  test('a case that does not hold exits 1 and shows expected and got', () => {
    const { status, stdout } = run(
      'differs.json',
      person({ class: 'c', months: 'over-3', 'core-member': 'no' }, { 'flex-same': 'met' }),
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/flex-same\s+应当 met\s+得到 no/u);
  });
  test('a file that cannot be used exits 2 with all that is said of it, and no trace of the program', () => {
    const text = person({ clas: 'a' }, { flex: 'met' });
    const { status, stderr } = run('unknown.json', text);
    expect(status).toBe(2);
    expect(stderr).toBe(`${said(text).join('\n\n')}\n`);
  });
  test('a file that is not there is an error, too', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['scripts/eval-check.ts', 'nowhere.json'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('打不开');
  });
});

/** What is said of a file of cases that cannot be used. */
const said = (text: string) => readCases('unknown.json', text, rules).problems.map(formatProblem);

describe('a file of cases', () => {
  test.each([
    [
      'unknown fact',
      person({ clas: 'a' }, { 'flex-same': 'met' }),
      'unknown.json:7',
      '没有叫“clas”的事实',
    ],
    [
      'unknown answer',
      person({ class: 'z' }, { 'flex-same': 'met' }),
      'unknown.json:7',
      '没有答案“z”',
    ],
    [
      'unknown outcome',
      person({ class: 'a' }, { flex: 'met' }),
      'unknown.json:10',
      '没有叫“flex”的结论',
    ],
    [
      'unknown status',
      person({ class: 'a' }, { 'flex-same': 'yes' }),
      'unknown.json:10',
      '不合要求',
    ],
    ['no cases', '{}', 'unknown.json:1', '缺少“personas”'],
    ['not even a file of that form', '{"personas": [', 'unknown.json:1', '问题'],
  ])('%s is an error with its line', (_, text, place, words) => {
    const told = said(text).join('\n\n');
    expect(told).toContain(place);
    expect(told).toContain(words);
  });
  test('like the cases kept with the content is read, and they hold', () => {
    const people = {
      personas: rules.personas.map(({ id, facts, expect, gaps, mustNotSay }) => ({
        id,
        story: id,
        facts,
        expect,
        gaps,
        mustNotSay,
      })),
    };
    const { cases, problems } = readCases('content.json', JSON.stringify(people), rules);
    expect(problems).toEqual([]);
    expect(cases.length).toBe(rules.personas.length);
    expect(cases.flatMap((persona) => judge(rules, persona))).toEqual([]);
  });
});
