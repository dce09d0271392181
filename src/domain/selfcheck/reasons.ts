import { type Clause, sentencesOf } from '../policy/clause.ts';
import type { AskedFact } from './rule-set.ts';
import { factsOf, type Verdict } from './rules.ts';
import type { Step, Topic } from './tree.ts';

/**
 * The answers that the matching line of a table names; for a line for everything else, all that the table looks at. It
 * also stands on the lines before it not matching. None where no answer matters.
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
