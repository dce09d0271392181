import type { Comparison } from '../../../src/domain/editions/change.ts';
import type { Clause } from '../../../src/domain/policy/clause.ts';
import { type CountedId, countedIds } from './counted-ids.ts';
import type { ExpectedChange } from './manifest.ts';

/** An entry of the manifest by what it is compared by: its kind and the ids of both sides. `changed t3 → t4` */
export function expectedKey({ kind, old, new: next, paragraph }: ExpectedChange): string {
  const ids = (side: ExpectedChange['old']) => [side ?? []].flat();
  return keyOf(kind, ids(old), ids(next), paragraph);
}

function keyOf(
  kind: string,
  old: readonly string[],
  next: readonly string[],
  paragraph?: number | null,
): string {
  const side = (ids: readonly string[]) => [...new Set(ids)].sort().join('+') || '无';
  return `${kind} ${side(old)} → ${side(next)}${paragraph ? ` 第${paragraph}段` : ''}`;
}

/**
 * Changes as the manifest writes them. It counts clauses: what was split or merged is told beside what became of the part that
 * leads, and a paragraph put into a clause that holds several is a change of that clause.
 */
export function foundKeys(
  { changes, went, was }: Comparison,
  old: readonly Clause[],
  next: readonly Clause[],
): string[] {
  const [idOld, idNext] = [countedIds(old), countedIds(next)];
  const keys = changes.flatMap((change) => {
    if (change.kind === 'form') return [];
    const from = change.old.map(idOld);
    const to = change.next.map(idNext);
    const [into, outOf] = [went.get(from[0]?.id ?? '')?.[0], was.get(to[0]?.id ?? '')?.[0]];
    if (to.length === 0 && from[0]?.shared && into) return keyOf('changed', [from[0].id], [into]);
    if (from.length === 0 && to[0]?.shared && outOf) return keyOf('changed', [outOf], [to[0].id]);
    return keysOf(change.kind, from, to);
  });
  // Of a clause of several paragraphs that was changed its being renumbered is no second change.
  const all = new Set(keys);
  const isTold = (key: string) =>
    /^(?:renumbered|moved) /u.test(key) && all.has(key.replace(/^\S+/u, 'changed'));
  return keys.filter((key) => !isTold(key));
}

function keysOf(kind: string, from: readonly CountedId[], to: readonly CountedId[]): string[] {
  const key = (name: string, old: readonly CountedId[], next: readonly CountedId[]) =>
    keyOf(
      name,
      old.map(({ id }) => id),
      next.map(({ id }) => id),
      (next[0] ?? old[0])?.paragraph,
    );
  const whole = key(kind, from, to);
  if (kind !== 'split' && kind !== 'merged') return [whole];
  return [whole, key('changed', from.slice(0, 1), to.slice(0, 1))];
}
