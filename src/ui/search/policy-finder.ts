import type { Lexicon } from '../../domain/search/lexicon.ts';
import type { LibraryTable, ListedPolicy } from '../../domain/search/library-table.ts';
import type { Narrowing } from '../../domain/search/narrowing.ts';
import { askedTerms, type PairShard, policiesByTerms } from '../../domain/search/pair-index.ts';
import { shardOf } from '../../domain/search/shards.ts';
import { pairShardHref } from '../../routes.ts';
import { loadJson } from './load-json.ts';
import { LoadOnce } from './load-once.ts';

/** The tables of so many policies are loaded for a question; of those read before, so many. */
const MOST = 8;
const MOST_RECENT = 2;

/** Finds the policies of a large library that a question may be about, so that their tables can be loaded. */
export class PolicyFinder {
  private readonly library: LibraryTable;
  private readonly base: URL;
  private readonly lexicon: Lexicon;
  private readonly shards = new Map<number, PairShard>();
  private readonly loading = new LoadOnce((shard: number) => this.load(shard));

  constructor(library: LibraryTable, base: URL, lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.library = library;
    this.base = base;
  }

  /** By pairs of characters, then those read before; the newest where nothing is known. Rejects when the index cannot be had. */
  async find(query: string, narrowing: Narrowing, recent: readonly string[]): Promise<string[]> {
    const terms = askedTerms(query, this.lexicon);
    const shards = new Set(terms.flat(2).map(shardOf));
    await Promise.all([...shards].map((shard) => this.loading.get(shard)));
    const { policies } = this.library;
    const asked = (policy: ListedPolicy) => isAsked(policy, narrowing, this.library);
    const found = policiesByTerms(terms, this.shards, policies.length).flatMap(
      (at) => policies[at] ?? [],
    );
    const read = recent.flatMap((id) => policies.find((policy) => policy.id === id) ?? []);
    const likely = [
      ...found.filter(asked).slice(0, MOST),
      ...read.filter(asked).slice(0, MOST_RECENT),
    ];
    const chosen = likely.length ? likely : policies.filter(asked).slice(0, MOST);
    return [...new Set(chosen.map(({ id }) => id))];
  }

  private async load(shard: number): Promise<void> {
    this.shards.set(shard, await loadJson<PairShard>(pairShardHref(shard), this.base));
  }
}

function isAsked(
  { ended, audiences }: ListedPolicy,
  { status, within }: Narrowing,
  library: LibraryTable,
): boolean {
  if (status && (ended === true) !== (status === 'repealed')) return false;
  const isAudience = library.audiences.some(({ id }) => id === within);
  return !within || !isAudience || audiences.includes(within);
}
