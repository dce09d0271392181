import type { PolicyFolder } from '../content/read/policy.ts';
import { readEditionRules, readRules } from '../content/read/rules.ts';
import type { OutcomeData } from '../content/schemas/selfcheck.ts';
import { neededAnswers, resultsOf } from '../domain/selfcheck/change.ts';
import { diffSnapshots, type StatusChange, snapshot } from '../domain/selfcheck/diff.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import {
  evaluate,
  factsOf,
  type Outcome,
  type Status,
  type Verdict,
} from '../domain/selfcheck/rules.ts';
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
  /** What each outcome shown rests on here, by its id. */
  restsOn: ReadonlyMap<string, Ground>;
  /** All its results, made once. */
  results: Node[];
  /** What each result says of every outcome, by the address part of its answers (`pathOf`): decided here and nowhere else. */
  verdicts: ReadonlyMap<string, Verdict[]>;
}

/**
 * `answers`: it comes to something else by what is answered. `choice`: to the same, by what the choice of the person
 * says. `unasked`: to the same, since what it hangs on is not asked here. `text`: to the same for everyone, or to
 * nothing, so that it tells this reader nothing of their own.
 */
type Ground = 'answers' | 'choice' | 'unasked' | 'text';

/** A policy's self-check. */
export interface Selfcheck {
  rules: Rules;
  /** Who is asked, in the order of `people.yml`. */
  topics: SiteTopic[];
  /** What editors say of an outcome, by id. */
  outcomes: Readonly<Record<string, OutcomeData>>;
  /** Which results say something else than in the last release, `selfcheck/released.json`. */
  changes: StatusChange[];
  /** The rules of other editions, by their days; of those only of which somebody has said how they differ. */
  rulesThen: ReadonlyMap<string, Rules>;
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
      restsOn: groundsIn(rule, verdicts),
      results,
      verdicts,
    };
  });
  const changes = diffSnapshots(JSON.parse(folder.released ?? '{}'), snapshot(topics));
  const rulesThen = new Map(
    folder.editions.flatMap((edition) => {
      const then = readEditionRules(folder, edition);
      return then ? [[edition.date, then] as const] : [];
    }),
  );
  return { rules, topics, outcomes: data.outcomes, changes, rulesThen };
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

function groundsIn(
  { outcomes, given, unasked }: Topic,
  verdicts: SiteTopic['verdicts'],
): SiteTopic['restsOn'] {
  const said = [...verdicts.values()];
  return new Map(
    outcomes.map((outcome, i): [string, Ground] => {
      // Each result tells of all outcomes, in their order.
      if (new Set(said.map((all) => shown(all[i] ?? null))).size > 1)
        return [outcome.id, 'answers'];
      const facts = factsOf(outcome);
      if (facts.some((fact) => Object.hasOwn(given, fact))) return [outcome.id, 'choice'];
      return [outcome.id, facts.some((fact) => unasked.includes(fact)) ? 'unasked' : 'text'];
    }),
  );
}

const isDecided = (ground: Ground | undefined) => ground === 'answers' || ground === 'choice';

/** More people beside a clause, a topic or an offer are a list to choose from, no help. */
const MOST_PEOPLE = 3;

/**
 * The people to whom some of the outcomes matter, the most fitting first: those who meet them in most clauses, and of
 * these those for whom most of them are decided.
 */
export function peopleOn(
  check: Selfcheck | null,
  isMeant: (outcome: Outcome) => boolean,
): SiteTopic[] {
  return (check?.topics ?? [])
    .map((topic) => {
      const own = topic.outcomes.filter((one) => one.table !== 'none' && isMeant(one));
      const decided = own.filter(({ id }) => isDecided(topic.restsOn.get(id)));
      const clauses = new Set(own.map(({ clause }) => clause)).size;
      return { topic, clauses, decided: decided.length };
    })
    .filter(({ clauses }) => clauses > 0)
    .sort((a, b) => b.clauses - a.clauses || b.decided - a.decided)
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
