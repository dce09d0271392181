import type { Rule } from './glyph.ts';
import { type Matrix, move } from './matrix.ts';

/** Thicker than this, in points, a bar is a coloured field and no line. */
const THICK = 3;
/** Shorter ones are dots of a dotted line, or parts of a drawn letter. */
const SHORT = 4;
/** Codes of a path in pdf.js, and how many numbers follow each. */
const STEPS = new Map([
  [0, 2],
  [1, 2],
  [2, 6],
  [3, 4],
  [4, 0],
]);
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

type Point = readonly [number, number];

/** The lines that a path draws: its straight strokes, or, filled, the thin rectangles it consists of. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, filled: boolean): Rule[] {
  const parts = partsOf(path, matrix);
  return filled ? parts.flatMap(filledRules) : parts.flatMap(strokedRules);
}

/** The points of each part of a path; curves count as the way to their end. */
function partsOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? CLOSE;
    const count = STEPS.get(step);
    if (count === undefined) return parts;
    if (step === MOVE) parts.push([]);
    const points = parts.at(-1);
    if (step === CLOSE && points?.[0]) points.push(points[0]);
    else if (step <= LINE) points?.push(move(matrix, path[i + 1] ?? 0, path[i + 2] ?? 0));
    else points?.push(move(matrix, path[i + count - 1] ?? 0, path[i + count] ?? 0));
    i += 1 + count;
  }
  return parts;
}

function strokedRules(points: Point[]): Rule[] {
  return points.slice(1).flatMap((point, i) => ruleBetween(points[i] ?? point, point));
}

function ruleBetween([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  return ruleAlong(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
}

function filledRules(points: Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return ruleAlong(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

function ruleAlong(left: number, top: number, right: number, bottom: number): Rule[] {
  const width = right - left;
  const height = bottom - top;
  if (height <= THICK && width >= SHORT && width > height)
    return [{ across: true, at: (top + bottom) / 2, from: left, to: right }];
  if (width <= THICK && height >= SHORT)
    return [{ across: false, at: (left + right) / 2, from: top, to: bottom }];
  return [];
}
