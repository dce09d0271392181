import { type Lexicon, unmarked } from './lexicon.ts';
import { contentParts, foldQuery, pairsOf } from './query.ts';
import { SHARDS, shardOf } from './shards.ts';
import { entriesOf, labelOf, type SearchTable } from './table.ts';

/**
 * Which policies of a large library hold a pair of characters, so that a question loads the tables of a few. Cut into
 * shards by the first character: a question needs one for each of its characters at most. Policies are numbers, their
 * places in `library.json`, each as its distance from the one before, the first from -1.
 */
export type PairShard = Record<string, number[]>;

/** A longer question is told by its first pairs. */
const MOST_PAIRS = 12;
const MOST_WORDS = 6;
/** Of what texts write for a word so many ways, the commonest; each costs files. */
const MOST_FORMS = 2;
/** Policies with less than this share of what the best has are not likely to be meant. */
const LEAST_SHARE = 0.3;

/** A thing that is asked for: the ways of writing it, each as its pairs of characters. */
export type AskedTerm = readonly (readonly string[])[];

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

/**
 * What a question is looked up by, without words that only ask: each of its pairs, and each word of the lexicon as texts
 * write it. A character alone stands for all pairs it begins.
 */
export function askedTerms(raw: string, lexicon: Lexicon): AskedTerm[] {
  const { marked, words, concepts } = lexicon.read(lexicon.simplify(foldQuery(raw, new Map())));
  const parts = contentParts(marked).map((part) => unmarked(part, words));
  const own = parts.flatMap((part) => part.match(/\p{Script=Han}+/gu) ?? []);
  const pairs = [...new Set(pairsOf(own))].slice(0, MOST_PAIRS);
  return [
    ...pairs.map((pair) => [[pair]]),
    ...concepts.slice(0, MOST_WORDS).flatMap(({ word, official }) => {
      // Only Chinese characters are in the index.
      const others = official.filter((form) => form !== word && /^\p{Script=Han}+$/u.test(form));
      const forms = others.slice(0, MOST_FORMS);
      return forms.length ? [forms.map((form) => pairsOf([form]))] : [];
    }),
  ];
}

/** The policies that hold most of what is asked, the best first; what few policies hold counts more. */
export function policiesByTerms(
  terms: readonly AskedTerm[],
  shards: ReadonlyMap<number, PairShard>,
  count: number,
): number[] {
  const scores = new Map<number, number>();
  for (const forms of terms) {
    const holding = new Set(forms.flatMap((pairs) => [...holdingAll(pairs, shards)]));
    const long = Math.max(...forms.map((pairs) => pairs.length));
    const weight = long * Math.log(1 + count / holding.size);
    for (const policy of holding) scores.set(policy, (scores.get(policy) ?? 0) + weight);
  }
  const best = Math.max(...scores.values());
  return [...scores]
    .filter(([, score]) => score >= best * LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([policy]) => policy);
}

/** The policies that hold every one of some pairs, and so most likely the word that they make. */
function holdingAll(pairs: readonly string[], shards: ReadonlyMap<number, PairShard>): Set<number> {
  const [first = new Set<number>(), ...rest] = pairs.map((pair) =>
    holdingIn(shards.get(shardOf(pair)) ?? {}, pair),
  );
  return new Set([...first].filter((policy) => rest.every((holding) => holding.has(policy))));
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
