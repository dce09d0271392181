import type { Clause, ClauseKind } from './clause.ts';
import { follows, HOLDS_DECIMALS, type Marker } from './marker.ts';

/** How many of the open clauses, the outermost first, a number stands in; the others are closed by it. */
export function depthOf(
  marker: Marker,
  open: readonly Clause[],
  rankOf: (kind: ClauseKind) => number,
): number {
  const { level, path } = marker;
  const fixed = path ? depthOfPath(path, open) : depthOfList(marker, open);
  return fixed ?? open.findLastIndex(({ kind }) => rankOf(kind) < rankOf(level)) + 1;
}

/** The number after one that is open goes on with its list, whatever stands in that. */
function depthOfList(marker: Marker, open: readonly Clause[]): number | null {
  const before = open.findLastIndex(
    (clause) => clause.kind === marker.level && clause.marker && follows(clause.marker, marker),
  );
  return before < 0 ? null : before;
}

/** 1.2.3 stands in 1.2, else in 1, else in 1. or 第1章. */
function depthOfPath(path: readonly number[], open: readonly Clause[]): number | null {
  const first = open.findIndex(({ kind }) => kind === 'decimal');
  if (first < 0) {
    const holder = open.findLastIndex((clause) => holds(clause, path));
    return holder < 0 ? null : holder + 1;
  }
  const around = open.findLastIndex(({ marker }) => marker?.path && isWithin(path, marker.path));
  return around < 0 ? first : around + 1;
}

function isWithin(path: readonly number[], outer: readonly number[]): boolean {
  return outer.length < path.length && outer.every((n, i) => n === path[i]);
}

/** Whether 1.1 may stand in a clause: in 1., in 第1章. */
function holds({ marker }: Clause, path: readonly number[]): boolean {
  const isHolder = marker !== null && HOLDS_DECIMALS.has(marker.level);
  return isHolder && path.length > 1 && marker.number === path[0];
}
