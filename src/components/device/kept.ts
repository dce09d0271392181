/**
 * What the self-check keeps on this device, and only there. Where the device refuses, reading gives nothing and
 * writing says `false`; nothing throws.
 */
export function readKept<T>(key: string, isGood: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isGood(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeKept(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** An address of the self-check within the site, and nothing else: `check/flexible/ab.html`. */
export function isCheckAddress(value: unknown): value is string {
  return typeof value === 'string' && /^check(\/[a-z0-9-]+){1,10}\.html$/u.test(value);
}

/** The addresses of results on the consultation sheet. */
export function isSheet(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isCheckAddress);
}

export const PLACE_KEY = 'check-place';
export const SHEET_KEY = 'check-sheet';
