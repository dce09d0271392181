import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The files of a folder and of those in it, as paths from it with forward slashes, in the order of their characters:
 * the same list whatever order the file system keeps. `['404.html', '_astro/x.js', 'a/b.html']`
 */
export async function filesOf(folder: string): Promise<string[]> {
  return pathsOf(folder, (entry) => entry.isFile());
}

/** What stands in a folder and is neither a file nor a folder, in the same form: symbolic links, which lead out of it. */
export async function linksIn(folder: string): Promise<string[]> {
  return pathsOf(folder, (entry) => !entry.isFile() && !entry.isDirectory());
}

async function pathsOf(folder: string, wanted: (entry: Dirent) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(wanted)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
