import type { Citable } from '../policy/citation.ts';
import type { Clause } from '../policy/clause.ts';
import type { Facts, Outcome } from './rules.ts';
import type { Fact, Topic } from './tree.ts';

/** A fact with what is said to the person asked. */
export interface AskedFact extends Fact {
  question: string;
  help?: string | undefined;
  clause: string;
  s: number;
  quote: string;
  gap?: string | undefined;
}

/** A sentence that decides nothing, and why. */
export interface LedgerEntry {
  clause: string;
  s: number;
  reason: string;
}

/** Someone with facts, and what must come of them. */
export interface Case {
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
  outcomes: readonly Outcome[];
  topics: readonly (Topic & { intro: string })[];
  ledger: readonly LedgerEntry[];
  personas: readonly Case[];
  /** Gap id to its text. */
  gaps: Readonly<Record<string, string>>;
}

/** Answers of a fact as `facts.yml` lists them. */
export function answersIn({ facts }: Rules): (fact: string) => string[] {
  const byId = new Map(facts.map((f) => [f.id, Object.keys(f.answers)]));
  return (fact) => byId.get(fact) ?? [];
}
