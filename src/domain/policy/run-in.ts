import type { Marker } from './marker.ts';

/** A number after a stop inside a paragraph, as points are written that run on in it: 1.甲；2.乙；3.丙。 */
const INNER = /[；;。]\s*(\d{1,2})[.．、](?!\d)/gu;

/**
 * The last number of points that run on in one paragraph: `1.甲；2.乙；3.丙。 → 3`; the paragraph's own where there is one
 * only. They cannot be parted without cutting a paragraph in pieces, so the clause is all of them.
 */
export function lastRunIn({ level, number, printed }: Marker, text: string): number {
  if (level !== 'point') return number;
  let last = number;
  for (const [, found = ''] of text.slice(printed.length).matchAll(INNER))
    if (Number(found) === last + 1) last++;
  return last;
}
