/**
 * Stands in for src/site/load.ts under `npm run dev` (plugin.ts): pages are made of what can be read of the content, and
 * anew whenever it has changed. Vite loads this with the pages, so that a change in the code of the site is seen, too.
 */
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import { clauseHref } from '../../../src/routes.ts';
import { type Library, makeLibrary } from '../../../src/site/library.ts';
import { clausePages } from '../../../src/site/pages.ts';
import { lawsOf } from '../content.ts';
import { heldContent } from './held.ts';
import { readableContent } from './readable.ts';

let made: { from: ContentFiles; library: Library } | undefined;

/** The library that the content folder holds, as well as it can be read. */
export function getLibrary(): Library {
  const held = heldContent();
  const from = (held.fallen && held.clean) || held.files;
  if (made?.from === from) return made.library;
  // What was without fault needs nothing of before, and is no measure for what comes after.
  const { content, stale } = readableContent(from, held.fallen ? new Map() : held.readable);
  const library = makeLibrary(content, process.env['DAY'] || undefined);
  held.stale = stale;
  held.laws = lawsOf(content);
  held.clauses = clausePages(library).map(({ params }) => clauseHref(params.policy, params.clause));
  made = { from, library };
  return library;
}
