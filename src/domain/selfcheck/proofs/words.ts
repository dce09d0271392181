import { clauseText } from '../../policy/clause.ts';
import { forbiddenWords, foreignNumbers } from '../../wording.ts';
import { type Failure, type Proof, unworded } from './proof.ts';
import { wordsAsked } from './words-asked.ts';

/** 8: our words hold no promise and no number that the quote lacks, and every gap is worded. */
export const wordsAreOurs: Proof = (rules) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const { policy, gaps } = rules;
  const textOf = (id: string) => {
    const clause = policy.clauses.find((c) => c.id === id);
    return clause ? clauseText(clause) : '';
  };
  const say = (at: Failure['at'], words: string | undefined, law: string) => {
    if (words === undefined) return;
    for (const number of foreignNumbers(words, law)) {
      failures.push({
        at,
        section: '数字',
        problem: `我们的话里有数字“${number}”，引文没有。`,
        fix: '删去这个数字，或者照引文的数字写。',
      });
    }
    for (const word of forbiddenWords(words, law)) {
      failures.push({
        at,
        section: '判断表',
        problem: `我们的话里有“${word}”，原文没有这个意思。`,
        fix: '照原文的强度写，不替机关下结论。',
      });
    }
  };
  const known = (at: Failure['at'], id: string) => {
    if (!Object.hasOwn(gaps, id)) failures.push(unworded(at, id));
  };
  for (const { id, title, note, quote, gaps: open, aside = {}, table } of rules.outcomes) {
    for (const [name, reason] of Object.entries(aside))
      say(['outcomes', id, 'aside', name], reason, quote);
    say(['outcomes', id, 'title'], title, quote);
    say(['outcomes', id, 'note'], note, quote);
    for (const [i, gap] of open.entries()) known(['outcomes', id, 'gaps', i], gap);
    if (typeof table === 'string') continue;
    for (const [i, line] of table.entries()) {
      say(['outcomes', id, 'cases', i, 'note'], line.note, quote);
      for (const gap of line.gaps ?? []) known(['outcomes', id, 'cases', i, 'gaps'], gap);
    }
  }
  for (const { at, words, clause, otherQuotes = [] } of wordsAsked(rules))
    say(at, words, [textOf(clause ?? ''), ...otherQuotes].join('\n'));
  for (const { id, gap } of rules.facts) if (gap) known(['facts', id, 'gap'], gap);
  for (const [i, { clause, reason }] of rules.ledger.entries())
    say(['ledger', i, 'reason'], reason, textOf(clause));
  return failures;
};
