import { Lexicon, type LexiconShard, type LexiconTable } from '../../domain/search/lexicon.ts';
import { foldQuery } from '../../domain/search/query.ts';
import { LEXICON_TABLE, lexiconShardHref } from '../../routes.ts';
import { withTimeout } from '../device/with-timeout.ts';
import { loadJson } from './load-json.ts';
import { LoadOnce } from './load-once.ts';

/** Of a longer question the words of its beginning. */
const MOST = 40;
/** Nobody waits longer for words, in milliseconds. */
const PATIENCE = 1500;

/** The lexicon of a site, its words loaded as questions ask for them. What cannot be had is done without. */
export class LexiconLoader {
  readonly lexicon: Lexicon;
  private readonly base: URL;
  private readonly shards = new LoadOnce((shard: number) => this.loadShard(shard));

  constructor(lexicon: Lexicon, base: URL) {
    this.lexicon = lexicon;
    this.base = base;
  }

  static async load(base: URL): Promise<LexiconLoader> {
    const asked = loadJson<LexiconTable | null>(LEXICON_TABLE, base);
    const table = await withTimeout(asked, PATIENCE).catch(() => null);
    return new LexiconLoader(new Lexicon(table), base);
  }

  /** Waits for the words that a question may hold. */
  async words(query: string): Promise<void> {
    const { lexicon } = this;
    const text = lexicon.simplify(foldQuery(query, new Map()));
    const missing = lexicon.missingFor(text).slice(0, MOST);
    await Promise.allSettled(missing.map((shard) => this.shards.get(shard)));
  }

  private async loadShard(shard: number): Promise<void> {
    const words = loadJson<LexiconShard>(lexiconShardHref(shard), this.base);
    this.lexicon.add(shard, await withTimeout(words, PATIENCE));
  }
}
