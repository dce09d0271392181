/** The content that the tests of the built site are about: `CONTENT`, else this project's own, on the day of its build. */
import { buildDay } from '../scripts/lib/build-day.ts';
import { readContent } from '../src/content/read/content.ts';
import { contentFolder, readFolder } from '../src/content/read/folder.ts';
import { makeLibrary } from '../src/site/library.ts';

export const library = makeLibrary(readContent(readFolder(contentFolder())), buildDay().day);
