import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import { minifySync } from 'rolldown/utils';

/** An index in the making: Pagefind is a program of its own and works beside us. */
interface IndexInTheMaking {
  /**
   * Has a final page read and indexed, if its `html` holds a text to search. The order of the calls is the order of the
   * index, because Pagefind numbers pages as it meets them. What goes wrong is told by `finish`.
   */
  add(page: string, html: string): void;
  /** Waits for the index and writes it into `folder`. */
  finish(folder: string): Promise<void>;
  /** Ends Pagefind, also when there is nothing to wait for any more. */
  end(): Promise<void>;
}

/**
 * Starts Pagefind with an empty index of pages in the folder `root`. Should it be killed or fail, whoever waits for it is
 * told so, at the latest when there is nothing else to wait for.
 */
export async function startIndex(root: string): Promise<IndexInTheMaking> {
  // A program that is gone answers nobody; Node would end in the middle, without a word.
  process.once('beforeExit', close);
  const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' }).catch(ended);
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  const underWay: Promise<void>[] = [];
  const faults: string[] = [];
  let gone: Error | undefined;
  // As a folder of one page: Pagefind reads it itself, and does not compare it with every page before it.
  const read = async (page: string) => {
    const { errors: wrong, page_count: times } = await index.addDirectory({
      path: root,
      glob: page,
    });
    if (wrong.length) faults.push(`read ${page}: ${wrong.join('; ')}`);
    else if (times !== 1) faults.push(`read ${page}: it was read ${times} times, expected once`);
  };
  return {
    add(page, html) {
      if (html.includes('data-pagefind-body'))
        underWay.push(
          read(page).catch((error) => {
            gone = error;
          }),
        );
    },
    async finish(folder) {
      await Promise.all(underWay);
      if (gone) ended(gone);
      const { errors: wrong } = await index.writeFiles({ outputPath: folder }).catch(ended);
      if (wrong.length) faults.push(`write: ${wrong.join('; ')}`);
      if (faults.length) throw new Error(`Pagefind could not ${faults.join('\n')}`);
      // The site has a search page of its own, so Pagefind's interfaces stay out; so does its worker, which is not used.
      for (const name of readdirSync(folder)) {
        if (/^pagefind-(.*ui|highlight|worker)\./u.test(name)) rmSync(join(folder, name));
      }
      minifyFile(join(folder, 'pagefind.js'));
    },
    async end() {
      process.off('beforeExit', close);
      await close();
    },
  };
}

/**
 * Pagefind ships its script with all its names and its notes to developers; every first search would carry three
 * kilobytes more. What fails still throws.
 */
function minifyFile(file: string): void {
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), {
    module: true,
    compress: { dropConsole: true },
  });
  if (errors.length) throw new Error(`Unexpected script of Pagefind: ${errors[0]?.message}`);
  writeFileSync(file, code);
}

/** Puts the engine for names that are written almost like the query beside Pagefind. */
export function copyFuzzy(folder: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(fileURLToPath(import.meta.resolve('fuse.js/min-basic')), join(folder, 'fuse.js'));
}

function ended(error: unknown): never {
  throw new Error(
    `Pagefind ended before the search index was done: it was killed, perhaps for want of memory, or it failed (${error})`,
  );
}
