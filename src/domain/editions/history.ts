import type { Sides } from './best.ts';
import type { Comparison } from './change.ts';
import type { Group } from './regroup.ts';

/** Of each clause where it went, and what it was: by its paragraphs, the first of which says it foremost. */
export function clausesWent(
  { old, next }: Sides,
  groups: readonly Group[],
): Pick<Comparison, 'went' | 'was'> {
  const went = new Map(old.map(({ clause }) => [clause, new Set<string>()]));
  const was = new Map(next.map(({ clause }) => [clause, new Set<string>()]));
  const links = groups.flatMap((group) =>
    group.old.flatMap((i) => group.next.map((j) => [i, j] as const)),
  );
  for (const [i, j] of [...links].sort(([a], [b]) => a - b))
    went.get(old[i]?.clause ?? '')?.add(next[j]?.clause ?? '');
  for (const [i, j] of [...links].sort(([, a], [, b]) => a - b))
    was.get(next[j]?.clause ?? '')?.add(old[i]?.clause ?? '');
  return { went: listed(went), was: listed(was) };
}

function listed(sets: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  return new Map([...sets].map(([clause, others]) => [clause, [...others]]));
}
