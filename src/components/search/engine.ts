import type Fuse from 'fuse.js/basic';
import { type Answer, LookUp } from '../../domain/search/look-up.ts';
import { contentParts } from '../../domain/search/query.ts';
import type { Candidate, Ranked } from '../../domain/search/rank.ts';
import { type Entry, entriesOf, type SearchTable, WHOLE } from '../../domain/search/table.ts';

/** What is used of Pagefind (its own types ship without the browser part). */
interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

const SHOWN = 20;
/** Fewer clauses than this call for the words one by one. */
const FEW = 3;

/** Small tables, fuzzy titles and full text behind one face. Nothing is loaded before it is made. */
export class Engine {
  readonly table: SearchTable;
  private readonly lookUp: LookUp;
  /** Comes when the tables have found little. */
  private fuse: Fuse<Entry> | undefined;
  private readonly base: URL;
  private pagefind: Promise<Pagefind> | undefined;

  private constructor(table: SearchTable, base: URL) {
    this.table = table;
    this.base = base;
    this.lookUp = new LookUp(table);
  }

  /** `base` is the folder the site stands in. Rejects when the tables cannot be had. */
  static async load(base: URL): Promise<Engine> {
    const response = await fetch(new URL('search-table.json', base));
    if (!response.ok) throw new Error(`Unexpected ${response.status}, expected the search tables`);
    return new Engine(await response.json(), base);
  }

  /** What the tables say, at once. */
  quick(query: string): Answer {
    return this.lookUp.answer(query, this.fuzzy(query));
  }

  /** With the full text; rejects when Pagefind or its index cannot be had. */
  async full(query: string): Promise<Answer> {
    const first = this.quick(query);
    if (first.notHere || !first.folded) return first;
    // Without it the rest still answers.
    const sure = first.hits.some(({ reason }) => reason !== 'text');
    if (!sure) await this.loadFuse().catch(() => {});
    const asked = [first.folded, ...first.terms.slice(0, 2)];
    const lists = await Promise.all(asked.map((words) => this.fullText(words)));
    if (new Set(lists.flat().map(({ clause }) => clause)).size + first.hits.length < FEW) {
      const words = contentParts(first.folded)
        .flatMap(segments)
        .filter((word) => word.length > 1);
      lists.push(...(await Promise.all(words.slice(0, 6).map((word) => this.fullText(word)))));
    }
    if (lists.every((found) => found.length === 0)) await this.proveIndex();
    return this.lookUp.answer(query, [
      ...this.fuzzy(query),
      ...lists.map((candidates): Ranked => ({ weight: 1, candidates })),
    ]);
  }

  /** A clause of the tables by id. */
  clause(id: string) {
    return this.table.clauses.find((clause) => clause.id === id);
  }

  /** Fuzzy titles are worth their weight only where the tables are at a loss. */
  private async loadFuse(): Promise<void> {
    if (this.fuse) return;
    // Put beside Pagefind by the build, so that both engines come from the site's own folder.
    const { default: Fuzzy }: { default: typeof Fuse } = await import(
      /* @vite-ignore */ new URL('pagefind/fuse.js', this.base).href
    );
    this.fuse = new Fuzzy(entriesOf(this.table), {
      keys: ['text'],
      threshold: 0.34,
      ignoreLocation: true,
    });
  }

  private fuzzy(query: string): Ranked[] {
    const words = query.trim().slice(0, 40);
    if (words.length < 3 || !this.fuse) return [];
    const candidates = this.fuse.search(words, { limit: 5 }).flatMap(({ item }) =>
      item.at.flatMap(([place, sentence]): Candidate[] => {
        const id = place === WHOLE ? this.table.policy.id : this.table.clauses[place]?.id;
        return id ? [{ clause: id, sentence: sentence || null, reason: 'title' }] : [];
      }),
    );
    return [{ weight: 2, candidates }];
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
    if (known && !(await this.search(known)).length) throw new Error('The index is not there');
  }

  private async search(words: string): Promise<{ data(): Promise<{ url: string }> }[]> {
    this.pagefind ??= import(/* @vite-ignore */ new URL('pagefind/pagefind.js', this.base).href);
    try {
      return (await (await this.pagefind).search(words)).results;
    } catch (error) {
      // The next question may try again.
      this.pagefind = undefined;
      throw error;
    }
  }
}

/** Chinese cut into words where the browser can; else the text as it is. */
function segments(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text];
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
}
