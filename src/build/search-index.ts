import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';

/** An index in the making: Pagefind is a program of its own and works beside us. */
interface IndexInTheMaking {
  /** Waits for the index and writes it into `pagefind/`. */
  finish(): Promise<void>;
  /** Ends Pagefind, also when there is nothing to wait for any more. */
  end(): Promise<void>;
}

/**
 * Starts to index those of the pages in `root` that hold a text to search; they must be final. One by one and in order,
 * because Pagefind numbers pages as it meets them.
 */
export async function startIndex(
  root: string,
  pages: readonly string[],
): Promise<IndexInTheMaking> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' });
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  const add = async () => {
    for (const page of pages) {
      const content = await readFile(join(root, page), 'utf8');
      if (!content.includes('data-pagefind-body')) continue;
      const { errors: wrong } = await index.addHTMLFile({ sourcePath: page, content });
      report(`read ${page}`, wrong);
    }
  };
  const added = add();
  // A failure is told by `finish`; until then it must not end the build.
  added.catch(() => {});
  return {
    async finish() {
      await added;
      const outputPath = join(root, 'pagefind');
      report('write', (await index.writeFiles({ outputPath })).errors);
      // The site has a search page of its own, so Pagefind's interfaces stay out.
      for (const name of readdirSync(outputPath)) {
        if (/^pagefind-(.*ui|highlight)\./u.test(name)) rmSync(join(outputPath, name));
      }
      const fuse = fileURLToPath(import.meta.resolve('fuse.js/min-basic'));
      copyFileSync(fuse, join(outputPath, 'fuse.js'));
    },
    async end() {
      await close();
    },
  };
}

function report(what: string, errors: readonly string[]): void {
  if (errors.length) throw new Error(`Pagefind could not ${what}: ${errors.join('; ')}`);
}
