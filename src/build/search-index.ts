import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';

/** Pages on their way to Pagefind at once: it is never idle, and no more than these wait in memory. */
const UNDER_WAY = 16;

/** An index in the making: Pagefind is a program of its own and works beside us. */
interface IndexInTheMaking {
  /**
   * Gives it a final page to index, if that holds a text to search. The order of the calls is the order of the index,
   * because Pagefind numbers pages as it meets them. Waits only where it is far behind; what goes wrong is told by
   * `finish`.
   */
  add(page: string, content: string): Promise<void>;
  /** Waits for the index and writes it into `folder`. */
  finish(folder: string): Promise<void>;
  /** Ends Pagefind, also when there is nothing to wait for any more. */
  end(): Promise<void>;
}

/** Starts Pagefind with an empty index. */
export async function startIndex(): Promise<IndexInTheMaking> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' });
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  const underWay: Promise<void>[] = [];
  const faults: string[] = [];
  const read = async (sourcePath: string, content: string) => {
    const { errors: wrong } = await index
      .addHTMLFile({ sourcePath, content })
      .catch((error: unknown) => ({ errors: [String(error)] }));
    if (wrong.length) faults.push(`read ${sourcePath}: ${wrong.join('; ')}`);
  };
  return {
    async add(page, content) {
      if (!content.includes('data-pagefind-body')) return;
      underWay.push(read(page, content));
      if (underWay.length >= UNDER_WAY) await underWay.shift();
    },
    async finish(folder) {
      await Promise.all(underWay);
      const { errors: wrong } = await index.writeFiles({ outputPath: folder });
      if (wrong.length) faults.push(`write: ${wrong.join('; ')}`);
      if (faults.length) throw new Error(`Pagefind could not ${faults.join('\n')}`);
      // The site has a search page of its own, so Pagefind's interfaces stay out.
      for (const name of readdirSync(folder)) {
        if (/^pagefind-(.*ui|highlight)\./u.test(name)) rmSync(join(folder, name));
      }
      const fuse = fileURLToPath(import.meta.resolve('fuse.js/min-basic'));
      copyFileSync(fuse, join(folder, 'fuse.js'));
    },
    async end() {
      await close();
    },
  };
}
