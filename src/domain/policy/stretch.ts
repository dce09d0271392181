import type { Clause } from './clause.ts';

/** A clause with all that is read as part of it, in reading order. */
export interface Stretch<C> {
  clause: C;
  inner: Stretch<C>[];
}

type Nested = Pick<Clause, 'id' | 'kind' | 'parent'>;

/**
 * A text in reading order, each article one stretch with its 款 and 项 nested in it. Any other clause stands by itself:
 * `t1 t1-k2 t1-k2-x1 t2 → t1(t1-k2(t1-k2-x1)) t2`.
 */
export function stretchesOf<C extends Nested>(clauses: readonly C[]): Stretch<C>[] {
  const outer: Stretch<C>[] = [];
  /** Articles and what stands in them. */
  const nested = new Map<string, Stretch<C>>();
  for (const clause of clauses) {
    const around = clause.parent === null ? undefined : nested.get(clause.parent);
    const stretch: Stretch<C> = { clause, inner: [] };
    if (around || clause.kind === 'article') nested.set(clause.id, stretch);
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
