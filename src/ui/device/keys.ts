/** Everything that is kept on a device, by name: nothing else is (tests/state.spec.ts tries each). */
export const KEYS = [
  'display',
  'check-place',
  'check-sheet',
  'check-answers',
  'search-queries',
  'search-clauses',
  'desk-kind',
  'desk-wordings',
] as const;

export type Key = (typeof KEYS)[number];

/**
 * The name under which the copy of the site in a folder keeps something: `/a/b/` and `display → "/a/b/ display"`.
 * Copies beside each other on one host share one storage. ui/page/first-paint.js writes it the same way.
 */
export function keptName(folder: string, key: Key): string {
  return `${folder} ${key}`;
}
