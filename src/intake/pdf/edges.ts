import type { PrintedLine } from './printed-line.ts';

/** How a stretch of lines is set: what a paragraph's first and last line are seen by. */
export interface Setting {
  left: number;
  right: number;
  /** From line to line within a paragraph. */
  pitch: number;
  size: number;
  /** Paragraphs begin two characters further in. */
  indented: boolean;
}

/** Lines in the same column of pages of the same size. */
export type SettingOf = (line: PrintedLine) => Setting;

/** So many lines, and this share of them, must begin at the same place for it to be an edge. */
const FEWEST = 2;
const SHARE = 0.05;
const BIN = 2;
/** An indent of two characters, give or take, in sizes. */
const INDENT = [1.4, 2.7] as const;
/** This share of lines begins a paragraph where paragraphs are indented. */
const INDENTED = 0.08;
/** Nearer than this, in points, a line begins or ends at the edge. */
const NEAR = 5;

/** How the lines of one frame are set; a page whose lines keep none of these edges has its own. */
export function settingsOf(lines: readonly PrintedLine[]): SettingOf {
  const whole = settingOf(lines);
  const byPage = new Map<number, Setting>();
  for (const [page, own] of Map.groupBy(lines, (line) => line.page))
    byPage.set(page, keeps(own, whole) ? whole : settingOf(own, whole));
  return ({ page }) => byPage.get(page) ?? whole;
}

function keeps(lines: readonly PrintedLine[], { left }: Setting): boolean {
  return lines.some((line) => Math.abs(line.left - left) < NEAR);
}

function settingOf(lines: readonly PrintedLine[], whole?: Setting): Setting {
  const size = whole?.size ?? usual(lines, ({ size: own }) => own, 0.5);
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.1 * size);
  const used = body.length ? body : lines;
  const left = Math.min(...edges(used.map((line) => line.left)));
  const right = Math.max(...edges(used.map((line) => line.right)));
  const indents = used.filter((line) => isIndent((line.left - left) / size));
  return {
    left,
    right:
      whole && right - left < 0.6 * (whole.right - whole.left)
        ? left + whole.right - whole.left
        : right,
    pitch: whole?.pitch ?? pitchOf(used),
    size,
    indented: whole?.indented ?? indents.length >= INDENTED * used.length,
  };
}

const isIndent = (sizes: number) => sizes > INDENT[0] && sizes < INDENT[1];

/** Places at which several lines begin or end. */
function edges(values: readonly number[]): number[] {
  const bins = Map.groupBy(values, (value) => Math.round(value / BIN));
  const least = Math.max(FEWEST, SHARE * values.length);
  const often = [...bins.entries()].filter(([bin]) => {
    const near = [bin - 1, bin, bin + 1].flatMap((key) => bins.get(key) ?? []);
    return near.length >= least;
  });
  const kept = often.map(([, [first = 0]]) => first);
  return kept.length ? kept : [...values];
}

/** The distance from line to line that is most usual. */
function pitchOf(lines: readonly PrintedLine[]): number {
  const steps = lines.slice(1).flatMap((line, i) => {
    const before = lines[i];
    return before && before.page === line.page && line.y > before.y ? [line.y - before.y] : [];
  });
  return usual(steps, (step) => step, 1) || Number.POSITIVE_INFINITY;
}

/** The value, to a certain fineness, that occurs most often. */
function usual<T>(things: readonly T[], value: (thing: T) => number, fineness: number): number {
  const bins = Map.groupBy(things, (thing) => Math.round(value(thing) / fineness));
  const [best] = [...bins.values()].toSorted((a, b) => b.length - a.length);
  return best?.[0] === undefined ? 0 : value(best[0]);
}
