const KEY = 'search-queries';
const KEPT = 6;

/** The last questions, newest first, kept on this device only. Nothing where the device refuses. */
export function recent(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter((q) => typeof q === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function remember(query: string): void {
  try {
    const queries = [query.slice(0, 60), ...recent().filter((q) => q !== query)];
    localStorage.setItem(KEY, JSON.stringify(queries.slice(0, KEPT)));
  } catch {
    // The device keeps nothing; the search works all the same.
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
