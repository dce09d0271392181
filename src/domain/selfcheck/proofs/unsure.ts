import { answersIn } from '../rule-set.ts';
import { combinations, evaluate, factsOf, UNSURE } from '../rules.ts';
import { inWords, type Proof } from './proof.ts';

/** 3: an unsure answer never yields a conclusion that a definite answer overturns. */
export const unsureIsSafe: Proof = (rules) => {
  const answersOf = answersIn(rules);
  return rules.outcomes.flatMap((outcome) => {
    for (const facts of combinations(factsOf(outcome), answersOf)) {
      const verdict = evaluate(outcome, facts);
      if (!verdict || (verdict.status !== 'met' && verdict.status !== 'no')) continue;
      for (const [fact, answer] of Object.entries(facts)) {
        if (answer !== UNSURE) continue;
        for (const definite of answersOf(fact)) {
          const other = evaluate(outcome, { ...facts, [fact]: definite });
          if (!other || other.status === verdict.status) continue;
          return [
            {
              at: ['outcomes', outcome.id, 'cases', verdict.case ?? 0] as const,
              section: '判断表' as const,
              problem: `结论“${outcome.id}”在 ${inWords(facts)} 时是 ${verdict.status}，但“${fact}”一旦答“${definite}”就变成 ${other.status}：不清楚的回答不能得出会被推翻的结论。`,
              fix: `给这一行加上 ${fact} 的条件，让“不清楚”落到 maybe 或 silent。`,
            },
          ];
        }
      }
    }
    return [];
  });
};
