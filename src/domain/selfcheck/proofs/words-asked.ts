import type { Rules } from '../rule-set.ts';
import { isMerged } from '../tree.ts';
import type { Failure } from './proof.ts';

/** Words of ours that a person reads who is asked something. */
export interface WordsAsked {
  at: Failure['at'];
  words: string;
  /** The clause that makes us ask; `null` for the name and the opening of a person, which speak of none. */
  clause: string | null;
  /** What other editions say there. */
  otherQuotes?: readonly string[] | undefined;
}

/** All that is said to those who are asked, each text once, in the order of the files: words of `facts.yml` stand there only. */
export function* wordsAsked({ facts, topics }: Rules): Generator<WordsAsked> {
  for (const { id, question, help, answers, clause, otherQuotes } of facts) {
    yield { at: ['facts', id, 'question'], words: question, clause };
    if (help !== undefined) yield { at: ['facts', id, 'help'], words: help, clause };
    for (const [slug, label] of Object.entries(answers))
      yield { at: ['facts', id, 'answers', slug], words: label, clause, otherQuotes };
  }
  for (const { id, title, intro, questions } of topics) {
    yield { at: ['people', id, 'title'], words: title, clause: null };
    yield { at: ['people', id, 'intro'], words: intro, clause: null };
    for (const [i, { fact, text, help, answers }] of questions.entries()) {
      const asked = facts.find((one) => one.id === fact);
      if (!asked) continue;
      const { clause } = asked;
      const at = ['people', id, 'questions', i] as const;
      if (text !== asked.question) yield { at: [...at, 'question'], words: text, clause };
      if (help !== undefined && help !== asked.help)
        yield { at: [...at, 'help'], words: help, clause };
      for (const { slug, label } of answers.filter(isMerged))
        yield { at: [...at, 'merge', slug, 'label'], words: label, clause };
    }
  }
}
