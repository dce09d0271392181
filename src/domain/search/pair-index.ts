import { contentParts, foldQuery, pairsOf } from './query.ts';
import { entriesOf, labelOf, type SearchTable } from './table.ts';

/**
 * Which policies of a large library hold a pair of characters, so that a question loads the tables of a few. Cut into
 * shards by the first character: a question needs one for each of its characters at most. Policies are numbers, their
 * places in `library.json`, each as its distance from the one before, the first from -1.
 */
export type PairShard = Record<string, number[]>;

export const SHARDS = 128;
/** A longer question is told by its first pairs. */
const MOST_PAIRS = 12;
/** Policies with less than this share of what the best has are not likely to be meant. */
const LEAST_SHARE = 0.6;

/** The shards over some tables, in the order of the library. */
export function makePairShards(tables: readonly SearchTable[]): PairShard[] {
  const shards = Array.from({ length: SHARDS }, (): PairShard => ({}));
  const last = new Map<string, number>();
  for (const [policy, table] of tables.entries()) {
    for (const pair of pairsIn(table)) {
      const shard = shards[shardOf(pair)] ?? {};
      const gaps = shard[pair] ?? [];
      gaps.push(policy - (last.get(pair) ?? -1));
      shard[pair] = gaps;
      last.set(pair, policy);
    }
  }
  return shards;
}

/** The pairs of Chinese characters in a policy's text and in what people call what stands there. */
function pairsIn(table: SearchTable): Set<string> {
  const texts = [
    ...table.clauses.flatMap((clause) => [labelOf(clause), ...clause.sentences]),
    ...entriesOf(table).map(({ text }) => text),
  ];
  const words = texts.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []);
  return new Set(pairsOf(words));
}

/** The pairs by which a question is looked up, without words that only ask; a character alone stands for all pairs it begins. */
export function askedPairs(raw: string): string[] {
  const parts = contentParts(foldQuery(raw, new Map()));
  const words = parts.flatMap((part) => part.match(/\p{Script=Han}+/gu) ?? []);
  return [...new Set(pairsOf(words))].slice(0, MOST_PAIRS);
}

export function shardOf(pair: string): number {
  return (pair.codePointAt(0) ?? 0) % SHARDS;
}

/** The policies that hold most of some pairs, the best first; pairs that few policies hold count more. */
export function policiesByPairs(
  pairs: readonly string[],
  shards: ReadonlyMap<number, PairShard>,
  count: number,
): number[] {
  const scores = new Map<number, number>();
  for (const pair of pairs) {
    const holding = holdingIn(shards.get(shardOf(pair)) ?? {}, pair);
    const weight = Math.log(1 + count / holding.size);
    for (const policy of holding) scores.set(policy, (scores.get(policy) ?? 0) + weight);
  }
  const best = Math.max(...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([policy]) => policy);
}

function holdingIn(shard: PairShard, pair: string): Set<number> {
  const lists =
    pair.length > 1
      ? [shard[pair] ?? []]
      : Object.entries(shard).flatMap(([key, gaps]) => (key.startsWith(pair) ? [gaps] : []));
  return new Set(lists.flatMap(policiesOf));
}

function policiesOf(gaps: readonly number[]): number[] {
  let policy = -1;
  return gaps.map((gap) => {
    policy += gap;
    return policy;
  });
}
