import type Fuse from 'fuse.js/basic';
import type { CitationReader } from '../../domain/policy/read-citation.ts';
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
import { wordsOf } from '../../domain/search/query.ts';
import type { Candidate, Ranked } from '../../domain/search/rank.ts';
import { type Entry, entriesOf, type SearchTable } from '../../domain/search/table.ts';
import { LIBRARY_TABLE, searchTableHref } from '../../routes.ts';
import { withTimeout } from '../device/with-timeout.ts';
import { FullText } from './full-text.ts';
import { loadJson } from './load-json.ts';
import type { PolicyFinder } from './policy-finder.ts';

/** Nobody waits longer for the fuzzy names than for the tables, in milliseconds. */
const PATIENCE = 1500;
/** Fewer clauses than this call for the words one by one. */
const FEW = 3;

/** A query with what is known at once, and what the full text adds. */
export interface Asking {
  answer: Answer;
  /** Rejects when the full text cannot be had. */
  whole(): Promise<Answer>;
}

/**
 * Small tables, fuzzy names and full text behind one face. Nothing is loaded before it is made. An answer does not
 * depend on the questions before it, so the fuzzy names come with the tables or not at all.
 */
export class Engine {
  readonly library: LibraryTable;
  readonly lookUp: LibraryLookUp;
  private readonly base: URL;
  private readonly Fuzzy: typeof Fuse | null;
  private readonly fullText: FullText;
  /** Whether the tables of some policies only are loaded. */
  readonly large: boolean;
  private finder: PolicyFinder | undefined;
  private readonly loading = new Map<string, Promise<void>>();

  /** `base` is the folder the site stands in. Without Fuse the rest still answers. */
  constructor(
    library: LibraryTable,
    tables: readonly SearchTable[],
    Fuzzy: typeof Fuse | null,
    base: URL,
    naming?: Naming,
  ) {
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
    const [library, Fuzzy] = await Promise.all([
      loadJson<LibraryTable>(LIBRARY_TABLE, base),
      loadFuse(base),
    ]);
    const engine = new Engine(library, [], Fuzzy, base, await loadNaming(library));
    if (!engine.large) await engine.loadAll(library.policies.map(({ id }) => id));
    return engine;
  }

  /** What the tables that are loaded say. */
  quick(query: string, filter = ''): Answer {
    return this.lookUp.answer(this.read(query, filter));
  }

  /** A query, once the tables that it needs are there. `recent` are policies that were read before. */
  async ask(query: string, filter: string, recent: readonly string[]): Promise<Asking> {
    const among = this.large ? await this.choose(query, filter, recent) : undefined;
    const question = this.read(query, filter, among);
    const answer = this.lookUp.answer(question);
    return { answer, whole: () => this.whole(question, answer) };
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
    this.finder ??= new (await import('./policy-finder.ts')).PolicyFinder(this.library, this.base);
    return this.finder.find(query, narrowing, recent);
  }

  private async loadAll(policies: readonly string[]): Promise<void> {
    await Promise.all(policies.map((id) => this.loadTable(id)));
  }

  private loadTable(id: string): Promise<void> {
    const loading =
      this.loading.get(id) ??
      loadJson<SearchTable>(searchTableHref(id), this.base).then(async (table) =>
        this.add(table, await readerOf(table)),
      );
    this.loading.set(id, loading);
    // The next question may try again.
    loading.catch(() => this.loading.delete(id));
    return loading;
  }

  private add(table: SearchTable, reader?: CitationReader): void {
    const near = this.Fuzzy ? nearIn(table, this.Fuzzy) : undefined;
    this.lookUp.add(new LookUp(table, near, reader));
  }

  /** With the full text. In a large library the tables that were chosen hold it. */
  private async whole(question: Question, first: Answer): Promise<Answer> {
    if (this.large || first.notHere || first.parts.length === 0) return first;
    const asked = [first.folded, ...first.terms.slice(0, 2)];
    const lists = await Promise.all(asked.map((words) => this.found(words)));
    if (new Set(lists.flat().map(({ clause }) => clause)).size + first.hits.length < FEW) {
      const words = first.parts.flatMap(wordsOf).filter((word) => word.length > 1);
      lists.push(...(await Promise.all(words.slice(0, 6).map((word) => this.found(word)))));
    }
    if (lists.every((found) => found.length === 0)) await this.fullText.prove(this.firstText());
    return this.lookUp.answer(
      question,
      lists.map((candidates): Ranked => ({ weight: 1, candidates })),
    );
  }

  private async found(words: string): Promise<Candidate[]> {
    const places = await this.fullText.find(words);
    return places.flatMap((place) =>
      this.lookUp.clause(place) ? { ...place, sentence: null, reason: 'text' as const } : [],
    );
  }

  /** A sentence that the full text must know. */
  private firstText(): string {
    return this.library.policies.map(({ id }) => this.lookUp.textOf(id)).join('');
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
