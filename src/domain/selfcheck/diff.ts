import { resultsOf } from './change.ts';
import { evaluate } from './rules.ts';
import { factsAt, pathOf, type Topic } from './tree.ts';

/** Every result and what its outcomes come to: `flexible/ab/over-3 → { flex-same: met }`. */
export type Snapshot = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One change between two snapshots; `null` where a side does not have it. */
export interface StatusChange {
  result: string;
  outcome: string;
  before: string | null;
  after: string | null;
}

/** What every result of some topics says today. */
export function snapshot(topics: readonly Topic[]): Snapshot {
  return Object.fromEntries(
    topics.flatMap((topic) =>
      resultsOf(topic).map((node) => [
        [topic.id, pathOf(node.steps)].filter(Boolean).join('/'),
        Object.fromEntries(
          topic.outcomes.map((outcome) => [
            outcome.id,
            evaluate(outcome, factsAt(node))?.status ?? 'none',
          ]),
        ),
      ]),
    ),
  );
}

/** Where two snapshots part, in the order of addresses. */
export function diffSnapshots(before: Snapshot, after: Snapshot): StatusChange[] {
  const results = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return results.flatMap((result) => {
    const [old, now] = [before[result] ?? {}, after[result] ?? {}];
    const outcomes = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return outcomes
      .filter((outcome) => old[outcome] !== now[outcome])
      .map((outcome) => ({
        result,
        outcome,
        before: old[outcome] ?? null,
        after: now[outcome] ?? null,
      }));
  });
}
