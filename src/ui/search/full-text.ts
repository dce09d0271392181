import { withTimeout } from '../device/with-timeout.ts';

/** What is used of Pagefind (its own types ship without the browser part). */
interface Pagefind {
  options(options: { noWorker: boolean }): Promise<void>;
  search(query: string, options?: { filters: { policy: string } }): Promise<{ results: Found[] }>;
}

interface Found {
  id: string;
  data(): Promise<{ url: string; meta: { title?: string }; plain_excerpt: string }>;
}

/** A page of the site that holds some words, of the issued text or of ours. */
export interface FoundText {
  /** Its address from the folder that the site stands in. */
  href: string;
  title: string;
  excerpt: string;
}

const SHOWN = 10;

/** More parts of a question are not asked for one by one. */
const MOST_ASKED = 6;
/** Pagefind that takes longer counts as missing, in milliseconds. */
const PATIENCE = 5000;

/** The full text of the site's pages, by Pagefind; loaded when a reader asks for it. */
export class FullText {
  private readonly base: URL;
  private pagefind: Promise<Pagefind> | undefined;

  constructor(base: URL) {
    this.base = base;
  }

  /**
   * The pages that hold some words, those of the first first; rejects when Pagefind or its index cannot be had. `known`
   * is a text that some page must hold: Pagefind says nothing where its index is lost, and finds nothing. Of one `policy`
   * only its own pages.
   */
  async find(asked: readonly string[], known: string, policy?: string): Promise<FoundText[]> {
    const results = new Map<string, Found>();
    for (const words of [...new Set(asked)].slice(0, MOST_ASKED))
      for (const result of await this.search(words, policy))
        if (!results.has(result.id)) results.set(result.id, result);
    const first = [...results.values()].slice(0, SHOWN);
    const found = await Promise.all(first.map((result) => result.data()));
    const [character] = /\p{Script=Han}/u.exec(known) ?? [];
    if (found.length === 0 && character && !(await this.search(character)).length)
      throw new Error('Unexpected empty index, expected the text');
    return found.map(({ url, meta, plain_excerpt }) => ({
      href: new URL(url, this.base).href,
      title: meta.title ?? '',
      excerpt: plain_excerpt,
    }));
  }

  private async search(words: string, policy?: string): Promise<Found[]> {
    this.pagefind ??= loadPagefind(this.base);
    try {
      const pagefind = await withTimeout(this.pagefind, PATIENCE);
      const options = policy ? { filters: { policy } } : undefined;
      return (await withTimeout(pagefind.search(words, options), PATIENCE)).results;
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
