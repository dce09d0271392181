import type { PolicyFolder } from '../content/read/policy.ts';
import { readRules } from '../content/read/rules.ts';
import type { OutcomeData } from '../content/schemas/selfcheck.ts';
import { neededAnswers, resultsOf } from '../domain/selfcheck/change.ts';
import { diffSnapshots, type StatusChange, snapshot } from '../domain/selfcheck/diff.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import { evaluate, type Outcome, type Status, type Verdict } from '../domain/selfcheck/rules.ts';
import {
  factsAt,
  type Node,
  nodesOf,
  pathOf,
  type Step,
  type Topic,
} from '../domain/selfcheck/tree.ts';
import { shown } from '../domain/selfcheck/verdict-key.ts';

/** A kind of person of the self-check as pages need it. */
export interface SiteTopic extends Topic {
  /** Who it is: what readers choose. */
  title: string;
  intro: string;
  audience: string;
  /** What the choice of it says already, in the words of the facts; several answers where it leaves several open. */
  said: { question: string; answers: string[] }[];
  /** Outcomes that come to the same whatever is answered: beside the others they tell a reader nothing of their own. */
  fixed: ReadonlySet<string>;
  /** All its results, made once. */
  results: Node[];
  /** What each result says of every outcome, by the address part of its answers (`pathOf`): decided here and nowhere else. */
  verdicts: ReadonlyMap<string, Verdict[]>;
}

/** A policy's self-check. */
export interface Selfcheck {
  rules: Rules;
  /** Who is asked, in the order of `people.yml`. */
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
  const topics = rules.topics.map((rule): SiteTopic => {
    const results = resultsOf(rule);
    const verdicts = verdictsOf(rule, results);
    return {
      ...rule,
      audience: data.people[rule.id]?.audience ?? '',
      said: saidBy(rule, rules),
      fixed: fixedIn(rule, verdicts),
      results,
      verdicts,
    };
  });
  const changes = diffSnapshots(JSON.parse(folder.released ?? '{}'), snapshot(topics));
  return { rules, topics, outcomes: data.outcomes, changes };
}

function verdictsOf({ outcomes }: Topic, results: readonly Node[]): SiteTopic['verdicts'] {
  return new Map(
    results.map((node) => [
      pathOf(node.steps),
      outcomes.flatMap((outcome) => evaluate(outcome, factsAt(node)) ?? []),
    ]),
  );
}

function saidBy({ given }: Topic, { facts }: Rules): SiteTopic['said'] {
  return Object.entries(given).flatMap(([id, slugs]) => {
    const fact = facts.find((one) => one.id === id);
    if (!fact) return [];
    return { question: fact.question, answers: slugs.flatMap((slug) => fact.answers[slug] ?? []) };
  });
}

function fixedIn({ outcomes }: Topic, verdicts: SiteTopic['verdicts']): Set<string> {
  const said = [...verdicts.values()];
  const wordsOf = ({ id }: Outcome) =>
    new Set(said.map((all) => shown(all.find(({ outcome }) => outcome.id === id) ?? null)));
  return new Set(outcomes.filter((one) => wordsOf(one).size === 1).map(({ id }) => id));
}

/** More people beside a clause, a topic or an offer are a list to choose from, no help. */
const MOST_PEOPLE = 3;

/**
 * The people to whom some of the outcomes matter, the most fitting first: those whose answers decide most of them, and
 * of these those who are shown least else.
 */
export function peopleOn(check: Selfcheck | null, isMeant: (outcome: Outcome) => boolean): SiteTopic[] {
  return (check?.topics ?? [])
    .map((topic) => {
      const own = topic.outcomes.filter((one) => one.table !== 'none' && isMeant(one));
      const decided = own.filter(({ id }) => !topic.fixed.has(id));
      return { topic, own: own.length, decided: decided.length, all: topic.outcomes.length };
    })
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.decided - a.decided || b.own - a.own || a.all - b.all)
    .slice(0, MOST_PEOPLE)
    .map(({ topic }) => topic);
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

/** Each person and outcome, and for each status the shortest way of answering that reaches it. */
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
