import { sentencesOf } from '../domain/policy/clause.ts';
import { type Change, smallestChanges } from '../domain/selfcheck/change.ts';
import { leftOpen, reasonsFor, restsOnChoice } from '../domain/selfcheck/reasons.ts';
import { STATUSES, type Verdict } from '../domain/selfcheck/rules.ts';
import { type Node, pathOf, type Step } from '../domain/selfcheck/tree.ts';
import type { SiteClause, SitePolicy } from './policy.ts';
import type { Selfcheck, SiteTopic } from './selfcheck.ts';

/** What the issued text says where an outcome comes from. */
interface Quoted {
  place: SiteClause;
  /** Which sentence of the clause it is; none where the clause has one only, or the quote runs over several. */
  sentence: number | undefined;
  /** The sentence, or as much as the outcome quotes where that is no single one. */
  text: string;
}

/** An outcome as a result shows it. */
export interface ResultRow {
  verdict: Verdict;
  quoted: Quoted;
  /** The outcome before it that shows the same sentence. */
  sameAs: Verdict['outcome'] | undefined;
  /** The answers it rests on. */
  why: Step[];
  /** Whether it rests on what the choice of the person says, too. */
  chosen: boolean;
  /** What it hangs on and is not asked here, as questions. */
  unasked: string[];
  /** What has to be judged for it, in the words of its clause. */
  judged: string[];
  changes: Change[];
}

/** All that a page of a result shows. */
export interface Result {
  /** What hangs on the answers, the best first. */
  rows: ResultRow[];
  /** What comes to the same for everyone. */
  fixed: ResultRow[];
  /** What the text leaves open in rows that did not fail, each once: their own first, then what the whole text leaves open. */
  gaps: string[];
}

/** What a topic comes to for some answers, in the order in which it is read. */
export function resultOf(
  policy: SitePolicy,
  check: Selfcheck,
  topic: SiteTopic,
  node: Node,
): Result {
  const isFixed = ({ outcome }: Verdict) => topic.restsOn.get(outcome.id) === 'text';
  const rank = ({ status }: Verdict) => (status ? STATUSES.indexOf(status) : -1);
  const verdicts = (topic.verdicts.get(pathOf(node.steps)) ?? []).toSorted(
    (a, b) => Number(isFixed(a)) - Number(isFixed(b)) || rank(b) - rank(a),
  );
  const quotes = verdicts.map(({ outcome }) => quotedBy(policy, outcome.clause, outcome.quote));
  const rows = verdicts.flatMap((verdict, i): ResultRow[] => {
    const quoted = quotes[i];
    if (!quoted) return [];
    const first = quotes.findIndex(
      (one) => one?.text === quoted.text && one.place === quoted.place,
    );
    return [
      {
        verdict,
        quoted,
        sameAs: first < i ? verdicts[first]?.outcome : undefined,
        why: reasonsFor(verdict, node.steps),
        chosen: verdict.status !== null && restsOnChoice(verdict, topic),
        unasked: leftOpen(verdict.outcome, node, check.rules).flatMap(
          (id) => check.rules.facts.find((fact) => fact.id === id)?.question ?? [],
        ),
        judged:
          verdict.status === 'maybe'
            ? [...new Set(Object.values(verdict.outcome.judged ?? {}))]
            : [],
        changes: smallestChanges(verdict.outcome, node, topic.results),
      },
    ];
  });
  const open = new Set(
    verdicts
      .filter((verdict) => verdict.status !== 'no' && !isFixed(verdict))
      .flatMap(({ gaps }) => gaps),
  );
  const whole = (id: string) => policy.gaps[id]?.everywhere ?? false;
  return {
    rows: rows.filter(({ verdict }) => !isFixed(verdict)),
    fixed: rows.filter(({ verdict }) => isFixed(verdict)),
    gaps: [...[...open].filter((id) => !whole(id)), ...[...open].filter(whole)],
  };
}

function quotedBy({ clauses }: SitePolicy, clause: string, quote: string): Quoted | undefined {
  const place = clauses.find(({ id }) => id === clause);
  if (!place) return undefined;
  const sentences = sentencesOf(place);
  const whole = sentences.find(({ text }) => text.includes(quote));
  const sentence = sentences.length > 1 ? whole?.n : undefined;
  return { place, sentence, text: whole?.text.trim() ?? quote };
}
