import { resultsOf } from './change.ts';
import { type Snapshot, snapshot } from './diff.ts';
import type { Condition, Facts, Outcome } from './rules.ts';
import { smallestConditions } from './smallest-conditions.ts';
import { type Node, pathOf, type Topic } from './tree.ts';

/** Answers for which an outcome has another status than in a snapshot. */
interface GroupedChange<T extends Topic> {
  person: T;
  outcome: Outcome;
  /** Any of these; each is what must be answered, an empty one whatever is answered. */
  when: Condition[];
  /** `null` where it was not shown then. */
  before: string | null;
  after: string;
}

/** What has changed since a snapshot. */
export interface ChangesSince<T extends Topic> {
  groups: GroupedChange<T>[];
  /** Addresses of results that the snapshot does not have, and that only it has. */
  added: string[];
  removed: string[];
}

/** What results say now and did not in a snapshot, told by the answers it hangs on; results without an equal then apart. */
export function changesSince<T extends Topic>(
  before: Snapshot,
  topics: readonly T[],
): ChangesSince<T> {
  const now = snapshot(topics);
  const groups = topics.flatMap((person) => {
    const results = resultsOf(person).filter((node) => Object.hasOwn(before, addressOf(node)));
    return person.outcomes.flatMap((outcome) => groupsOf(outcome, person, results, before, now));
  });
  return {
    groups,
    added: Object.keys(now).filter((result) => !Object.hasOwn(before, result)),
    removed: Object.keys(before).filter((result) => !Object.hasOwn(now, result)),
  };
}

function groupsOf<T extends Topic>(
  outcome: Outcome,
  person: T,
  results: readonly Node[],
  before: Snapshot,
  now: Snapshot,
): GroupedChange<T>[] {
  const alike = Map.groupBy(results, (node) => {
    const [was, is] = [before, now].map((all) => all[addressOf(node)]?.[outcome.id] ?? null);
    return JSON.stringify([was, is]);
  });
  const facts = [...new Set(person.questions.map(({ fact }) => fact))];
  return [...alike].flatMap(([key, nodes]) => {
    const [was, is] = JSON.parse(key) as [string | null, string];
    if (was === is) return [];
    const others = results.filter((node) => !nodes.includes(node));
    const when = smallestConditions(nodes.map(offered), others.map(offered), facts);
    const meant = when.map((one) => standsFor(one, person));
    return [{ person, outcome, when: meant, before: was, after: is }];
  });
}

function addressOf({ topic, steps }: Node): string {
  return [topic.id, pathOf(steps)].filter(Boolean).join('/');
}

/** The answers of a result as they were offered, merged ones as one. */
function offered({ steps }: Node): Facts {
  return Object.fromEntries(steps.map(({ question, answer }) => [question.fact, answer.slug]));
}

/** The facts' own answers for those that were offered. */
function standsFor(condition: Condition, { questions }: Topic): Condition {
  return Object.fromEntries(
    Object.entries(condition).map(([fact, slugs]) => {
      const answers = questions
        .filter((question) => question.fact === fact)
        .flatMap((question) => question.answers);
      const meant = slugs.flatMap(
        (slug) => answers.find((answer) => answer.slug === slug)?.stands ?? [slug],
      );
      return [fact, [...new Set(meant)]];
    }),
  );
}
