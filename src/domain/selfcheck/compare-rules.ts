import { foldForm } from '../editions/fold-form.ts';
import { resultsOf } from './change.ts';
import { answersIn, type Rules } from './rule-set.ts';
import {
  type Condition,
  evaluate,
  type Facts,
  factsIn,
  factsOf,
  type Outcome,
  UNSURE,
  type Verdict,
} from './rules.ts';
import { NOT_ASKED, smallestConditions } from './smallest-conditions.ts';
import { knownAt, type Topic } from './tree.ts';
import { shown } from './verdict-key.ts';

type Person = Rules['topics'][number];

/**
 * Answers for which an outcome comes to something else than before, or to the same by a sentence that gives or asks
 * something else. `null`: those rules do not have it.
 */
export interface Situation {
  /** Any of these; each is what must be answered, an empty one whatever is answered. */
  when: readonly Condition[];
  before: Verdict | null;
  after: Verdict | null;
}

/** An outcome by the rules before and after. `null`: they do not have it. */
export interface OutcomePair {
  id: string;
  before: Outcome | null;
  after: Outcome | null;
}

/** A kind of person for whom something changes, as the later rules have it. */
export interface PersonChange {
  person: Person;
  outcomes: (OutcomePair & { situations: Situation[] })[];
}

/** What two sets of rules come to differently. */
export interface RuleChanges {
  people: PersonChange[];
  /** Outcomes of no situation whose sentence is another, is new or is gone; and who is shown them. */
  reworded: (OutcomePair & { people: Person[] })[];
}

/**
 * What changes for whom from one set of rules to the next: both run over every way of answering of either, each with
 * every set of facts that it stands for. People and outcomes are matched by id.
 */
export function compareRules(before: Rules, after: Rules): RuleChanges {
  const persons = pairsOf(before.topics, after.topics);
  const answersOf = answerOrder(before, after);
  const people = persons.flatMap(([old, now]): PersonChange[] => {
    const person = now ?? old;
    const ways = [old, now].flatMap((topic) => (topic ? resultsOf(topic).map(knownAt) : []));
    const outcomes = pairsOf(old?.outcomes ?? [], now?.outcomes ?? []).flatMap(([one, other]) => {
      const situations = situationsOf(one, other, ways, factOrder([old, now]), answersOf);
      return situations.length ? [{ ...pairOf(one, other), situations }] : [];
    });
    return person && outcomes.length ? [{ person, outcomes }] : [];
  });
  const told = new Set(people.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)));
  const reworded = pairsOf(before.outcomes, after.outcomes).flatMap(([old, now]) => {
    const pair = pairOf(old, now);
    if (told.has(pair.id) || (old && now && !isReworded(old, now))) return [];
    const shownTo = persons.flatMap(([a, b]) => {
      const person = b ?? a;
      const isShown = [a, b].some((topic) => topic?.outcomes.some(({ id }) => id === pair.id));
      return person && isShown ? [person] : [];
    });
    return [{ ...pair, people: shownTo }];
  });
  return { people, reworded };
}

function situationsOf(
  before: Outcome | undefined,
  after: Outcome | undefined,
  ways: readonly Condition[],
  order: readonly string[],
  answersOf: (fact: string) => readonly string[],
): Situation[] {
  const named = new Set([before, after].flatMap((outcome) => (outcome ? factsOf(outcome) : [])));
  const facts = [...named].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const groups = new Map<string, Omit<Situation, 'when'> & { sets: Facts[] }>();
  for (const set of setsOf(ways, facts)) {
    const was = before ? evaluate(before, set) : null;
    const is = after ? evaluate(after, set) : null;
    const key = `${shown(was)} ${shown(is)}`;
    const group = groups.get(key) ?? { before: was, after: is, sets: [] };
    groups.set(key, group);
    group.sets.push(set);
  }
  const all = [...groups.values()];
  return all
    .filter((group) => isChange(group.before, group.after))
    .map(({ sets, ...group }) => {
      const others = all.flatMap((other) => (other.sets === sets ? [] : other.sets));
      const when = smallestConditions(sets, others, facts);
      return { ...group, when: when.map((one) => inOrder(one, answersOf)) };
    });
}

/**
 * Who fails an outcome, or never met it, has nothing of it, whatever it says. A sentence that gives or asks something says
 * something new to all others; one that only says whom it is about does so by its result alone.
 */
function isChange(before: Verdict | null, after: Verdict | null): boolean {
  const sides = [before, after].flatMap((verdict) => verdict ?? []);
  if (sides.every(({ status }) => status === 'no')) return false;
  if (!before || !after) return sides.some(({ status }) => status !== null);
  if (shown(before) !== shown(after)) return true;
  const isGiven = sides.some(({ outcome }) => outcome.strength !== SCOPE);
  return isGiven && before.case !== null && isReworded(before.outcome, after.outcome);
}

/** The strength of a sentence that gives nothing and asks nothing. */
const SCOPE = 'scope';

/** A sentence that is written in another form only says the same. */
function isReworded(before: Outcome, after: Outcome): boolean {
  return foldForm(before.quote) !== foldForm(after.quote);
}

/** Every set of these facts that some ways of answering stand for, each once; what is not asked is not in it. */
function setsOf(ways: readonly Condition[], facts: readonly string[]): Facts[] {
  const conditions = new Map<string, Condition>();
  for (const way of ways) {
    const known = facts.flatMap((fact) => (way[fact] ? [[fact, way[fact]] as const] : []));
    conditions.set(JSON.stringify(known), Object.fromEntries(known));
  }
  const sets = [...conditions.values()].flatMap((condition) => [...factsIn(condition)]);
  const keyOf = (set: Facts) => JSON.stringify(facts.map((fact) => set[fact] ?? null));
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}

/** The foremost is left unsaid first: what the choice of the person says already, then what is asked earlier. */
function factOrder(topics: readonly (Topic | undefined)[]): string[] {
  const asked = topics.flatMap((topic) => topic?.questions.map(({ fact }) => fact) ?? []);
  const given = topics.flatMap((topic) => Object.keys(topic?.given ?? {}));
  return [...new Set([...given, ...asked])];
}

/** Things matched by id, in the order of the later ones; what is gone stands last. */
function pairsOf<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): [before: T | undefined, after: T | undefined][] {
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id));
  return [
    ...after.map((now): [T | undefined, T] => [before.find(({ id }) => id === now.id), now]),
    ...gone.map((old): [T, undefined] => [old, undefined]),
  ];
}

function pairOf(before: Outcome | undefined, after: Outcome | undefined): OutcomePair {
  return { id: (after ?? before)?.id ?? '', before: before ?? null, after: after ?? null };
}

function answerOrder(before: Rules, after: Rules): (fact: string) => string[] {
  return (fact) => [
    ...new Set([...answersIn(after)(fact), ...answersIn(before)(fact), UNSURE, NOT_ASKED]),
  ];
}

function inOrder(condition: Condition, answersOf: (fact: string) => readonly string[]): Condition {
  return Object.fromEntries(
    Object.entries(condition).map(([fact, said]) => [
      fact,
      answersOf(fact).filter((answer) => said.includes(answer)),
    ]),
  );
}
