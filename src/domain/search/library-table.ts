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
  /** 试行 */
  status: string;
  repealed?: true;
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
  /** The office's own last line of a reply; empty where it has set none. */
  closing: string;
}
