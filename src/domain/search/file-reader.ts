import { FileCitationReader } from '../policy/read-file-citation.ts';
import { citableOf } from './read-query.ts';
import type { SearchTable } from './table.ts';

/** Reads what is cited of a file that holds more than one numbered text. */
export function fileReader(table: SearchTable): FileCitationReader {
  return new FileCitationReader(...citableOf(table));
}
