import { answersIn } from '../rule-set.ts';
import { factsOf } from '../rules.ts';
import type { Failure, Proof } from './proof.ts';

type Found = Omit<Failure, 'proof'>;

/**
 * 11: what is not asked is accounted for. What the choice of a person says bears on something and leaves out an answer;
 * what nobody is asked there is neither given nor asked, and something hangs on it; and every outcome is somewhere
 * decided by answers alone. What hangs on a fact that is not asked is never `met` or `no` by that: proof 3 holds of it.
 */
export const unaskedIsAccounted: Proof = (rules) => {
  const answersOf = answersIn(rules);
  const decided = new Set<string>();
  const found: Found[] = [];
  for (const { id, given, unasked, questions, outcomes } of rules.topics) {
    const hangs = new Set(outcomes.flatMap(factsOf));
    const report = (path: readonly (string | number)[], problem: string, fix: string): number =>
      found.push({ at: ['people', id, ...path], section: '自查题目', problem, fix });
    for (const [fact, answers] of Object.entries(given)) {
      if (!hangs.has(fact))
        report(
          ['given', fact],
          `这一种人的结论都不看“${fact}”，不用写 given。`,
          '从 given 里删去它，或者把看它的结论写进 outcomes。',
        );
      else if (answersOf(fact).every((answer) => answers.includes(answer)))
        report(
          ['given', fact],
          `given 里“${fact}”写了全部答案，等于什么也没有说。`,
          '只写选了这一种人以后还可能的答案；说不准的，删去这一项，改成问。',
        );
    }
    for (const [i, fact] of unasked.entries()) {
      const known = Object.hasOwn(given, fact) || questions.some((one) => one.fact === fact);
      if (known)
        report(
          ['unasked', i],
          `“${fact}”写了 unasked，又写在 given 或者 questions 里。`,
          '留下一处。',
        );
      else if (!hangs.has(fact))
        report(
          ['unasked', i],
          `这一种人的结论都不看“${fact}”，不用写 unasked。`,
          '从 unasked 里删去它。',
        );
    }
    for (const outcome of outcomes)
      if (!factsOf(outcome).some((fact) => unasked.includes(fact))) decided.add(outcome.id);
  }
  for (const { id } of rules.outcomes) {
    const shown = rules.topics.some(({ outcomes }) => outcomes.some((one) => one.id === id));
    if (!shown || decided.has(id)) continue;
    found.push({
      at: ['outcomes', id],
      section: '自查题目',
      problem: `结论“${id}”要看的事，没有一种人全都问到：列出它的，都写了 unasked。`,
      fix: '至少在一种人里，把它要看的事都问到，或者写进 given。',
    });
  }
  return found;
};
