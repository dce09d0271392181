import type { Citable } from '../policy/citation.ts';
import type { Clause } from '../policy/clause.ts';
import type { Condition, Facts, Outcome } from './rules.ts';
import type { Fact, Topic } from './tree.ts';

/** A fact with what is said to the person asked. */
export interface AskedFact extends Fact {
  question: string;
  help?: string | undefined;
  clause: string;
  s: number;
  quote: string;
  /** What other editions say in the place of the quote; answers may tell them apart. */
  otherQuotes?: readonly string[] | undefined;
  gap?: string | undefined;
}

/**
 * Something that somebody has to judge while the text does not say how: 高层次, 急需紧缺. It is never asked; what rests on
 * it is at best `maybe`.
 */
export interface Judgement {
  id: string;
  /** The word of the text by which it is known. */
  word: string;
  /** Other words that would ask for it. */
  also?: readonly string[] | undefined;
  /** Answers that tell that somebody has judged already: whoever holds the card has been classified. */
  made?: Condition | undefined;
  /** The gap that says no more than that the text leaves open how it is judged. */
  gap?: string | undefined;
}

/** What the text does not say. */
export interface RuleGap {
  text: string;
  /** Answers of the very readers whom the text leaves open here, each set by itself. */
  leaves?: readonly Condition[] | undefined;
}

/** A sentence that decides nothing, and why. */
export interface LedgerEntry {
  clause: string;
  s: number;
  reason: string;
}

/** Someone with facts, and what must come of them. */
export interface Persona {
  id: string;
  facts: Facts;
  expect: Readonly<Record<string, string>>;
  gaps: readonly string[];
  mustNotSay: readonly string[];
}

/** All rules of a policy, with the text they stand on. */
export interface Rules {
  policy: Omit<Citable, 'clauses'> & { clauses: readonly Clause[] };
  facts: readonly AskedFact[];
  judgements: readonly Judgement[];
  outcomes: readonly Outcome[];
  /** Those who are asked, as the start of the self-check lists them. */
  topics: readonly (Topic & { title: string; intro: string })[];
  ledger: readonly LedgerEntry[];
  personas: readonly Persona[];
  gaps: Readonly<Record<string, RuleGap>>;
}

/** Answers of a fact as `facts.yml` lists them. */
export function answersIn({ facts }: Rules): (fact: string) => string[] {
  const byId = new Map(facts.map((f) => [f.id, Object.keys(f.answers)]));
  return (fact) => byId.get(fact) ?? [];
}

/** A judgement by its id. Cases may state it as if it were a fact; it is read as not known. */
export function judgementIn({ judgements }: Rules, id: string): Judgement | undefined {
  return judgements.find((judgement) => judgement.id === id);
}
