import { type Key, keptName } from './keys.ts';

const icon = document.querySelector('link[rel=icon]') as HTMLLinkElement;
/** The folder the site stands in. No address tells a page how deep it lies, but its icon lies at the root of the site. */
export const SITE = new URL('.', icon.href);

const nameOf = (key: Key) => keptName(SITE.pathname, key);

/**
 * What is kept under a name. Names once had no folder in them: the copy that asks first takes what stands there. Nearly
 * everybody knows one copy only, and were each to go on reading the old names, 清除 in one would clear the others.
 */
function textOf(key: Key): string | null {
  const name = nameOf(key);
  const old = localStorage.getItem(key);
  if (old) localStorage[name] ??= old;
  localStorage.removeItem(key);
  return localStorage.getItem(name);
}

/**
 * What this copy of the site keeps on this device, and only there. Where the device refuses, reading gives nothing and
 * writing says `false`; nothing throws.
 */
export function readKept<T>(key: Key, isGood: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(textOf(key) ?? 'null');
    return isGood(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeKept(key: Key, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(nameOf(key));
    else localStorage.setItem(nameOf(key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Calls when another page of this copy has changed something, and when the reader comes back to this one by Back. */
export function whenKeptChanges(key: Key, changed: () => void): void {
  // Without a name where everything was cleared at once.
  addEventListener('storage', (event) => {
    if (event.key === nameOf(key) || event.key === null) changed();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) changed();
  });
}

/** The page's address within the site, `check/buy/yes.html`, where the host leaves the end of it out, too. */
export function pageAddress(): string {
  const path = location.pathname.slice(SITE.pathname.length);
  return path.replace(/^$|\/$/u, '$&index').replace(/(?:\.html)?$/u, '.html');
}

/** An address of a self-check within the site, and nothing else: `check/buy/yes.html`, `abc-2020-1/check/buy/yes.html`. */
export function isCheckAddress(value: unknown): value is string {
  const address = /^(?:[a-z0-9-]+\/)?check(?:\/[a-z0-9-]+){1,10}\.html$/u;
  return typeof value === 'string' && address.test(value);
}
