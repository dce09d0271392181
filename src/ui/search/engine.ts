import type Fuse from 'fuse.js/basic';
import { type Answer, LookUp } from '../../domain/search/look-up.ts';
import { wordsOf } from '../../domain/search/query.ts';
import type { Candidate, Ranked } from '../../domain/search/rank.ts';
import { type Entry, entriesOf, type SearchTable } from '../../domain/search/table.ts';
import { withTimeout } from '../device/with-timeout.ts';

/** What is used of Pagefind (its own types ship without the browser part). */
interface Pagefind {
  options(options: { noWorker: boolean }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

const SHOWN = 20;
/** Nobody waits longer for the fuzzy names than for the tables, in milliseconds. */
const PATIENCE = 1500;
/** Fewer clauses than this call for the words one by one. */
const FEW = 3;

/**
 * Small tables, fuzzy names and full text behind one face. Nothing is loaded before it is made. An answer does not
 * depend on the questions before it, so the fuzzy names come with the tables or not at all.
 */
export class Engine {
  readonly table: SearchTable;
  private readonly lookUp: LookUp;
  private readonly base: URL;
  private pagefind: Promise<Pagefind> | undefined;

  /** `base` is the folder the site stands in. Without Fuse the rest still answers. */
  constructor(table: SearchTable, Fuzzy: typeof Fuse | null, base: URL) {
    this.table = table;
    this.base = base;
    this.lookUp = new LookUp(table, Fuzzy ? nearIn(table, Fuzzy) : undefined);
  }

  /** Rejects when the tables cannot be had. */
  static async load(base: URL): Promise<Engine> {
    const [response, Fuzzy] = await Promise.all([
      fetch(new URL('search-table.json', base)),
      loadFuse(base),
    ]);
    if (!response.ok) throw new Error(`Unexpected ${response.status}, expected the search tables`);
    return new Engine(await response.json(), Fuzzy, base);
  }

  /** What the tables say, at once. */
  quick(query: string): Answer {
    return this.lookUp.answer(query);
  }

  /** With the full text; rejects when Pagefind or its index cannot be had. */
  async full(query: string): Promise<Answer> {
    const first = this.quick(query);
    if (first.notHere || first.parts.length === 0) return first;
    const asked = [first.folded, ...first.terms.slice(0, 2)];
    const lists = await Promise.all(asked.map((words) => this.fullText(words)));
    if (new Set(lists.flat().map(({ clause }) => clause)).size + first.hits.length < FEW) {
      const words = first.parts.flatMap(wordsOf).filter((word) => word.length > 1);
      lists.push(...(await Promise.all(words.slice(0, 6).map((word) => this.fullText(word)))));
    }
    if (lists.every((found) => found.length === 0)) await this.proveIndex();
    return this.lookUp.answer(
      query,
      lists.map((candidates): Ranked => ({ weight: 1, candidates })),
    );
  }

  /** A clause of the tables by id. */
  clause(id: string) {
    return this.table.clauses.find((clause) => clause.id === id);
  }

  private async fullText(words: string): Promise<Candidate[]> {
    const results = await this.search(words);
    const found = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    return found.flatMap(({ url }) => {
      const id = /([^/]+)\.html/u.exec(url)?.[1];
      return id && this.clause(id) ? [{ clause: id, sentence: null, reason: 'text' as const }] : [];
    });
  }

  /** Pagefind says nothing where its index is lost, and finds nothing: the text's first character tells the two apart. */
  private async proveIndex(): Promise<void> {
    const text = this.table.clauses.flatMap(({ sentences }) => sentences).join('');
    const [known] = /\p{Script=Han}/u.exec(text) ?? [];
    if (known && !(await this.search(known)).length)
      throw new Error('Unexpected empty index, expected the text');
  }

  private async search(words: string): Promise<{ data(): Promise<{ url: string }> }[]> {
    this.pagefind ??= loadPagefind(this.base);
    try {
      return (await (await this.pagefind).search(words)).results;
    } catch (error) {
      // The next question may try again.
      this.pagefind = undefined;
      throw error;
    }
  }
}

/** Without its worker, whose code would be loaded beside the same code here: the index is small. */
async function loadPagefind(base: URL): Promise<Pagefind> {
  const pagefind = await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href);
  await pagefind.options({ noWorker: true });
  return pagefind;
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
function nearIn(table: SearchTable, Fuzzy: typeof Fuse): (words: string) => Entry[] {
  // What only asks is almost like too much: 补贴怎么领 would answer 车辆补贴怎么领.
  const names = entriesOf(table).filter(({ asks }) => !asks);
  const fuse = new Fuzzy(names, {
    keys: ['text'],
    threshold: 0.34,
    ignoreLocation: true,
  });
  return (words) =>
    words.length < 3 || words.length > 40
      ? []
      : fuse.search(words, { limit: 5 }).map(({ item }) => item);
}
