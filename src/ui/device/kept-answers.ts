import { readKept, writeKept } from './local-storage.ts';

/** An answer that was given once: the fact's own, with the words that were asked and answered. */
export interface KeptAnswer {
  answer: string;
  question: string;
  label: string;
}

/** By fact: `household` where policies share it, `abc-2020-1/household` where it is of one. */
type KeptAnswers = Record<string, KeptAnswer>;

const KEY = 'check-answers';

/** What was answered on this device. Nothing where it keeps nothing. */
export function keptAnswers(): KeptAnswers {
  return readKept(KEY, isAnswers) ?? {};
}

export function writeAnswers(answers: KeptAnswers): void {
  writeKept(KEY, Object.keys(answers).length ? answers : null);
}

/** Whoever shows the words looks at them; what an answer says is only ever compared. */
function isAnswers(value: unknown): value is KeptAnswers {
  return Object(value) === value;
}
