import type { Matching } from './matching.ts';
import type { Item } from './units.ts';

interface Lists {
  old: readonly Item[];
  next: readonly Item[];
}

/**
 * Joins headings that have no word in common, when most of what stood under one stands under the other, and the other way
 * round: a chapter that got another name.
 */
export function joinHeadings({ old, next }: Lists, matching: Matching): void {
  // Sections before the chapters that hold them.
  const free = matching.freeOld().filter((i) => old[i]?.isHeading);
  for (const i of free.reverse()) {
    const j = mostlyUnder(old[i], old, next, matching.toNext);
    if (j === -1 || !next[j]?.isHeading || matching.toOld[j] !== -1) continue;
    if (mostlyUnder(next[j], next, old, matching.toOld) === i) matching.join(i, j);
  }
}

/** The heading of the other side under which more than half of what stands under this one went, or -1. */
function mostlyUnder(
  heading: Item | undefined,
  own: readonly Item[],
  others: readonly Item[],
  partners: Int32Array,
): number {
  const under = own.flatMap((item, n) => (item.under === heading?.clause ? [n] : []));
  const counts = new Map<string, number>();
  for (const n of under) {
    const to = others[partners[n] ?? -1]?.under;
    if (to) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const most = [...counts].find(([, count]) => count * 2 > under.length);
  return most ? others.findIndex(({ clause }) => clause === most[0]) : -1;
}
