import { readContent } from '../content/read/content.ts';
import { contentFolder, readFolder } from '../content/read/folder.ts';
import { type Library, makeLibrary } from './library.ts';

let made: Library | undefined;

/** The library that the content folder holds on the day that `DAY` names, made once. Under `npm run dev` scripts/lib/dev/library.ts stands in for this. */
export function getLibrary(): Library {
  made ??= makeLibrary(readContent(readFolder(contentFolder())), process.env['DAY'] || undefined);
  return made;
}
