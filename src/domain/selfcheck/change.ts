import { evaluate, type Outcome, STATUSES, type Status } from './rules.ts';
import { factsAt, type Node, nodesOf, type Step, type Topic } from './tree.ts';

/** Another result of the same topic in which an outcome comes to something better. */
export interface Change {
  status: Status;
  /** The answers that differ, as they would be there. */
  answers: readonly Step[];
  /** The steps of that result. */
  steps: readonly Step[];
}

/** All results of a topic, made once. */
export function resultsOf(topic: Topic): Node[] {
  return [...nodesOf(topic)].filter(({ question }) => question === null);
}

/**
 * The fewest answers to change for an outcome to come to a better status, and the fewest for `met` where that is
 * another change. Empty where nothing is better. Of equally small changes the first in the order of the questions.
 */
export function smallestChanges(outcome: Outcome, here: Node, results: readonly Node[]): Change[] {
  const rank = (status: Status | null | undefined) => (status ? STATUSES.indexOf(status) : -1);
  const now = rank(evaluate(outcome, factsAt(here.steps))?.status);
  if (now < 0) return [];
  const better = results
    .flatMap((node): (Change & { size: number })[] => {
      const status = evaluate(outcome, factsAt(node.steps))?.status;
      if (!status || rank(status) <= now) return [];
      const answers = node.steps.filter(
        (step) => !here.steps.some((own) => own.answer === step.answer),
      );
      return [{ status, answers, steps: node.steps, size: distance(here.steps, node.steps) }];
    })
    // A stable sort keeps the order of the questions among equals.
    .sort((a, b) => a.size - b.size);
  const nearest = better[0];
  const met = better.find(({ status }) => status === 'met');
  return [...new Set([nearest, met])].flatMap((change) => (change ? [change] : []));
}

/** Answers that differ; a question that only the other way asks counts a little, so that short ways win. */
function distance(from: readonly Step[], to: readonly Step[]): number {
  return to.reduce((sum, { question, answer }) => {
    const own = from.find((step) => step.question.fact === question.fact);
    return sum + (own === undefined ? 0.1 : own.answer === answer ? 0 : 1);
  }, 0);
}
