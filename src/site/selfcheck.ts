import { getCollection, getEntry } from 'astro:content';
import type { OutcomeData } from '../content/schemas/selfcheck.ts';
import type { Audience } from '../domain/audience.ts';
import { assembleRules } from '../domain/selfcheck/assemble.ts';
import { neededAnswers, resultsOf } from '../domain/selfcheck/change.ts';
import { diffSnapshots, type StatusChange, snapshot } from '../domain/selfcheck/diff.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import { evaluate, type Status } from '../domain/selfcheck/rules.ts';
import { factsAt, type Node, nodesOf, type Step, type Topic } from '../domain/selfcheck/tree.ts';
import { dataById } from './collections.ts';
import { onceInBuild } from './once-in-build.ts';
import { getDefaultPolicy, getPolicies, type SitePolicy } from './policy.ts';

/** A topic of the self-check as pages need it. */
export interface SiteTopic extends Topic {
  title: string;
  intro: string;
  audience: Audience;
  /** All its results, made once. */
  results: Node[];
}

/** A policy's self-check. */
export interface Selfcheck {
  policy: SitePolicy;
  rules: Rules;
  topics: SiteTopic[];
  /** What editors say of an outcome, by id. */
  outcomes: Readonly<Record<string, OutcomeData>>;
}

/** The self-checks of all policies that have one. Made once in a build. */
const getSelfchecks = onceInBuild(async (): Promise<Selfcheck[]> => {
  const facts = await dataById('facts');
  const policies = (await getPolicies()).filter(({ id }) => facts.has(id));
  return (await Promise.all(policies.map(readSelfcheck))).filter((check) => check !== null);
});

async function readSelfcheck(policy: SitePolicy): Promise<Selfcheck | null> {
  const { id } = policy;
  const [facts, judgements, outcomes, ledger, personas] = await Promise.all([
    getEntry('facts', id),
    getEntry('judgements', id),
    getEntry('outcomes', id),
    getEntry('ledger', id),
    getEntry('personas', id),
  ]);
  if (!facts || !outcomes) return null;
  const entries = await getCollection('checkTopics', (entry) => entry.id.startsWith(`${id}/`));
  const topics = Object.fromEntries(
    entries.map((entry) => [entry.id.slice(id.length + 1), entry.data]),
  );
  const rules = assembleRules(policy, {
    facts: facts.data,
    judgements: judgements?.data ?? {},
    outcomes: outcomes.data,
    topics,
    ledger: ledger?.data ?? [],
    personas: personas?.data ?? [],
    gaps: policy.gaps,
  });
  // In the order of topics.yml, which editors keep for readers.
  const ordered = policy.topics.flatMap(({ id: topic, title }) => {
    const rule = rules.topics.find((t) => t.id === topic);
    const data = topics[topic];
    if (!rule || !data) return [];
    return [{ ...rule, title, audience: data.audience, results: resultsOf(rule) }];
  });
  return { policy, rules, topics: ordered, outcomes: outcomes.data };
}

/** The self-check of a policy, if it has one. */
export async function getSelfcheck(policy: SitePolicy): Promise<Selfcheck | null> {
  return (await getSelfchecks()).find((check) => check.policy.id === policy.id) ?? null;
}

/** The self-check of the policy that the home page speaks of; one with nothing in it while nobody has written it. */
export async function getDefaultSelfcheck(): Promise<Selfcheck> {
  const policy = await getDefaultPolicy();
  const nothing = {
    facts: {},
    judgements: {},
    outcomes: {},
    topics: {},
    ledger: [],
    personas: [],
    gaps: {},
  };
  const empty = { policy, rules: assembleRules(policy, nothing), topics: [], outcomes: {} };
  return (await getSelfcheck(policy)) ?? empty;
}

/** Which results say something else than in the last release, `selfcheck/released.json`. */
export async function getStatusChanges(check: Selfcheck): Promise<StatusChange[]> {
  const released = await getEntry('released', check.policy.id);
  return diffSnapshots(released?.data ?? {}, snapshot(check.topics));
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

/** The topics that ask about a clause. */
export async function getTopicsOn(policy: SitePolicy, clause: string): Promise<SiteTopic[]> {
  const topics = (await getSelfcheck(policy))?.topics ?? [];
  return topics.filter(({ outcomes }) =>
    outcomes.some((outcome) => outcome.clause === clause && outcome.table !== 'none'),
  );
}

/** Each topic and outcome, and for each status the shortest way of answering that reaches it. */
export function waysToStatuses({ topics }: Selfcheck): WayToStatus[] {
  return topics.flatMap((topic) =>
    topic.outcomes.flatMap((outcome) => {
      const shortest = new Map<Status, Node>();
      for (const node of topic.results) {
        const status = evaluate(outcome, factsAt(node.steps))?.status;
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

/** Every page of every topic, for `getStaticPaths`. */
export async function getCheckPaths() {
  return (await getSelfchecks()).flatMap((check) =>
    check.topics.flatMap((topic) =>
      [...nodesOf(topic)].map((node) => ({
        params: { path: [topic.id, ...node.steps.map(({ answer }) => answer.slug)].join('/') },
        props: { check, topic, node },
      })),
    ),
  );
}
