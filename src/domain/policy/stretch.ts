import type { Clause } from './clause.ts';

/** A clause with all that is read as part of it, in reading order. */
export interface Stretch<C> {
  clause: C;
  inner: Stretch<C>[];
}

type Nested = Pick<Clause, 'id' | 'kind' | 'parent'>;

/** Kinds that hold clauses, each of which is read by itself. */
export const HOLDERS: ReadonlySet<Clause['kind']> = new Set([
  'document',
  'annex',
  'book',
  'subbook',
  'chapter',
  'section',
  'division',
]);
/** What 一、 and 1 hold as clauses; their points are read with them. */
const HELD: ReadonlySet<Clause['kind']> = new Set(['article', 'item', 'decimal', 'list']);

/**
 * A text in reading order, each clause one stretch with all that stands below it, as an article with its 款 and 项. What
 * holds clauses stands by itself: `z1 t1 t1-k2 t1-k2-x1 t2 → z1 t1(t1-k2(t1-k2-x1)) t2`.
 */
export function stretchesOf<C extends Nested>(clauses: readonly C[]): Stretch<C>[] {
  const outer: Stretch<C>[] = [];
  /** Clauses and what stands in them. */
  const nested = new Map<string, Stretch<C>>();
  const holding = new Set(
    clauses.flatMap(({ kind, parent }) => (parent && HELD.has(kind) ? parent : [])),
  );
  const isWhole = ({ id, kind }: C) =>
    !HOLDERS.has(kind) && !((kind === 'part' || kind === 'decimal') && holding.has(id));
  for (const clause of clauses) {
    const around = clause.parent === null ? undefined : nested.get(clause.parent);
    const stretch: Stretch<C> = { clause, inner: [] };
    if (around || isWhole(clause)) nested.set(clause.id, stretch);
    (around?.inner ?? outer).push(stretch);
  }
  return outer;
}

/** Every stretch of a text by the id of its clause, those inside others as well. */
export function stretchesById<C extends Nested>(clauses: readonly C[]): Map<string, Stretch<C>> {
  const byId = new Map<string, Stretch<C>>();
  const add = (stretch: Stretch<C>) => {
    byId.set(stretch.clause.id, stretch);
    stretch.inner.forEach(add);
  };
  stretchesOf(clauses).forEach(add);
  return byId;
}

/** The clauses of a stretch in reading order, its own first. */
export function clausesIn<C>({ clause, inner }: Stretch<C>): C[] {
  return [clause, ...inner.flatMap(clausesIn)];
}
