import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The files of a folder and of those in it, as paths from it with forward slashes, in the order of their characters:
 * the same list whatever order the file system keeps. `['404.html', '_astro/x.js', 'a/b.html']`
 */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
