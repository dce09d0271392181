import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things made from npm packages are kept, for as long as node_modules is. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/**
 * The folder `name` of the cache, filled by `fill` if it was not there. Never half filled: `fill`
 * works beside it, so an interrupted run leaves nothing that looks finished.
 */
export async function npmCache(
  name: string,
  fill: (unfinished: string) => Promise<void>,
): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    await fill(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process may have been first; its folder holds the same.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
