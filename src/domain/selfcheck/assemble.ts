import type { AskedFact, Judgement, LedgerEntry, Persona, RuleGap, Rules } from './rule-set.ts';
import type { Case, Condition, Outcome } from './rules.ts';
import { mergeAnswers } from './tree.ts';

/** The files of a self-check as editors fill them in, already of the right form. */
export interface SelfcheckFiles {
  facts: Readonly<Record<string, Omit<AskedFact, 'id'>>>;
  judgements: Readonly<Record<string, Omit<Judgement, 'id'>>>;
  outcomes: Readonly<
    Record<
      string,
      Omit<Outcome, 'id' | 'table'> & {
        status?: 'silent' | 'none' | undefined;
        cases?: readonly Case[] | undefined;
      }
    >
  >;
  people: Readonly<
    Record<
      string,
      {
        title: string;
        intro: string;
        given: Condition;
        unasked: readonly string[];
        questions: readonly {
          fact: string;
          question?: string | undefined;
          help?: string | undefined;
          when?: Condition | undefined;
          merge: Readonly<Record<string, { label: string; answers: readonly string[] }>>;
        }[];
        outcomes: readonly string[];
      }
    >
  >;
  ledger: readonly LedgerEntry[];
  personas: readonly Persona[];
  gaps: Readonly<Record<string, RuleGap>>;
}

/**
 * Joins the files into rules, each thing in its place. A question about a fact that is not there has no answers, and
 * an outcome that is not there is left out; `src/content/check` reports both.
 */
export function assembleRules(policy: Rules['policy'], files: SelfcheckFiles): Rules {
  const facts = Object.entries(files.facts).map(([id, fact]) => ({ id, ...fact }));
  const outcomes = Object.entries(files.outcomes).map(
    ([id, { status, cases, ...outcome }]): Outcome => ({
      id,
      ...outcome,
      table: status ?? cases ?? 'none',
    }),
  );
  const topics = Object.entries(files.people).map(([id, person]): Rules['topics'][number] => ({
    id,
    title: person.title,
    intro: person.intro,
    given: person.given,
    unasked: person.unasked,
    questions: person.questions.map(({ fact, question, help, when, merge }) => {
      const asked = facts.find((f) => f.id === fact);
      return {
        fact,
        text: question ?? asked?.question ?? '',
        help: help ?? asked?.help,
        when,
        answers: mergeAnswers(asked ?? { id: fact, answers: {} }, merge, person.given[fact]),
      };
    }),
    outcomes: person.outcomes.flatMap((id) => outcomes.find((o) => o.id === id) ?? []),
  }));
  const judgements = Object.entries(files.judgements).map(([id, one]) => ({ id, ...one }));
  const { ledger, personas, gaps } = files;
  return { policy, facts, judgements, outcomes, topics, ledger, personas, gaps };
}
