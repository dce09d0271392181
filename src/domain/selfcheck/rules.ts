/**
 * Decision tables: cases in order, the first that matches gives the status (as in DMN's hit policy "first").
 * Only equality and "one of" on facts; no arithmetic, no functions, no negation.
 */

/** From worst to best, in the order they are judged. */
export const STATUSES = ['no', 'silent', 'maybe', 'met'] as const;
export type Status = (typeof STATUSES)[number];

/** The answer of someone who does not know, or was not asked. */
export const UNSURE = 'unsure';

/** Facts by id to answer slugs; a fact that is absent counts as unsure. */
export type Facts = Readonly<Record<string, string>>;

/** What must hold: each fact named has one of the answers listed. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** One line of a decision table. */
export interface Case {
  is: Status;
  /** Absent: whatever the answers. */
  when?: Condition | undefined;
  /** Open points to show with this case, beside the outcome's own. */
  gaps?: readonly string[] | undefined;
  note?: string | undefined;
}

/** What a sentence of the policy offers, asks or says. */
export interface Outcome {
  id: string;
  title: string;
  clause: string;
  quote: string;
  /** The word of the quote that says how strongly. */
  marker: string;
  strength: string;
  /** Whom the sentence speaks of, which units may use it, and what it asks for, in its own words. */
  who?: readonly string[] | undefined;
  by?: readonly string[] | undefined;
  condition?: string | undefined;
  /** Who must do it, in the words of the text, and under which heading it is listed. */
  bearer?: { name: string; group: string } | undefined;
  gaps: readonly string[];
  note?: string | undefined;
  /** Judgements that it rests on, each with the words of the clause for what is to be judged. */
  judged?: Readonly<Record<string, string>> | undefined;
  /** Judgements whose words it holds without resting on them, each with the reason. */
  aside?: Readonly<Record<string, string>> | undefined;
  /** A decision table; or a fixed `silent`; or `none`, a statement without status. */
  table: readonly Case[] | 'silent' | 'none';
}

/** What an outcome comes to for some facts, and why. */
export interface Verdict {
  outcome: Outcome;
  /** `null` for a statement without status. */
  status: Status | null;
  /** The line of the table that matched, from 0; `null` without a table. */
  case: number | null;
  gaps: readonly string[];
  notes: readonly string[];
}

/** Whether all that a condition asks for is so. An empty condition always is. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  return Object.entries(condition ?? {}).every(([fact, answers]) =>
    answers.includes(facts[fact] ?? UNSURE),
  );
}

/** What an outcome comes to, with its trace; `null` when no case matches, which the proofs exclude. */
export function evaluate(outcome: Outcome, facts: Facts): Verdict | null {
  const { table, gaps, note } = outcome;
  const notes = note ? [note] : [];
  if (table === 'none') return { outcome, status: null, case: null, gaps, notes };
  if (table === 'silent') return { outcome, status: 'silent', case: null, gaps, notes };
  const index = table.findIndex((line) => holds(line.when, facts));
  const line = table[index];
  if (!line) return null;
  return {
    outcome,
    status: line.is,
    case: index,
    gaps: [...new Set([...gaps, ...(line.gaps ?? [])])],
    notes: line.note ? [...notes, line.note] : notes,
  };
}

/** The facts a table looks at, in the order they are first named. */
export function factsOf({ table }: Outcome): string[] {
  if (typeof table === 'string') return [];
  return [...new Set(table.flatMap((line) => Object.keys(line.when ?? {})))];
}

/** Every set of facts that a condition allows, of the facts it names. Their number is the product of the answers. */
export function* factsIn(condition: Condition): Generator<Facts> {
  const [first, ...rest] = Object.entries(condition);
  if (!first) {
    yield {};
    return;
  }
  const [fact, answers] = first;
  for (const others of factsIn(Object.fromEntries(rest))) {
    for (const answer of answers) yield { [fact]: answer, ...others };
  }
}

/** Every way to answer some facts, unsure among them. */
export function combinations(
  facts: readonly string[],
  answersOf: (fact: string) => readonly string[],
): Generator<Facts> {
  return factsIn(
    Object.fromEntries(facts.map((fact) => [fact, [...new Set([...answersOf(fact), UNSURE])]])),
  );
}
