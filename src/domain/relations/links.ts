import type { ClausePlaces } from './clause-places.ts';
import { formatPath, type PlaceInText, type PlaceStep } from './written-places.ts';

/** One place, or one range of places, that becomes one link. */
export interface Link {
  first: readonly PlaceStep[];
  /** The other end of a range, else `null`. */
  last: readonly PlaceStep[] | null;
  from: number;
  to: number;
}

/** 第三条至第五条 is one link. */
export function joinRanges(places: readonly PlaceInText[]): Link[] {
  const links: Link[] = [];
  for (const { path, from, to, range } of places) {
    const before = links.at(-1);
    if (range && before && before.last === null)
      links[links.length - 1] = { ...before, last: path, to };
    else links.push({ first: path, last: null, from, to });
  }
  return links;
}

/** The clauses of a link, all of a range; `null` where one of its ends is not there. */
export function clausesOf(
  { first, last }: Link,
  find: (path: readonly PlaceStep[]) => string | null,
  places: ClausePlaces,
): string[] | null {
  const from = find(first);
  if (from === null) return null;
  if (last === null) return [from];
  const to = find(last);
  return to === null ? null : places.between(from, to);
}

/** `第三条`, `第三条至第五条` */
export function formatLink({ first, last }: Link): string {
  return last === null ? formatPath(first) : `${formatPath(first)}至${formatPath(last)}`;
}
