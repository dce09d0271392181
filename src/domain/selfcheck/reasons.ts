import { type Clause, sentencesOf } from '../policy/clause.ts';
import { type AskedFact, answersIn, type Rules } from './rule-set.ts';
import { evaluate, factsIn, factsOf, type Outcome, UNSURE, type Verdict } from './rules.ts';
import { knownAt, type Node, type Step, type Topic } from './tree.ts';
import { shown } from './verdict-key.ts';

/**
 * The answers that the matching line of a table names; for a line for everything else, all that the table looks at. It
 * also stands on the lines before it not matching. None where no answer matters.
 */
export function reasonsFor(verdict: Verdict, steps: readonly Step[]): Step[] {
  const named = factsNamed(verdict);
  return steps.filter(({ question }) => named.includes(question.fact));
}

/** Whether what the choice of the person says is among the reasons: the matching line of the table names it. */
export function restsOnChoice(verdict: Verdict, { given }: Topic): boolean {
  return factsNamed(verdict).some((fact) => Object.hasOwn(given, fact));
}

function factsNamed({ outcome, case: matched }: Verdict): string[] {
  const line =
    matched === null || typeof outcome.table === 'string' ? undefined : outcome.table[matched];
  return line?.when ? Object.keys(line.when) : factsOf(outcome);
}

/** Facts that are not asked of this person and on which an outcome still hangs at a result. */
export function leftOpen(
  outcome: Outcome,
  node: Pick<Node, 'topic' | 'steps'>,
  rules: Rules,
): string[] {
  const answersOf = answersIn(rules);
  const { unasked } = node.topic;
  const known = knownAt(node);
  const may = (fact: string) => known[fact] ?? [...answersOf(fact), UNSURE];
  const facts = factsOf(outcome);
  const sets = [...factsIn(Object.fromEntries(facts.map((fact) => [fact, may(fact)])))];
  return facts.filter(
    (fact) =>
      unasked.includes(fact) &&
      sets.some((set) =>
        may(fact).some(
          (answer) =>
            shown(evaluate(outcome, set)) !== shown(evaluate(outcome, { ...set, [fact]: answer })),
        ),
      ),
  );
}

/**
 * The sentence that makes a topic ask for a fact: the fact's own, where something the topic shows hangs on it in that
 * clause; else that of the first outcome that does.
 */
export function sentenceAskedFor(
  fact: Pick<AskedFact, 'id' | 'clause' | 's'>,
  topic: Topic,
  clauses: readonly Clause[],
): { clause: Clause; n: number; text: string } | undefined {
  const hanging = topic.outcomes.filter((outcome) => factsOf(outcome).includes(fact.id));
  const own = hanging.length === 0 || hanging.some(({ clause }) => clause === fact.clause);
  const sentenceIn = (id: string, is: (sentence: { n: number; text: string }) => boolean) => {
    const clause = clauses.find((one) => one.id === id);
    const sentence = clause && sentencesOf(clause).find(is);
    return sentence && { clause, n: sentence.n, text: sentence.text };
  };
  const [first] = own ? [] : hanging;
  // A quote may run over two sentences; then the fact's own has to do.
  const other = first && sentenceIn(first.clause, ({ text }) => text.includes(first.quote));
  return other ?? sentenceIn(fact.clause, ({ n }) => n === fact.s);
}
