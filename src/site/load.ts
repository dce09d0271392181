import { readContent } from '../content/read/content.ts';
import { contentFolder, readFolder } from '../content/read/folder.ts';
import { type Library, makeLibrary } from './library.ts';

let made: { from: string; library: Library } | undefined;

/** The library that the content folder holds. Made once in a build; under `astro dev` again whenever a file has changed. */
export function getLibrary(): Library {
  if (made && !import.meta.env.DEV) return made.library;
  const files = readFolder(contentFolder());
  const from = [...files].map(([path, { sha256 }]) => `${path} ${sha256}`).join('\n');
  if (made?.from !== from) made = { from, library: makeLibrary(readContent(files)) };
  return made.library;
}
