import type { Rule } from './glyph.ts';

/** Lines nearer than this, in points, are one: tables are drawn cell by cell. */
const SAME = 2.5;
/** So much of a side must be drawn for it to be one. */
const DRAWN = 0.6;
/** More squares than any table of a page has: a drawing. */
const MOST_SQUARES = 4_000;
/** More lines than a page of tables has, drawn cell by cell on four sides. */
const MOST_RULES = 10_000;

/** A rectangle that lines enclose, over one or more squares of its table. */
export interface Cell {
  row: number;
  column: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A table as its lines show it. */
export interface Grid {
  /** Where its columns and rows begin, and the last ends. */
  xs: number[];
  ys: number[];
  /** The cell of each square, row by row: squares without a line between them share one. */
  cells: Cell[][];
  /** Whether every cell is a rectangle. */
  regular: boolean;
}

/** The tables that lines on a page draw: groups that cross each other and enclose two cells at least. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  const merged = [...mergeRules(rules, true), ...mergeRules(rules, false)];
  return crossingGroups(merged).flatMap(gridOf);
}

/** Lines in one direction, those that continue or cover each other made one. */
function mergeRules(rules: readonly Rule[], across: boolean): Rule[] {
  const merged: Rule[] = [];
  const sorted = rules
    .filter((rule) => rule.across === across)
    .toSorted((a, b) => a.at - b.at || a.from - b.from);
  for (const rule of sorted) {
    const before = merged.findLast(
      (other) =>
        rule.at - other.at <= SAME && rule.from <= other.to + SAME && other.from <= rule.to + SAME,
    );
    if (before) {
      before.from = Math.min(before.from, rule.from);
      before.to = Math.max(before.to, rule.to);
    } else merged.push({ ...rule });
  }
  return merged;
}

function crossingGroups(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const rule of rules) {
    if (!left.delete(rule)) continue;
    const group = [rule];
    for (const member of group)
      for (const other of left) {
        if (!cross(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    groups.push(group);
  }
  return groups;
}

function cross(one: Rule, other: Rule): boolean {
  return one.across !== other.across && holds(one, other.at) && holds(other, one.at);
}

const holds = ({ from, to }: Rule, at: number) => at >= from - SAME && at <= to + SAME;

function gridOf(group: readonly Rule[]): Grid[] {
  const across = group.filter((rule) => rule.across);
  const down = group.filter((rule) => !rule.across);
  if (across.length < 2 || down.length === 0) return [];
  // A table may be open at its sides: then its lines end where it does.
  const xs = distinct([...down.map(({ at }) => at), ...ends(across)]);
  const ys = distinct([...across.map(({ at }) => at), ...ends(down)]);
  if (xs.length * ys.length > MOST_SQUARES) return [];
  const grid = joinSquares(xs, ys, across, down);
  return new Set(grid.cells.flat()).size > 1 ? [grid] : [];
}

const ends = (rules: readonly Rule[]) => [
  Math.min(...rules.map(({ from }) => from)),
  Math.max(...rules.map(({ to }) => to)),
];

function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (value - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME) kept.push(value);
  return kept;
}

function joinSquares(xs: number[], ys: number[], across: Rule[], down: Rule[]): Grid {
  const cells: Cell[][] = [];
  for (let row = 0; row + 1 < ys.length; row++) {
    cells.push([]);
    for (let column = 0; column + 1 < xs.length; column++) {
      const [left = 0, right = 0] = xs.slice(column);
      const [top = 0, bottom = 0] = ys.slice(row);
      const beside = isDrawn(down, left, top, bottom) ? undefined : cells[row]?.[column - 1];
      const above = isDrawn(across, top, left, right) ? undefined : cells[row - 1]?.[column];
      cells[row]?.push({ row, column, left, top, right, bottom });
      for (const other of [beside, above]) if (other) join(cells, row, column, other);
    }
  }
  return { xs, ys, cells, regular: isRegular(cells, xs, ys) };
}

/** Whether a line is drawn at a place, along most of a stretch. */
function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const drawn = rules
    .filter((rule) => Math.abs(rule.at - at) <= SAME)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return drawn >= DRAWN * (to - from);
}

/** Makes the cell of a square one with another: the first keeps all squares of both. */
function join(cells: Cell[][], row: number, column: number, into: Cell): void {
  const from = cells[row]?.[column];
  if (!from || from === into) return;
  into.left = Math.min(into.left, from.left);
  into.top = Math.min(into.top, from.top);
  into.right = Math.max(into.right, from.right);
  into.bottom = Math.max(into.bottom, from.bottom);
  into.row = Math.min(into.row, from.row);
  into.column = Math.min(into.column, from.column);
  for (const line of cells)
    line.forEach((cell, i) => {
      if (cell === from) line[i] = into;
    });
}

function isRegular(cells: readonly Cell[][], xs: number[], ys: number[]): boolean {
  return cells.every((line, row) =>
    line.every((_, column) => {
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      const over = new Set(cells.flat().filter((cell) => holdsPoint(cell, x, y)));
      return over.size === 1;
    }),
  );
}

/** Whether a place is in a cell. */
export function holdsPoint(cell: Cell, x: number, y: number): boolean {
  return x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom;
}
