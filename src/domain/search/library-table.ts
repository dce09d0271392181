/** A policy as the search and the desk list it. */
export interface ListedPolicy {
  id: string;
  /** Where its topics and self-check stand: `/abc-2020-1`, or nothing at the root. */
  folder: string;
  title: string;
  /** Empty where the document has none. */
  number: string;
  /** What it is called where there is little room. */
  name: string;
  shortTitle: string;
  /** What else the file holds by a title of its own. */
  attached?: string[];
  /** Its state in a word (`sayState`). */
  status: string;
  /** Whether it no longer applies. */
  ended?: true;
  /** The audiences it speaks to. */
  audiences: string[];
}

/** What is known of all policies before the table of any is loaded. Travels as `library.json`. */
export interface LibraryTable {
  /** As the site lists them. */
  policies: ListedPolicy[];
  audiences: { id: string; name: string }[];
  /** Questions to begin with. */
  examples: string[];
  /** How many bytes the tables of all are on their way; noted when the site is finished. */
  tables?: number;
  /** The office's own last line of a reply; empty where it has set none. */
  closing: string;
}

/** All tables are loaded at once up to this weight, in bytes. */
const LOADED_AT_ONCE = 90_000;

/** Whether a library is so large that the search loads the tables of some policies only (pair-index.ts). */
export function isLarge({ tables = 0 }: Pick<LibraryTable, 'tables'>): boolean {
  return tables > LOADED_AT_ONCE;
}
