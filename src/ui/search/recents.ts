import type { Key } from '../device/keys.ts';
import { readKept, SITE, writeKept } from '../device/local-storage.ts';

const QUERIES = 'search-queries';
const CLAUSES = 'search-clauses';
const KEPT = 6;

/** A clause that was opened from the search. */
export interface Seen {
  href: string;
  name: string;
  policy: string;
}

/** The last questions, newest first, kept on this device only. Nothing where the device refuses. */
export function recentQueries(): string[] {
  return read(QUERIES).filter((value) => typeof value === 'string');
}

/** The clauses last opened from the search, newest first. */
export function recentClauses(): Seen[] {
  return read(CLAUSES).flatMap((value) => {
    const { href, name, policy = '' } = Object(value);
    // Only addresses of this site are followed.
    const own = typeof name === 'string' && String(href).startsWith(SITE.href);
    return own ? [{ href, name, policy: String(policy) }] : [];
  });
}

/**
 * A hit as it is named later: `七（二） 申请 第4句`, `某政〔2020〕1号 七（二） 申请`; what is ours stays in 〔〕. `document` is
 * what its document is called, where there are several.
 */
export function seenOf(
  { href, childNodes }: HTMLAnchorElement,
  policy: string,
  sentence: number | undefined,
  document: string,
): Seen {
  const words = [...childNodes].map((node) =>
    node instanceof Element && node.matches('.ours') ? `〔${node.textContent}〕` : node.textContent,
  );
  const said = sentence === undefined ? [] : [`第${sentence}句`];
  return {
    href,
    policy,
    name: [document, words.join('').trim(), ...said].filter(Boolean).join(' '),
  };
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
