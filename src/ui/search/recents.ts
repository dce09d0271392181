import type { Key } from '../device/keys.ts';
import { readKept, SITE, writeKept } from '../device/local-storage.ts';

const QUERIES = 'search-queries';
const CLAUSES = 'search-clauses';
const KEPT = 6;

/** A clause that was opened from the search. */
export interface Seen {
  href: string;
  name: string;
}

/** The last questions, newest first, kept on this device only. Nothing where the device refuses. */
export function recentQueries(): string[] {
  return read(QUERIES).filter((value) => typeof value === 'string');
}

/** The clauses last opened from the search, newest first. */
export function recentClauses(): Seen[] {
  return read(CLAUSES).flatMap((value) => {
    const { href, name } = Object(value);
    // Only addresses of this site are followed.
    const own = typeof name === 'string' && String(href).startsWith(SITE.href);
    return own ? [{ href, name }] : [];
  });
}

/** A hit as it is named later: `三（四） 鼓励柔性引进 第4句`; what is ours stays in 〔〕. */
export function seenOf({ href, childNodes }: HTMLAnchorElement): Seen {
  const words = [...childNodes].map((node) =>
    node instanceof Element && node.matches('.ours') ? `〔${node.textContent}〕` : node.textContent,
  );
  const [, sentence] = /#s(\d+)$/u.exec(href) ?? [];
  return { href, name: words.join('').trim() + (sentence ? ` 第${sentence}句` : '') };
}

export function rememberQuery(query: string): void {
  const asked = query.slice(0, 60);
  write(QUERIES, [asked, ...recentQueries().filter((other) => other !== asked)]);
}

export function rememberClause(seen: Seen): void {
  write(CLAUSES, [seen, ...recentClauses().filter(({ href }) => href !== seen.href)]);
}

export function forget(): void {
  write(QUERIES, []);
  write(CLAUSES, []);
}

function read(key: Key): unknown[] {
  return (readKept(key, (value) => Array.isArray(value)) ?? []).slice(0, KEPT);
}

/** Where the device keeps nothing the search works all the same. */
function write(key: Key, values: readonly unknown[]): void {
  writeKept(key, values.slice(0, KEPT));
}
