import { diffWords, type Piece } from '../domain/editions/words.ts';
import { sentencesOf } from '../domain/policy/clause.ts';
import {
  compareRules,
  type OutcomePair,
  type PersonChange,
  type Situation,
} from '../domain/selfcheck/compare-rules.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import type { Outcome, Status } from '../domain/selfcheck/rules.ts';
import { type SaidAnswers, sayAnswers } from '../domain/selfcheck/say-answers.ts';
import { checkHref, clauseHref } from '../routes.ts';
import type { SiteEdition } from './editions.ts';
import type { SitePolicy } from './policy.ts';
import type { Selfcheck } from './selfcheck.ts';

/** Words of an edition from which an outcome comes, exactly as they stand there. */
export interface EditionQuote {
  /** The edition as addresses name it: `abc-2020-1/2018-10-09`. */
  of: string;
  clause: string;
  /** `第六条第一款第一项` */
  place: string;
  /** Which sentence of the clause it is; none where the clause has one only, or the quote runs over several. */
  sentence: number | undefined;
  quote: string;
  href: string;
}

/** What an outcome rests on in two editions. `null`: the edition does not say it. */
export interface ChangedQuote {
  id: string;
  /** Of the later edition that says it. */
  title: string;
  before: EditionQuote | null;
  after: EditionQuote | null;
  /** Both word for word, of which one side may be empty. */
  pieces: Piece[];
}

/** What an outcome came to and comes to; `null` where the edition does not say it, or says it without a result. */
export interface Move {
  before: Status | null;
  after: Status | null;
  /** What is left open now and was not, and the other way round; what is noted now, where that is all that changed. */
  opened: string[];
  closed: string[];
  notes: readonly string[];
}

/** Those whose results change alike, and all that changes for them. */
interface SituationRow {
  /** Any of these is meant; of each all answers. Empty answers: whatever is answered. */
  when: SaidAnswers[][];
  outcomes: { quotes: ChangedQuote; move: Move }[];
}

/** What an edition changes for a kind of person. */
interface PersonRow {
  title: string;
  /** Where it is asked; none where the self-check speaks of another edition, or of nobody like it. */
  href: string | undefined;
  situations: SituationRow[];
}

/** What an edition changes for whom. */
export interface ChangesFor {
  people: PersonRow[];
}

/** What an edition changes for whom; `null` where nobody has written the rules of both it and the one before. */
export function changesFor(
  policy: SitePolicy,
  before: SiteEdition,
  edition: SiteEdition,
): ChangesFor | null {
  const { check } = policy;
  const [then, now] = [rulesOf(check, before), rulesOf(check, edition)];
  if (!then || !now) return null;
  // Sentences that are others while no result is stand beside each other on the same page.
  const { people } = compareRules(then, now);
  const quoted = (pair: OutcomePair) => changedQuote(pair, before.text, edition.text);
  const isAsked = ({ id }: { id: string }) => check?.topics.some((topic) => topic.id === id);
  return {
    people: people.map((change) => ({
      title: change.person.title,
      href:
        edition.shown && isAsked(change.person) ? checkHref(policy, change.person.id) : undefined,
      situations: situationsOf(change, { now, then, policy, quoted }),
    })),
  };
}

function rulesOf(check: Selfcheck | null, { shown, date }: SiteEdition): Rules | undefined {
  return shown ? check?.rules : check?.rulesThen.get(date);
}

function situationsOf(
  { person, outcomes }: PersonChange,
  {
    now,
    then,
    policy,
    quoted,
  }: { now: Rules; then: Rules; policy: SitePolicy; quoted: (pair: OutcomePair) => ChangedQuote },
): SituationRow[] {
  const all = outcomes.flatMap(({ situations, ...pair }) =>
    situations.map((situation) => ({ pair, situation })),
  );
  const alike = Map.groupBy(all, ({ situation }) => JSON.stringify(situation.when));
  const facts = [...now.facts, ...then.facts];
  return [...alike.values()].map((group) => ({
    when: (group[0]?.situation.when ?? []).map((one) => sayAnswers(one, person, facts)),
    outcomes: group.map(({ pair, situation }) => ({
      quotes: quoted(pair),
      move: move(situation, policy),
    })),
  }));
}

function move({ before, after }: Situation, { gaps }: SitePolicy): Move {
  const [was, is] = [before?.gaps ?? [], after?.gaps ?? []];
  const titles = (ids: readonly string[]) => ids.flatMap((id) => gaps[id]?.title ?? []);
  const isOnlyNoted = before?.status === after?.status && String(was) === String(is);
  const noted = (after?.notes ?? []).filter((note) => !before?.notes.includes(note));
  return {
    before: before?.status ?? null,
    after: after?.status ?? null,
    opened: before && after ? titles(is.filter((id) => !was.includes(id))) : [],
    closed: before && after ? titles(was.filter((id) => !is.includes(id))) : [],
    notes: isOnlyNoted ? noted : [],
  };
}

function changedQuote(
  { id, before, after }: OutcomePair,
  then: SitePolicy,
  now: SitePolicy,
): ChangedQuote {
  return {
    id,
    title: (after ?? before)?.title ?? '',
    before: before && quoteIn(then, before),
    after: after && quoteIn(now, after),
    pieces: diffWords(before?.quote ?? '', after?.quote ?? ''),
  };
}

function quoteIn(policy: SitePolicy, { clause, quote }: Outcome): EditionQuote | null {
  const found = policy.clauses.find(({ id }) => id === clause);
  if (!found) return null;
  const sentences = sentencesOf(found);
  const whole = sentences.find(({ text }) => text.includes(quote));
  const sentence = sentences.length > 1 ? whole?.n : undefined;
  const href = clauseHref(policy.id, clause, sentence);
  return { of: policy.id, clause, place: found.ownPlace, sentence, quote, href };
}
