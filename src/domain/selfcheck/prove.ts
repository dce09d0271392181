import type { SelfcheckFiles } from './assemble.ts';
import { everyFactIsAsked } from './proofs/asked.ts';
import { unaskedIsAccounted } from './proofs/given.ts';
import { judgementsStayOpen } from './proofs/judged.ts';
import { everySentenceIsAccounted } from './proofs/ledger.ts';
import { noAnswersAreTheSame } from './proofs/merged.ts';
import { everyPathEnds } from './proofs/paths.ts';
import { personasHold } from './proofs/personas.ts';
import type { Failure, Proof } from './proofs/proof.ts';
import { quotesAreThere } from './proofs/quotes.ts';
import { tablesAreTotal } from './proofs/tables.ts';
import { unsureIsSafe } from './proofs/unsure.ts';
import { wordsAreOurs } from './proofs/words.ts';
import type { Rules } from './rule-set.ts';

/** What a proof stands on: files that were read, and the names in tables and in questions, which must lead somewhere. */
export type Ground = keyof SelfcheckFiles | 'tables' | 'questions';

/** The eleven proofs of docs/decisions/0008, in their order there, each with what it stands on. */
const PROOFS: readonly (readonly [Proof, ...Ground[]])[] = [
  [everyPathEnds, 'tables', 'questions'],
  [tablesAreTotal, 'tables'],
  [unsureIsSafe, 'tables'],
  [quotesAreThere],
  [everySentenceIsAccounted, 'outcomes', 'ledger'],
  [everyFactIsAsked, 'tables', 'questions'],
  [noAnswersAreTheSame, 'tables', 'questions'],
  [wordsAreOurs, 'gaps'],
  [personasHold, 'judgements', 'tables', 'gaps'],
  [judgementsStayOpen, 'judgements', 'tables', 'questions', 'gaps'],
  [unaskedIsAccounted, 'tables', 'questions'],
];

/** Runs the eleven proofs over all rules, but those on `shaky` ground. An empty list means that they hold. */
export function prove(rules: Rules, shaky: ReadonlySet<Ground> = new Set()): Failure[] {
  return PROOFS.flatMap(([proof, ...grounds], i) =>
    grounds.some((ground) => shaky.has(ground))
      ? []
      : proof(rules).map((failure) => ({ proof: i + 1, ...failure })),
  );
}
