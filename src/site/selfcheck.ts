import type { PolicyFolder } from '../content/read/policy.ts';
import { readRules } from '../content/read/rules.ts';
import type { OutcomeData } from '../content/schemas/selfcheck.ts';
import { neededAnswers, resultsOf } from '../domain/selfcheck/change.ts';
import { diffSnapshots, type StatusChange, snapshot } from '../domain/selfcheck/diff.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import { evaluate, type Status, type Verdict } from '../domain/selfcheck/rules.ts';
import {
  factsAt,
  type Node,
  nodesOf,
  pathOf,
  type Step,
  type Topic,
} from '../domain/selfcheck/tree.ts';

/** A topic of the self-check as pages need it. */
export interface SiteTopic extends Topic {
  title: string;
  intro: string;
  audience: string;
  /** All its results, made once. */
  results: Node[];
  /** What each result says of every outcome, by the address part of its answers (`pathOf`): decided here and nowhere else. */
  verdicts: ReadonlyMap<string, Verdict[]>;
}

/** A policy's self-check. */
export interface Selfcheck {
  rules: Rules;
  topics: SiteTopic[];
  /** What editors say of an outcome, by id. */
  outcomes: Readonly<Record<string, OutcomeData>>;
  /** Which results say something else than in the last release, `selfcheck/released.json`. */
  changes: StatusChange[];
}

/** The self-check of a policy, if it has one. */
export function makeSelfcheck(folder: PolicyFolder): Selfcheck | null {
  const rules = readRules(folder);
  if (!rules) return null;
  const { data } = folder.selfcheck;
  // In the order of topics.yml, which editors keep for readers.
  const topics = (folder.topics.data ?? []).flatMap(({ id, title }) => {
    const rule = rules.topics.find((topic) => topic.id === id);
    const audience = data.topics[id]?.audience;
    if (!rule || !audience) return [];
    const results = resultsOf(rule);
    return [{ ...rule, title, audience, results, verdicts: verdictsOf(rule, results) }];
  });
  const changes = diffSnapshots(JSON.parse(folder.released ?? '{}'), snapshot(topics));
  return { rules, topics, outcomes: data.outcomes, changes };
}

function verdictsOf({ outcomes }: Topic, results: readonly Node[]): SiteTopic['verdicts'] {
  return new Map(
    results.map(({ steps }) => [
      pathOf(steps),
      outcomes.flatMap((outcome) => evaluate(outcome, factsAt(steps)) ?? []),
    ]),
  );
}

/** The topics that ask about a clause. */
export function topicsOn(check: Selfcheck | null, clause: string): SiteTopic[] {
  return (check?.topics ?? []).filter(({ outcomes }) =>
    outcomes.some((outcome) => outcome.clause === clause && outcome.table !== 'none'),
  );
}

/** Every page of a self-check, with its address below `check/`. */
export function checkPages({
  topics,
}: Selfcheck): { path: string; topic: SiteTopic; node: Node }[] {
  return topics.flatMap((topic) =>
    [...nodesOf(topic)].map((node) => ({
      path: [topic.id, ...node.steps.map(({ answer }) => answer.slug)].join('/'),
      topic,
      node,
    })),
  );
}

/** A way of answering that leads to a status of an outcome. */
export interface WayToStatus {
  topic: SiteTopic;
  outcome: string;
  status: Status;
  node: Node;
  /** The answers that suffice for it, whatever else is answered. */
  why: Step[];
}

/** Each topic and outcome, and for each status the shortest way of answering that reaches it. */
export function waysToStatuses({ topics }: Selfcheck): WayToStatus[] {
  return topics.flatMap((topic) =>
    topic.outcomes.flatMap((outcome) => {
      const shortest = new Map<Status, Node>();
      for (const node of topic.results) {
        const said = topic.verdicts.get(pathOf(node.steps));
        const status = said?.find((verdict) => verdict.outcome === outcome)?.status;
        if (!status) continue;
        const known = shortest.get(status);
        if (!known || node.steps.length < known.steps.length) shortest.set(status, node);
      }
      const order: Status[] = ['met', 'maybe', 'silent', 'no'];
      return order.flatMap((status) => {
        const node = shortest.get(status);
        if (!node) return [];
        const why = neededAnswers(outcome, status, {}, node);
        return [{ topic, outcome: outcome.id, status, node, why }];
      });
    }),
  );
}
