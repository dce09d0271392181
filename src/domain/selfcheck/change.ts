import {
  type Condition,
  evaluate,
  factsIn,
  factsOf,
  type Outcome,
  STATUSES,
  type Status,
  UNSURE,
} from './rules.ts';
import { factsAt, knownAt, type Node, nodesOf, type Step, saidBy, type Topic } from './tree.ts';

/** Another result of the same topic in which an outcome comes to something better. */
export interface Change {
  status: Status;
  /** The answers that bring it about, as they would be there; whatever else is answered there may stay as it is here. */
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
 * another change. Empty where nothing is better. Of equally small changes the one to the best status; of the results
 * that have it the one most like this, and of those the first in the order of the questions.
 */
export function smallestChanges(outcome: Outcome, here: Node, results: readonly Node[]): Change[] {
  const rank = (status: Status | null | undefined) => (status ? STATUSES.indexOf(status) : -1);
  const now = rank(evaluate(outcome, factsAt(here))?.status);
  if (now < 0) return [];
  const own = knownAt(here);
  const answered = saidBy(here.steps);
  const better = results
    .flatMap((there) => {
      const status = evaluate(outcome, factsAt(there))?.status;
      if (!status || rank(status) <= now) return [];
      const answers = neededAnswers(outcome, status, own, there);
      // To know less than one knows is no change.
      if (answers.some(({ answer }) => answer.stands.every((slug) => slug === UNSURE))) return [];
      // A question not asked here counts a tenth, so that short ways win; nobody answers ten.
      const size = answers.reduce(
        (sum, { question }) => sum + (question.fact in answered ? 10 : 1),
        0,
      );
      const unlike = there.steps.filter((step) => !isGiven(step, own)).length;
      return [{ status, answers, steps: there.steps, size, unlike }];
    })
    // A stable sort keeps the order of the questions among equals.
    .sort((a, b) => a.size - b.size || rank(b.status) - rank(a.status) || a.unlike - b.unlike);
  const nearest = better[0];
  const met = better.find(({ status }) => status === 'met');
  return [...new Set([nearest, met])].flatMap((change) => (change ? [change] : []));
}

/**
 * The fewest answers of another result that an outcome needs to come to its status there, all else being as answered
 * here (`own`), or whatever else is answered where nothing is said of it.
 */
export function neededAnswers(
  outcome: Outcome,
  status: Status,
  own: Condition,
  there: Node,
): Step[] {
  const facts = factsOf(outcome);
  const suffice = (changed: readonly Step[]) => {
    const said = { ...there.topic.given, ...own, ...saidBy(changed) };
    const open = facts.map((fact) => [fact, said[fact] ?? anyAnswer(there.topic, fact)] as const);
    return [...factsIn(Object.fromEntries(open))].every(
      (set) => evaluate(outcome, set)?.status === status,
    );
  };
  const changed = there.steps.filter(
    (step) => facts.includes(step.question.fact) && !isGiven(step, own),
  );
  // All of them suffice: what is not asked there does not matter there (proof 6). Each that can be spared goes.
  return changed.reduceRight((needed, step) => {
    const fewer = needed.filter((other) => other !== step);
    return suffice(fewer) ? fewer : needed;
  }, changed);
}

/** Whether an answer is what was said, alone or merged with others. */
function isGiven({ question, answer }: Step, said: Condition): boolean {
  return said[question.fact]?.every((slug) => answer.stands.includes(slug)) ?? false;
}

/** All that may be answered on a fact in a topic. */
function anyAnswer({ questions }: Topic, fact: string): readonly string[] {
  const asked = questions.filter((question) => question.fact === fact);
  const answers = asked.flatMap((question) => question.answers.flatMap(({ stands }) => stands));
  return [...new Set([...answers, UNSURE])];
}
