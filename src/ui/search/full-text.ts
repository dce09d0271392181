/** What is used of Pagefind (its own types ship without the browser part). */
interface Pagefind {
  options(options: { noWorker: boolean }): Promise<void>;
  search(query: string): Promise<{ results: Found[] }>;
}

interface Found {
  data(): Promise<{ url: string }>;
}

const SHOWN = 20;

/** The full text of all clauses, by Pagefind; loaded with the first question. */
export class FullText {
  private readonly base: URL;
  private pagefind: Promise<Pagefind> | undefined;

  constructor(base: URL) {
    this.base = base;
  }

  /** The clauses that hold some words; rejects when Pagefind or its index cannot be had. */
  async find(words: string): Promise<{ policy: string; clause: string }[]> {
    const results = await this.search(words);
    const found = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    return found.flatMap(({ url }) => {
      const [, policy, clause] = /([^/]+)\/([^/]+)\.html/u.exec(url) ?? [];
      return policy && clause ? [{ policy, clause }] : [];
    });
  }

  /** Pagefind says nothing where its index is lost, and finds nothing: a character of the text tells the two apart. */
  async prove(text: string): Promise<void> {
    const [known] = /\p{Script=Han}/u.exec(text) ?? [];
    if (known && !(await this.search(known)).length)
      throw new Error('Unexpected empty index, expected the text');
  }

  private async search(words: string): Promise<Found[]> {
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
