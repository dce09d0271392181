import { answersIn } from '../rule-set.ts';
import { evaluate, factsOf, type Outcome, UNSURE } from '../rules.ts';
import { knownAt, type Node, nodesOf } from '../tree.ts';
import { shown } from '../verdict-key.ts';
import type { Failure, Proof } from './proof.ts';

/**
 * 6: every fact that an outcome hangs on is asked on every path, or given with the person, or listed as not asked; merged
 * answers come to the same.
 */
export const everyFactIsAsked: Proof = (rules) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const told = new Set<string>();
  const answersOf = answersIn(rules);
  for (const topic of rules.topics) {
    for (const node of nodesOf(topic)) {
      if (node.question) continue;
      for (const outcome of topic.outcomes) {
        const doubt = disagreement(node, outcome, answersOf);
        if (!doubt || told.has(`${topic.id} ${outcome.id} ${doubt}`)) continue;
        told.add(`${topic.id} ${outcome.id} ${doubt}`);
        const i = topic.questions.findIndex((q) => q.fact === doubt);
        const asked = node.steps.some((step) => step.question.fact === doubt);
        failures.push({
          at: ['people', topic.id, 'questions', ...(i < 0 ? [] : [i])],
          section: '自查题目',
          problem: asked
            ? `“${doubt}”合并的答案对结论“${outcome.id}”并不一样（${where(node)}）。`
            : `走到 ${where(node)} 时没有问“${doubt}”，但结论“${outcome.id}”要看它。`,
          fix: asked
            ? '把这几个答案拆开。'
            : '加上这道题，或者放宽它的 when，让这条路也问到；有意不问的，写进 unasked。',
        });
      }
    }
  }
  return failures;
};

const where = (node: Node) => node.steps.map((s) => s.answer.slug).join(' → ') || '开头';

/** A fact on whose value an outcome still hangs at a result: one not asked, or one merged; `null` when there is none. */
function disagreement(
  node: Node,
  outcome: Outcome,
  answersOf: (fact: string) => string[],
): string | null {
  const known = knownAt(node);
  const facts = factsOf(outcome);
  const possible = (fact: string) =>
    known[fact] ?? (node.topic.unasked.includes(fact) ? [UNSURE] : [...answersOf(fact), UNSURE]);
  let sets: Record<string, string>[] = [{}];
  for (const fact of facts)
    sets = sets.flatMap((set) => possible(fact).map((a) => ({ ...set, [fact]: a })));
  const first = sets[0] ?? {};
  const expected = shown(evaluate(outcome, first));
  const odd = sets.find((set) => shown(evaluate(outcome, set)) !== expected);
  if (!odd) return null;
  // Walk from the first set to the odd one, a fact at a time: where the result turns is the fact it hangs on.
  const walk = { ...first };
  for (const fact of facts) {
    walk[fact] = odd[fact] ?? UNSURE;
    if (shown(evaluate(outcome, walk)) !== expected) return fact;
  }
  return null;
}
