import { type Clause, sentencesOf } from '../policy/clause.ts';
import type { AskedFact } from './rule-set.ts';
import { factsOf, type Verdict } from './rules.ts';
import type { Step, Topic } from './tree.ts';

/**
 * The answers that a verdict hangs on: those that the matching line of the table names; a line for everything else hangs
 * on all that the table looks at. None where no answer matters.
 */
export function reasonsFor({ outcome, case: matched }: Verdict, steps: readonly Step[]): Step[] {
  const line =
    matched === null || typeof outcome.table === 'string' ? undefined : outcome.table[matched];
  const named = line?.when ? Object.keys(line.when) : factsOf(outcome);
  return steps.filter(({ question }) => named.includes(question.fact));
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
  const [first] = own ? [] : hanging;
  const clause = clauses.find(({ id }) => id === (first ?? fact).clause);
  const sentence =
    clause &&
    sentencesOf(clause).find(({ n, text }) => (first ? text.includes(first.quote) : n === fact.s));
  return sentence && { clause, ...sentence };
}
