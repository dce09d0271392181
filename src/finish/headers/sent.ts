import { extname } from 'node:path';

/**
 * The one source of what hosts are asked to send with the site's files. Each kind of host has a file beside this one
 * that writes it in that host's words.
 */

/** Sent with every file, whatever the build. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Answers and questions stand in the address; no other site is told them.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Portals of the same host may show the site in a frame; others may not. A meta tag cannot say so. */
export const FRAMES = "frame-ancestors 'self'";

/** For files whose name changes with their content, and for all others. */
export const CACHE = { forever: 'public, max-age=31536000, immutable', fresh: 'no-cache' };

/**
 * The files whose name holds a hash of their content; `*` stands for one name or a part of it. Pagefind's scripts, its
 * wasm and its entry keep their names, so they are not among them.
 */
export const FOREVER = [
  '_astro/*',
  'pagefind/fragment/*',
  'pagefind/index/*',
  'pagefind/filter/*',
  'pagefind/*.pf_meta',
] as const;

/** What each kind of file is; all that is text is UTF-8. A file without an ending is the list of sums. */
export const TYPES: Readonly<Record<string, string>> = {
  '': 'text/plain',
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.pagefind': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Files for hosts to read and not to serve: `.nojekyll` keeps GitHub Pages from leaving out `_astro`. */
export const HOST_FILES = ['.htaccess', '.nojekyll', '_headers'] as const;

/** Whether a type is text that needs its encoding said. */
export function isText(type: string): boolean {
  return /^text\/|[/+](json|xml)$/u.test(type);
}

/** Whether somebody has said what a file with this ending is; capitals do not matter, nor do they to hosts. */
export function hasType(file: string): boolean {
  return Object.hasOwn(TYPES, extname(file).toLowerCase());
}

/** The type of a file with its encoding: `a.html → text/html; charset=utf-8`. Throws at an ending nobody has named. */
export function typeOf(file: string): string {
  const type = TYPES[extname(file).toLowerCase()];
  if (!type)
    throw new Error(`Unexpected file ${file}, expected an ending listed in headers/sent.ts`);
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** A pattern of `FOREVER` as a regular expression for the end of an address, under whatever path the site is. */
export function addressEnd(pattern: string): string {
  return `(^|/)${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`;
}

/** How long a file of the site may be kept: `_astro/x.js → public, max-age=31536000, immutable`. */
export function cacheControl(file: string): string {
  const kept = FOREVER.some((pattern) => new RegExp(addressEnd(pattern), 'u').test(file));
  return kept ? CACHE.forever : CACHE.fresh;
}

/**
 * The Content-Security-Policy for every file of one build: what the pages themselves ask for, taken together, and who
 * may frame them. A browser obeys it beside the page's own, so it must allow whatever one page allows.
 *
 * `pages` are the policies in the pages' meta tags. Throws when they do not rule the same things.
 */
export function wholePolicy(pages: Iterable<string>): string {
  const rules = new Map<string, Set<string>>();
  for (const page of new Set(pages)) {
    const asked = page.split(';').map((rule) => rule.trim().split(/\s+/u));
    const names = asked.map(([name = '']) => name);
    if (rules.size > 0 && names.join() !== [...rules.keys()].join()) {
      throw new Error(
        `Unexpected Content-Security-Policy "${page}", expected rules for ${[...rules.keys()].join()}`,
      );
    }
    for (const [name = '', ...sources] of asked) {
      rules.set(name, new Set([...(rules.get(name) ?? []), ...sources]));
    }
  }
  if (rules.size === 0) throw new Error('Unexpected absence of a Content-Security-Policy in pages');
  const written = [...rules].map(([name, sources]) => [name, ...withoutNone(sources)].join(' '));
  return [...written, FRAMES].join('; ');
}

/**
 * The part of a policy that the next build will not change: for configurations that stay on a server while the site in
 * it is replaced. Rules with hashes are left to the pages, and `default-src` with them, since it would rule in their
 * stead.
 */
export function lastingPolicy(policy: string): string {
  return policy
    .split('; ')
    .filter((rule) => !/'(sha\d+|nonce)-|^default-src /u.test(rule))
    .join('; ');
}

/** `'none'` counts only where it stands alone. */
function withoutNone(sources: ReadonlySet<string>): string[] {
  return [...sources].filter((source) => source !== "'none'" || sources.size === 1);
}
