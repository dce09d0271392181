import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultsOf } from './change.ts';
import { compareRules, type RuleChanges } from './compare-rules.ts';
import type { Rules } from './rule-set.ts';
import { type Case, type Condition, evaluate, factsIn, type Outcome } from './rules.ts';
import { meets, smallestConditions } from './smallest-conditions.ts';
import { knownAt, mergeAnswers, type Question } from './tree.ts';
import { shown } from './verdict-key.ts';

const FACTS = {
  household: { local: '有本市户籍', permit: '有居住证', neither: '都没有' },
  years: { three: '满3年', two: '满2年不满3年', less: '不满2年', unsure: '不清楚' },
  children: { some: '有', none: '没有' },
};
type FactId = keyof typeof FACTS;

function question(fact: FactId, when?: Condition, merge: Record<string, string[]> = {}): Question {
  const merged = Object.entries(merge).map(([slug, answers]) => [slug, { label: slug, answers }]);
  const answers = mergeAnswers({ id: fact, answers: FACTS[fact] }, Object.fromEntries(merged));
  return { fact, text: `${fact}？`, when, answers };
}

function outcome(id: string, table: Outcome['table'], quote = '持有居住证满2年'): Outcome {
  return { id, title: id, clause: 't1', quote, marker: '满', strength: 'scope', gaps: [], table };
}

const QUESTIONS = [
  question('household'),
  question('years', { household: ['permit'] }, { 'two-or-more': ['three', 'two'] }),
  question('children'),
];

function rules(outcomes: readonly Outcome[], questions = QUESTIONS): Rules {
  const person = { id: 'buy', title: '想买房的', intro: '', given: {}, unasked: [] };
  return {
    policy: { id: 'xx-2020-1', title: '某办法', number: '', clauses: [] },
    facts: Object.entries(FACTS).map(([id, answers]) => ({
      id,
      answers,
      question: `${id}？`,
      clause: 't1',
      s: 1,
      quote: '',
    })),
    judgements: [],
    outcomes,
    topics: [{ ...person, questions, outcomes }],
    ledger: [],
    personas: [],
    gaps: {},
  };
}

const byYears = (enough: string[], short: string[]): Case[] => [
  { is: 'met', when: { household: ['local'] } },
  { is: 'no', when: { household: ['neither'] } },
  { is: 'met', when: { household: ['permit'], years: enough } },
  { is: 'no', when: { household: ['permit'], years: short } },
  { is: 'maybe' },
];
const NOW = outcome('who', byYears(['three', 'two'], ['less']));
const THEN = outcome('who', byYears(['three'], ['two', 'less']), '持有居住证满3年');

/** `who: two → no → met` */
const told = ({ people }: RuleChanges) =>
  people.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ id, situations }) =>
      situations.map(
        ({ when, before, after }) =>
          `${id}: ${when
            .map((one) =>
              Object.entries(one)
                .map(([fact, answers]) => `${fact}=${answers.join('|')}`)
                .join('&'),
            )
            .join(' / ')}: ${before?.status ?? null} → ${after?.status ?? null}`,
      ),
    ),
  );

describe('two sets of rules', () => {
  test('an answer that a merged one stands for is told alone, and what it is only asked after is not told', () => {
    expect(told(compareRules(rules([THEN]), rules([NOW])))).toEqual(['who: years=two: no → met']);
  });

  test('whatever is answered, where everyone comes to something else', () => {
    const [old, now] = [outcome('all', [{ is: 'no' }]), outcome('all', [{ is: 'met' }])];
    expect(told(compareRules(rules([old]), rules([now])))).toEqual(['all: : no → met']);
  });

  test('several answers that come to the same stand together', () => {
    const old = outcome('who', byYears([], ['three', 'two', 'less']));
    expect(told(compareRules(rules([old]), rules([NOW])))).toEqual([
      'who: years=three|two: no → met',
    ]);
  });

  test('who is not asked is not unsure, and is told by the answer for which nobody is', () => {
    const old = outcome('who', [
      { is: 'no', when: { household: ['local', 'permit'], years: ['unsure'] } },
      { is: 'maybe' },
    ]);
    const now = outcome('who', [{ is: 'maybe' }]);
    expect(told(compareRules(rules([old]), rules([now])))).toEqual([
      'who: household=local / years=unsure: no → maybe',
    ]);
  });

  test('another gap or note is a situation although the status is the same', () => {
    const old = outcome('who', [{ is: 'maybe', gaps: ['count'] }]);
    expect(told(compareRules(rules([old]), rules([outcome('who', [{ is: 'maybe' }])])))).toEqual([
      'who: : maybe → maybe',
    ]);
  });

  test('an outcome that only one has is new or gone for those who do not fail it', () => {
    expect(told(compareRules(rules([]), rules([NOW])))).toEqual([
      'who: household=local / years=three|two: null → met',
      'who: years=unsure: null → maybe',
    ]);
  });

  test('another sentence with the same results is told apart, one of another form only is not', () => {
    const still = { ...NOW, quote: '持有居住证满2年的' };
    const { people, reworded } = compareRules(rules([NOW]), rules([still]));
    expect(people).toEqual([]);
    expect(reworded.map(({ id, people: who }) => [id, who.map((one) => one.id)])).toEqual([
      ['who', ['buy']],
    ]);
    const form = { ...NOW, quote: '持有居住证 满２年' };
    expect(compareRules(rules([NOW]), rules([form])).reworded).toEqual([]);
  });

  test('a sentence that gives something else is a situation of those who do not fail it', () => {
    const old = { ...NOW, strength: 'entitle', quote: '每户2万元' };
    const now = { ...NOW, strength: 'entitle', quote: '每户3万元' };
    expect(told(compareRules(rules([old]), rules([now])))).toEqual([
      'who: household=local / years=three|two: met → met',
      'who: years=unsure: maybe → maybe',
    ]);
  });

  test('a statement that comes to nothing and is new or gone is told with the sentences', () => {
    const spot = outcome('spot', 'none');
    const changes = compareRules(rules([NOW]), rules([NOW, spot]));
    expect(changes.people).toEqual([]);
    expect(changes.reworded.map(({ before, after }) => [before, after])).toEqual([[null, spot]]);
  });
});

const condition = fc.record(
  Object.fromEntries(
    Object.entries(FACTS).map(([fact, answers]) => [
      fact,
      fc.subarray([...new Set([...Object.keys(answers), 'unsure'])], { minLength: 1 }),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Condition>;
const line = fc.record({
  is: fc.constantFrom('no', 'silent', 'maybe', 'met'),
  when: condition,
  gaps: fc.subarray(['count', 'who']),
}) as fc.Arbitrary<Case>;
const table = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(line, { maxLength: 4 }).map((lines) => [...lines, { is: 'maybe' } as Case]),
  },
  { weight: 1, arbitrary: fc.constantFrom('none' as const, 'silent' as const) },
);
const outcomes = fc
  .subarray(['a', 'b', 'c'])
  .chain((ids) => fc.tuple(...ids.map((id) => table.map((one) => outcome(id, one)))));
const questions = fc
  .tuple(fc.shuffledSubarray(QUESTIONS), fc.option(condition, { nil: undefined }))
  .map(([all, when]) => all.map((one, i) => (i === all.length - 1 ? { ...one, when } : one)));

/** All that somebody may have answered, by brute force, with whether an outcome comes to something else. */
function everyone(old: Rules, now: Rules, id: string) {
  const find = (all: Rules) => all.outcomes.find((one) => one.id === id);
  const [before, after] = [find(old), find(now)];
  return [old, now].flatMap(({ topics }) =>
    topics.flatMap(resultsOf).flatMap((node) =>
      [...factsIn(knownAt(node))].map((facts) => {
        const was = before ? evaluate(before, facts) : null;
        const is = after ? evaluate(after, facts) : null;
        const absent = [null, 'no', undefined].includes((was ?? is)?.status);
        const bothFail = was?.status === 'no' && is?.status === 'no';
        const isOther = !was || !is ? !absent : shown(was) !== shown(is) && !bothFail;
        return { facts, key: isOther ? `${shown(was)}→${shown(is)}` : null };
      }),
    ),
  );
}

const situationsIn = ({ people }: RuleChanges, id: string) =>
  people.flatMap((one) => one.outcomes).find((one) => one.id === id)?.situations ?? [];

describe('whatever the rules', () => {
  test('compared with themselves nothing changes', () => {
    fc.assert(
      fc.property(outcomes, questions, (some, asked) => {
        expect(compareRules(rules(some, asked), rules(some, asked))).toEqual({
          people: [],
          reworded: [],
        });
      }),
    );
  });

  test('the other way round everything is mirrored', () => {
    const sides = (changes: RuleChanges, turned: boolean) =>
      ['a', 'b', 'c'].map((id) =>
        situationsIn(changes, id)
          .map(({ when, before, after }) => {
            const pair = [shown(before), shown(after)];
            return JSON.stringify([when, turned ? pair.toReversed() : pair]);
          })
          .sort(),
      );
    fc.assert(
      fc.property(outcomes, outcomes, questions, (a, b, asked) => {
        const [one, other] = [rules(a, asked), rules(b, asked)];
        expect(sides(compareRules(one, other), false)).toEqual(
          sides(compareRules(other, one), true),
        );
      }),
    );
  });

  test('exactly those are in a situation whose result changes, and each in one', () => {
    fc.assert(
      fc.property(outcomes, outcomes, questions, (a, b, asked) => {
        const [old, now] = [rules(a, asked), rules(b, asked)];
        const changes = compareRules(old, now);
        for (const id of ['a', 'b', 'c']) {
          const situations = situationsIn(changes, id);
          for (const { facts, key } of everyone(old, now, id)) {
            const own = situations.filter(({ when }) => when.some((one) => meets(facts, one)));
            const keys = own.map(({ before, after }) => `${shown(before)}→${shown(after)}`);
            expect(keys).toEqual(key === null ? [] : [key]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no answer is named that could be left out', () => {
    fc.assert(
      fc.property(outcomes, outcomes, questions, (a, b, asked) => {
        const [old, now] = [rules(a, asked), rules(b, asked)];
        const changes = compareRules(old, now);
        for (const id of ['a', 'b', 'c'])
          for (const { when, before, after } of situationsIn(changes, id))
            for (const one of when)
              for (const fact of Object.keys(one)) {
                const { [fact]: _, ...without } = one;
                const others = everyone(old, now, id).filter(
                  ({ key }) => key !== `${shown(before)}→${shown(after)}`,
                );
                expect(others.some(({ facts }) => meets(facts, without))).toBe(true);
              }
      }),
    );
  });
});

test('of any sets, conditions meet those chosen and no others, and none of them is needless', () => {
  const sets = ['a', 'b', 'c'].flatMap((x) =>
    ['1', '2', '3'].flatMap((y) => ['p', 'q'].map((z) => ({ x, y, z }))),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(sets, { minLength: 1 }), (chosen) => {
      const others = sets.filter((one) => !chosen.includes(one));
      const conditions = smallestConditions(chosen, others, ['x', 'y', 'z']);
      const metBy = (all: readonly Condition[]) =>
        sets.filter((set) => all.some((one) => meets(set, one)));
      expect(metBy(conditions)).toEqual(sets.filter((one) => chosen.includes(one)));
      for (const one of conditions)
        expect(metBy(conditions.filter((other) => other !== one)).length).toBeLessThan(
          chosen.length,
        );
    }),
    { numRuns: 500 },
  );
});
