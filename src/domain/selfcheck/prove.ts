import { everyFactIsAsked } from './proofs/asked.ts';
import { everySentenceIsAccounted } from './proofs/ledger.ts';
import { noAnswersAreTheSame } from './proofs/merged.ts';
import { everyPathEnds } from './proofs/paths.ts';
import { personasHold } from './proofs/people.ts';
import type { Failure, Proof } from './proofs/proof.ts';
import { quotesAreThere } from './proofs/quotes.ts';
import { tablesAreTotal } from './proofs/tables.ts';
import { unsureIsSafe } from './proofs/unsure.ts';
import { wordsAreOurs } from './proofs/words.ts';
import type { Rules } from './rule-set.ts';

/** The nine proofs of docs/decisions/0008, in their order there. */
const PROOFS: readonly Proof[] = [
  everyPathEnds,
  tablesAreTotal,
  unsureIsSafe,
  quotesAreThere,
  everySentenceIsAccounted,
  everyFactIsAsked,
  noAnswersAreTheSame,
  wordsAreOurs,
  personasHold,
];

/** Runs the nine proofs over all rules. An empty list means that they hold. */
export function prove(rules: Rules): Failure[] {
  return PROOFS.flatMap((proof, i) =>
    proof(rules).map((failure) => ({ proof: i + 1, ...failure })),
  );
}
