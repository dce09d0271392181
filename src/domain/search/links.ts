import { exactly } from '../pattern.ts';
import type { CitationReader, CitedPlace } from '../policy/read-citation.ts';

/** A place that a query names, alone or among other words. */
export interface Cited extends CitedPlace {
  /** Whether it is a link that was pasted. */
  link?: true;
}

/** An address that somebody pasted, up to the first sign that none holds: `，请看`, `。`, `”`, or the next address. */
const LINK =
  /(?:https?:\/\/|www\.)(?:(?!https?:)[!-~])+|[!-~]*\.html?(?![a-z])(?:(?!https?:)[!-~])*/giu;
/** Nobody pastes more; the limit keeps the pattern cheap for any input. */
const MOST_CHARACTERS = 2000;
/** One of the search itself, with what it asks. */
const ASKED = /\/search(?:\.html)?\?(?:.*&)?q=([^&#]*)/iu;

/** The places that the links in a query lead to, in order, and what it says beside them. */
export function linksIn(
  raw: string,
  reader: CitationReader,
  policy: string,
): { links: Cited[]; rest: string } {
  const links: Cited[] = [];
  const rest = raw.slice(0, MOST_CHARACTERS).replace(LINK, (written) => {
    const link = decoded(written);
    const [, asked] = ASKED.exec(link) ?? [];
    if (asked === undefined) links.push(...readLink(link, reader, policy));
    return ` ${asked?.replaceAll('+', ' ') ?? ''} `;
  });
  return { links, rest };
}

/** As it was before it was encoded, also twice; as it stands where it is not encoded. */
function decoded(link: string): string {
  try {
    const once = decodeURIComponent(link);
    return once === link ? link : decoded(once);
  } catch {
    return link;
  }
}

/** Where a policy's id stands last in a link, and not within another's: abc-2020-1 is not in abc-2020-12. */
function lastWord(link: string, id: string): number {
  const [last] = [
    ...link.matchAll(new RegExp(`(^|[^a-z0-9-])${exactly(id)}(?![a-z0-9-])`, 'gu')),
  ].slice(-1);
  return last ? last.index + (last[1] ?? '').length : -1;
}

/** Whatever folder the site stands in, the policy comes after it. */
function readLink(link: string, reader: CitationReader, policy: string): Cited[] {
  const found = lastWord(link.toLowerCase(), policy);
  const relative = link.toLowerCase().replace(/^(?:\.{1,2}\/)+/u, '');
  // A page without a folder: p3-4.html, ./p3-4.html#s4.
  const page = relative.includes('/') ? [] : reader.readIds(relative);
  if (found < 0 && page.length) return page;
  if (found < 0)
    return [{ written: link, clause: null, sentence: null, nearest: null, link: true }];
  const address = link.toLowerCase().slice(found).replaceAll('_', '-');
  const places = reader.readIds(address);
  if (places.length) return places;
  const [, name = ''] = /^[^/]*\/([\w-]+)/u.exec(address) ?? [];
  if (name === '') return [{ written: address, clause: policy, sentence: null, nearest: null }];
  const nearest = reader.nearestId(name);
  return [{ written: link, clause: null, sentence: null, nearest, link: true }];
}
