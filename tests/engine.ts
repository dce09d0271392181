/** The search with all that a browser could load, of the built site or of a library. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fuse from 'fuse.js/basic';
import { Lexicon, type LexiconTable } from '../src/domain/search/lexicon.ts';
import type { LibraryTable } from '../src/domain/search/library-table.ts';
import { policiesNamed } from '../src/domain/search/named-policies.ts';
import { SHARDS } from '../src/domain/search/shards.ts';
import type { SearchTable } from '../src/domain/search/table.ts';
import { LEXICON_TABLE, LIBRARY_TABLE, lexiconShardHref, searchTableHref } from '../src/routes.ts';
import type { Library } from '../src/site/library.ts';
import { libraryTable } from '../src/site/library-table.ts';
import { lexiconShards, lexiconTable } from '../src/site/search-lexicon.ts';
import { searchTable } from '../src/site/search-words.ts';
import { Engine } from '../src/ui/search/engine.ts';
import { LexiconLoader } from '../src/ui/search/lexicon-loader.ts';
import { DIST } from './dist-folder.ts';

const BASE = new URL('http://localhost/');

const naming = (tables: readonly SearchTable[]) => (tables.length > 1 ? policiesNamed : undefined);

export function readData<T>(href: string): T {
  return JSON.parse(readFileSync(join(DIST, href), 'utf8'));
}

/** The words of the built site, all of them. */
function readLexicon(): Lexicon {
  const lexicon = new Lexicon(readData<LexiconTable | null>(LEXICON_TABLE));
  for (let shard = 0; shard < SHARDS; shard++)
    lexicon.add(shard, readData(lexiconShardHref(shard)));
  return lexicon;
}

/** The search of a library that is not built. */
export function engineOf(library: Library): Engine {
  const table = libraryTable(library);
  const tables = library.policies.map(searchTable);
  const lexicon = new Lexicon(lexiconTable(library));
  for (const [shard, words] of lexiconShards(library).entries()) lexicon.add(shard, words);
  return new Engine(table, tables, Fuse, BASE, naming(tables), new LexiconLoader(lexicon, BASE));
}

/** The search of the built site. */
export function makeEngine(): Engine {
  const library = readData<LibraryTable>(LIBRARY_TABLE);
  const tables = library.policies.map(({ id }) => readData<SearchTable>(searchTableHref(id)));
  return new Engine(
    library,
    tables,
    Fuse,
    BASE,
    naming(tables),
    new LexiconLoader(readLexicon(), BASE),
  );
}
