import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';

/** Of more pages no index is made while they change: it would take minutes. */
const MOST = 3000;

/** The files of Pagefind's index of some pages, by name. Made of the pages as the server gives them, when asked for. */
export class FullText {
  private from: unknown;
  private files: Promise<Map<string, Uint8Array>> | undefined;

  /** One of the files; nothing where it is not there. `from` is what the pages are made of: as long as it stays, so does the index. */
  async file(
    name: string,
    from: unknown,
    pages: readonly string[],
    read: (page: string) => Promise<string>,
  ): Promise<Uint8Array | undefined> {
    if (name === 'fuse.js')
      return readFileSync(fileURLToPath(import.meta.resolve('fuse.js/min-basic')));
    if (pages.length > MOST) return undefined;
    if (this.from !== from || !this.files) {
      this.from = from;
      this.files = makeIndex(pages, read);
    }
    return (await this.files).get(name);
  }

  async end(): Promise<void> {
    await close();
  }
}

async function makeIndex(
  pages: readonly string[],
  read: (page: string) => Promise<string>,
): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-CN' });
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  for (const page of pages) await index.addHTMLFile({ url: page, content: await read(page) });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return new Map(files.map(({ path, content }) => [path, content]));
}
