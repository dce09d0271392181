import { type Condition, type Facts, factsIn, holds, type Outcome } from './rules.ts';

/** A fact that can be asked for. */
export interface Fact {
  id: string;
  /** Slug to label, in the order shown. */
  answers: Readonly<Record<string, string>>;
}

/** One way to answer a question: a fact's own answer, or several that come to the same. */
export interface Answer {
  slug: string;
  label: string;
  /** The fact's answers it stands for. */
  stands: readonly string[];
}

/** A question of a topic, asked where `when` holds. A fact may have two, merged differently, for different people. */
export interface Question {
  fact: string;
  /** In the words of the person asked. */
  text: string;
  help?: string | undefined;
  when?: Condition | undefined;
  answers: readonly Answer[];
}

/** A kind of person: what the choice of it says already, what is asked in which order, and what is shown in the end. */
export interface Topic {
  id: string;
  /** Facts that the choice itself says, each with the answers it may still have. They hold on every page. */
  given: Condition;
  /** Facts that nobody is asked here although something shown hangs on them: it stays at what it is for `unsure`. */
  unasked: readonly string[];
  questions: readonly Question[];
  outcomes: readonly Outcome[];
}

/** An answer that was given. */
export interface Step {
  question: Question;
  answer: Answer;
}

/** A page of a topic: a question with the answers before it, or, where nothing is left to ask, a result. */
export interface Node {
  topic: Topic;
  steps: readonly Step[];
  /** What is asked here; `null` on a result. */
  question: Question | null;
}

/**
 * A fact's answers as a question offers them: merged ones in the place of their first, the rest as they are. What is
 * `given` of the fact leaves out the others.
 */
export function mergeAnswers(
  fact: Fact,
  merge: Readonly<Record<string, { label: string; answers: readonly string[] }>>,
  given?: readonly string[] | undefined,
): Answer[] {
  const merged = Object.entries(merge).map(([slug, { label, answers }]) => ({
    slug,
    label,
    stands: answers,
  }));
  const offered = Object.entries(fact.answers)
    .filter(([slug]) => given?.includes(slug) ?? true)
    .map(
      ([slug, label]) =>
        merged.find(({ stands }) => stands.includes(slug)) ?? { slug, label, stands: [slug] },
    );
  return [...new Set(offered)];
}

/** Whether an answer has a label of its own, because it stands for several. */
export function isMerged({ stands }: Answer): boolean {
  return stands.length > 1;
}

/** What some steps say: each fact asked with the answers it may have, several where they are merged. */
export function saidBy(steps: readonly Step[]): Condition {
  return Object.fromEntries(steps.map(({ question, answer }) => [question.fact, answer.stands]));
}

/** What is known on a page: what the choice of the person says, and the answers before it. */
export function knownAt({ topic, steps }: Pick<Node, 'topic' | 'steps'>): Condition {
  return { ...topic.given, ...saidBy(steps) };
}

/** The first set of facts that a page stands for; the proofs show that the others come to the same. */
export function factsAt(page: Pick<Node, 'topic' | 'steps'>): Facts {
  return factsIn(knownAt(page)).next().value ?? {};
}

/** The first question not yet answered that is asked of everyone these steps stand for. */
function nextQuestion(topic: Topic, steps: readonly Step[]): Question | null {
  const everyone = [...factsIn(knownAt({ topic, steps }))];
  const open = topic.questions.find(
    (question) =>
      !steps.some((step) => step.question.fact === question.fact) &&
      everyone.every((facts) => holds(question.when, facts)),
  );
  return open ?? null;
}

/** All pages of a topic, parents before children; the first is its start. A tree, so that each page has one way back. */
export function* nodesOf(topic: Topic, steps: readonly Step[] = []): Generator<Node> {
  const question = nextQuestion(topic, steps);
  yield { topic, steps, question };
  for (const answer of question?.answers ?? []) {
    yield* nodesOf(topic, [...steps, { question: question as Question, answer }]);
  }
}

/** The address part of a page below its topic: `ab/over-3`; empty for the start. */
export function pathOf(steps: readonly Step[]): string {
  return steps.map(({ answer }) => answer.slug).join('/');
}

/** Questions still to come on the longest way from here, this page's own included. */
export function depthBelow(node: Node): number {
  let deepest = 0;
  for (const below of nodesOf(node.topic, node.steps)) {
    deepest = Math.max(deepest, below.steps.length + (below.question ? 1 : 0));
  }
  return deepest - node.steps.length;
}
