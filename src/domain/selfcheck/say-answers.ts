import type { AskedFact, Rules } from './rule-set.ts';
import { type Condition, UNSURE } from './rules.ts';
import { NOT_ASKED } from './smallest-conditions.ts';
import type { Topic } from './tree.ts';

/** A question with the answers that are meant, any of them. */
export interface SaidAnswers {
  question: string;
  answers: string[];
}

/**
 * A condition in the words of those who are asked: as the person is asked where its answers are those offered, else as the
 * fact itself is worded. `{ years: [two] } → 持有居住证多久了？满2年、不满3年`
 */
export function sayAnswers(
  condition: Condition,
  { questions }: Topic,
  facts: Rules['facts'],
): SaidAnswers[] {
  return Object.entries(condition).map(([id, said]) => {
    const asked = questions.filter(({ fact }) => fact === id);
    for (const { text, answers } of asked) {
      const meant = answers.filter(({ stands }) => stands.every((slug) => said.includes(slug)));
      if (meant.flatMap(({ stands }) => stands).length === said.length)
        return { question: text, answers: meant.map(({ label }) => label) };
    }
    const fact = facts.find((one) => one.id === id);
    return { question: fact?.question ?? id, answers: said.map((slug) => label(fact, slug)) };
  });
}

function label(fact: AskedFact | undefined, slug: string): string {
  if (slug === NOT_ASKED) return '没有问到';
  return fact?.answers[slug] ?? (slug === UNSURE ? '不清楚' : slug);
}
