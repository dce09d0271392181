import { answersIn } from '../rule-set.ts';
import { combinations, evaluate, type Facts, factsOf } from '../rules.ts';
import { type Failure, inWords, type Proof } from './proof.ts';

/** 2: every table is total over the facts it names, and no case is shadowed. */
export const tablesAreTotal: Proof = (rules) =>
  rules.outcomes.flatMap((outcome) => {
    const { id, table } = outcome;
    if (typeof table === 'string') return [];
    const used = new Set<number>();
    const uncovered: Facts[] = [];
    for (const facts of combinations(factsOf(outcome), answersIn(rules))) {
      const verdict = evaluate(outcome, facts);
      if (verdict === null) uncovered.push(facts);
      else if (verdict.case !== null) used.add(verdict.case);
    }
    const failures: Omit<Failure, 'proof'>[] = [];
    if (uncovered[0]) {
      failures.push({
        at: ['outcomes', id, 'cases'],
        section: '判断表',
        problem: `结论“${id}”的判断表没有写全：${inWords(uncovered[0])} 时没有一行适用（共 ${uncovered.length} 种情形）。`,
        fix: '最后加一行不带 when 的，例如 - { is: maybe }。',
      });
    }
    for (const [i] of table.entries()) {
      if (used.has(i)) continue;
      failures.push({
        at: ['outcomes', id, 'cases', i],
        section: '判断表',
        problem: `结论“${id}”的第 ${i + 1} 行永远轮不到：前面的行已经包括了它的全部情形。`,
        fix: '删去这一行，或者移到前面。',
      });
    }
    return failures;
  });
