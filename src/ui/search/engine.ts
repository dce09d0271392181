import type Fuse from 'fuse.js/basic';
import type { CitationReader } from '../../domain/policy/read-citation.ts';
import { Lexicon } from '../../domain/search/lexicon.ts';
import {
  type Answer,
  LibraryLookUp,
  type Naming,
  type Question,
} from '../../domain/search/library-look-up.ts';
import {
  isLarge,
  type LibraryTable,
  type ListedPolicy,
} from '../../domain/search/library-table.ts';
import { LookUp, type Near } from '../../domain/search/look-up.ts';
import { type Narrowing, readFilter } from '../../domain/search/narrowing.ts';
import { type Entry, entriesOf, type SearchTable } from '../../domain/search/table.ts';
import { LIBRARY_TABLE, searchTableHref } from '../../routes.ts';
import { withTimeout } from '../device/with-timeout.ts';
import { type FoundText, FullText } from './full-text.ts';
import { LexiconLoader } from './lexicon-loader.ts';
import { loadJson } from './load-json.ts';
import { LoadOnce } from './load-once.ts';
import type { PolicyFinder } from './policy-finder.ts';

/** Nobody waits longer for the fuzzy names than for the tables, in milliseconds. */
const PATIENCE = 1500;

/**
 * Small tables, the lexicon, fuzzy names and, where a reader asks for it, the full text behind one face. An answer does not
 * depend on the questions before it, so the fuzzy names come with the tables or not at all.
 */
export class Engine {
  readonly library: LibraryTable;
  readonly lookUp: LibraryLookUp;
  private readonly words: LexiconLoader;
  private readonly base: URL;
  private readonly Fuzzy: typeof Fuse | null;
  private readonly fullText: FullText;
  /** Whether the tables of some policies only are loaded. */
  readonly large: boolean;
  private finder: PolicyFinder | undefined;
  private readonly tables = new LoadOnce((id: string) => this.loadTable(id));

  /** `base` is the folder the site stands in. Without Fuse the rest still answers. */
  constructor(
    library: LibraryTable,
    tables: readonly SearchTable[],
    Fuzzy: typeof Fuse | null,
    base: URL,
    naming?: Naming,
    words = new LexiconLoader(new Lexicon(), base),
  ) {
    this.words = words;
    this.library = library;
    this.base = base;
    this.Fuzzy = Fuzzy;
    this.lookUp = new LibraryLookUp(library.policies, [], naming);
    this.fullText = new FullText(base);
    this.large = isLarge(library);
    for (const table of tables) this.add(table);
  }

  /** Rejects when what is known of the policies, or in a small library one of their tables, cannot be had. */
  static async load(base: URL): Promise<Engine> {
    const [library, Fuzzy, words] = await Promise.all([
      loadJson<LibraryTable>(LIBRARY_TABLE, base),
      loadFuse(base),
      LexiconLoader.load(base),
    ]);
    const engine = new Engine(library, [], Fuzzy, base, await loadNaming(library), words);
    if (!engine.large) await engine.loadAll(library.policies.map(({ id }) => id));
    return engine;
  }

  /** What the tables that are loaded say. */
  quick(query: string, filter = ''): Answer {
    return this.lookUp.answer(this.read(query, filter));
  }

  /** A query, once the tables that it needs are there. `recent` are policies that were read before. */
  async ask(query: string, filter: string, recent: readonly string[]): Promise<Answer> {
    await this.words.words(query);
    const among = this.large ? await this.choose(query, filter, recent) : undefined;
    return this.lookUp.answer(this.read(query, filter, among));
  }

  /** Pages of the site that hold what is asked, our own words too; rejects when the full text cannot be had. */
  pages({ folded, parts }: Answer, filter: string): Promise<FoundText[]> {
    const [policy] = this.library.policies;
    const known = policy ? this.lookUp.textOf(policy.id) : '';
    const { policy: chosen } = readFilter(filter, this.library);
    return this.fullText.find([folded, ...parts], known, chosen);
  }

  policy(id: string): ListedPolicy | undefined {
    return this.library.policies.find((policy) => policy.id === id);
  }

  private read(query: string, filter: string, among?: readonly string[]): Question {
    return this.lookUp.read(query, readFilter(filter, this.library), among);
  }

  private async choose(
    query: string,
    filter: string,
    recent: readonly string[],
  ): Promise<string[]> {
    const narrowing = readFilter(filter, this.library);
    const named = narrowing.policy ? [narrowing.policy] : this.lookUp.named(query).policies;
    const chosen = named.length ? named : await this.find(query, narrowing, recent);
    await this.loadAll(chosen);
    return chosen;
  }

  private async find(
    query: string,
    narrowing: Narrowing,
    recent: readonly string[],
  ): Promise<string[]> {
    this.finder ??= new (await import('./policy-finder.ts')).PolicyFinder(
      this.library,
      this.base,
      this.words.lexicon,
    );
    return this.finder.find(query, narrowing, recent);
  }

  private async loadAll(policies: readonly string[]): Promise<void> {
    await Promise.all(policies.map((id) => this.tables.get(id)));
  }

  private async loadTable(id: string): Promise<void> {
    const table = await loadJson<SearchTable>(searchTableHref(id), this.base);
    this.add(table, await readerOf(table));
  }

  private add(table: SearchTable, reader?: CitationReader): void {
    const near = this.Fuzzy ? nearIn(table, this.Fuzzy) : undefined;
    this.lookUp.add(new LookUp(table, near, reader, this.words.lexicon));
  }
}

/** What reads citations of a file of several texts, which few documents are. */
async function readerOf(table: SearchTable): Promise<CitationReader | undefined> {
  const isPlain = table.clauses.every(({ kind, marker }) => marker || kind === 'preamble');
  if (isPlain) return undefined;
  return (await import('../../domain/search/file-reader.ts')).fileReader(table);
}

/** Where there are several documents, what tells which of them a query names. */
async function loadNaming({ policies }: LibraryTable): Promise<Naming | undefined> {
  if (policies.length === 1) return undefined;
  return (await import('../../domain/search/named-policies.ts')).policiesNamed;
}

/** Fuse, put beside Pagefind by the build; nothing where it cannot be had in time. */
async function loadFuse(base: URL): Promise<typeof Fuse | null> {
  try {
    const asked = import(/* @vite-ignore */ new URL('pagefind/fuse.js', base).href);
    return (await withTimeout(asked, PATIENCE)).default;
  } catch {
    return null;
  }
}

/** Finds entries that are written almost like some words. Two characters are almost like too many. */
function nearIn(table: SearchTable, Fuzzy: typeof Fuse): Near {
  let fuse: Fuse<Entry> | undefined;
  return (words) => {
    if (words.length < 3 || words.length > 40) return [];
    fuse ??= new Fuzzy(namesIn(table), { keys: ['text'], threshold: 0.34, ignoreLocation: true });
    return fuse.search(words, { limit: 5 }).map(({ item }) => item);
  };
}

/** What only asks is almost like too much: 补贴怎么领 would answer 车辆补贴怎么领. */
function namesIn(table: SearchTable): Entry[] {
  return entriesOf(table).filter(({ asks }) => !asks);
}
