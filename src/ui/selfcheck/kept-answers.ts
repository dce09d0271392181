import { UNSURE } from '../../domain/selfcheck/rules.ts';
import { readKept, writeKept } from '../device/local-storage.ts';

/** An answer that was given once: the fact's own, with the words that were asked and answered. */
interface KeptAnswer {
  answer: string;
  question: string;
  label: string;
}

/** By fact: `household` where policies share it, `abc-2020-1/household` where it is of one. */
type KeptAnswers = Readonly<Record<string, KeptAnswer>>;

const KEY = 'check-answers';

/** What was answered on this device. Nothing where it keeps nothing. */
export function keptAnswers(): KeptAnswers {
  return readKept(KEY, isAnswers) ?? {};
}

export function forgetAnswers(): void {
  writeKept(KEY, null);
}

/**
 * Keeps what was answered, where that says which of the fact's own answers is so. One that stands for several keeps
 * nothing, and one who is not sure may know next time; what they gainsay is forgotten.
 */
export function keepAnswer(
  fact: string,
  stands: readonly string[],
  words: Omit<KeptAnswer, 'answer'>,
): void {
  const [answer, ...more] = stands;
  const { [fact]: before, ...others } = keptAnswers();
  if (answer && more.length === 0 && answer !== UNSURE)
    writeKept(KEY, { ...others, [fact]: { answer, ...words } });
  else if (before && !stands.includes(before.answer))
    writeKept(KEY, Object.keys(others).length ? others : null);
}

function isAnswers(value: unknown): value is KeptAnswers {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => {
      const { answer, question, label } = Object(one);
      return [answer, question, label].every((text) => typeof text === 'string');
    })
  );
}
