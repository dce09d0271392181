import { getLibrary } from '../site/load.ts';
import { lexiconTable } from '../site/search-lexicon.ts';

/** What the search knows of the language; asked for when somebody searches. */
export const GET = () => Response.json(lexiconTable(getLibrary()));
