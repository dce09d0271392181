import type { CitationReader, CitedPlace } from '../policy/read-citation.ts';

/** A place that a query names, alone or among other words. */
export interface Cited extends CitedPlace {
  /** Whether it is a link that was pasted. */
  link?: true;
}

/** An address that somebody pasted, up to the first sign that none holds: `，请看`, `。`, `”`. */
const LINK = /(?:https?:\/\/|www\.)[!-~]+|[!-~]*\.html?(?![a-z])[!-~]*/giu;

/** The places that the links in a query lead to, in order, and what it says beside them. */
export function linksIn(
  raw: string,
  reader: CitationReader,
  policy: string,
): { links: Cited[]; rest: string } {
  const links = [...raw.matchAll(LINK)].flatMap(([link]) => readLink(link, reader, policy));
  return { links, rest: raw.replace(LINK, ' ') };
}

/** Whatever folder the site stands in, the policy comes after it. */
function readLink(link: string, reader: CitationReader, policy: string): Cited[] {
  const found = link.toLowerCase().lastIndexOf(policy);
  if (found < 0)
    return [{ written: link, clause: null, sentence: null, nearest: null, link: true }];
  const address = link.toLowerCase().slice(found);
  const places = reader.readIds(address);
  if (places.length) return places;
  const [, page = ''] = /^[^/]*\/([\w-]+)/u.exec(address) ?? [];
  if (page === '') return [{ written: address, clause: policy, sentence: null, nearest: null }];
  const nearest = reader.nearestId(page);
  return [{ written: link, clause: null, sentence: null, nearest, link: true }];
}
