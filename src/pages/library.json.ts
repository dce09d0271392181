import { libraryTable } from '../site/library-table.ts';
import { getLibrary } from '../site/load.ts';

/** What the search and the desk know before they load the table of any policy. */
export const GET = () => Response.json(libraryTable(getLibrary()));
