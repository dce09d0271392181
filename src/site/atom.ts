import { siteUrl } from '../routes.ts';
import { escapeText } from './escape.ts';
import type { Feed, FeedEntry } from './feeds.ts';

/** Of a feed what is the same in all of a site. */
interface Publisher {
  /** Where the site stands. */
  site: string | URL;
  /** Who runs it, or what it is called. */
  author: string;
}

/** A feed as Atom (RFC 4287), with full addresses. */
export function formatAtom(
  { address, href, title, updated, entries }: Feed,
  { site, author }: Publisher,
): string {
  const full = (path: string) => escapeText(siteUrl(site, path));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${full(address)}</id>
<title>${xml(title)}</title>
<updated>${instantOf(updated)}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${full(address)}"/>
<link rel="alternate" type="text/html" href="${full(href)}"/>
${entries.map((entry) => entryXml(entry, full)).join('')}</feed>
`;
}

function entryXml(
  { id, href, title, updated, content }: FeedEntry,
  full: (path: string) => string,
): string {
  return `<entry>
<id>${full(id)}</id>
<title>${xml(title)}</title>
<updated>${instantOf(updated)}</updated>
<link rel="alternate" type="text/html" href="${full(href)}"/>
<content type="html">${xml(content)}</content>
</entry>
`;
}

/** A day in China begins then. */
function instantOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** Signs that XML 1.0 has no way to write; breaks within a cell of a table are one. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function xml(text: string): string {
  return escapeText(text.replace(UNWRITABLE, ' '));
}
