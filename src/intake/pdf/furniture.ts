import { readMarker } from '../../domain/policy/marker.ts';
import { type Glyph, isBlank, judge } from './glyph.ts';
import { readPageNumber } from './page-number.ts';
import { bareText, lineOf, type PrintedLine, splitAtGaps, textOf } from './printed-line.ts';
import type { Sheet } from './sheet.ts';

/** Running heads stand in this share of the page, at top and bottom, and among this many lines. */
const ZONE = 0.2;
const FIRST = 3;
/** Parts of one line that are further apart, in sizes, are several: a head at the left, a number at the right. */
const APART = 2;
/** Places nearer than this, in points, are the same. */
const SAME = 4;
/** So many pages with the same words at the same place are evidence; fewer make one wonder. */
const EVIDENCE = 3;
const DOUBT = 2;
/** Pages that share more of their lines are copies of one. */
const COPY = 0.5;

interface Candidate {
  sheet: Sheet;
  line: PrintedLine;
  top: boolean;
  /** From the nearer edge of the page, in points. */
  distance: number;
  text: string;
  /** The text without numbers. */
  form: string;
  numbers: number[];
  /** Whether it is a page number and nothing else. */
  isNumber: boolean;
  /** What its page says, line by line. */
  texts: ReadonlySet<string>;
}

/**
 * Takes running heads and page numbers out of the lines: what stands at the same place on several pages with the same
 * words, or with a number that counts with the pages.
 */
export function takeFurniture(sheets: readonly Sheet[]): void {
  const candidates = sheets.flatMap(candidatesOf);
  const groups = Map.groupBy(candidates, ({ top, form }) => `${top} ${form}`);
  const out = new Set<Glyph>();
  for (const group of groups.values())
    for (const candidate of group) {
      const alike = group.filter(
        (other) => isSamePlace(candidate, other) && (other.isNumber || !isCopy(candidate, other)),
      );
      if (decide(candidate, alike)) for (const glyph of candidate.line.glyphs) out.add(glyph);
    }
  for (const sheet of sheets) takeOut(sheet, out);
}

function candidatesOf(sheet: Sheet): Candidate[] {
  const { lines, height } = sheet;
  const texts = new Set(lines.map(bareText));
  return lines.flatMap((line, i) => {
    const top = line.y < height / 2;
    const distance = top ? line.y : height - line.y;
    const rank = top ? i : lines.length - 1 - i;
    if (distance > ZONE * height || rank >= FIRST) return [];
    return splitAtGaps(line, APART, false).map((part) => ({
      ...candidateOf(part),
      ...{ sheet, top, distance, texts },
    }));
  });
}

function candidateOf(line: PrintedLine) {
  const text = bareText(line);
  const read = readPageNumber(text);
  const numbers = read ? [read.number] : [...text.matchAll(/\d+/gu)].map(([n]) => Number(n));
  const form = read?.form ?? text.replace(/\d+/gu, '#');
  return { line, text, form, numbers, isNumber: read !== null };
}

/** Heads of left and right pages mirror each other. */
function isSamePlace(one: Candidate, other: Candidate): boolean {
  if (Math.abs(one.distance - other.distance) > SAME) return false;
  const [a, b] = [one.line, other.line];
  const mirrored = one.sheet.width - b.right;
  const middle = (a.left + a.right - b.left - b.right) / 2;
  return [a.left - b.left, a.right - b.right, middle, a.left - mirrored].some(
    (difference) => Math.abs(difference) <= SAME,
  );
}

/** Two pages that say mostly the same, as forms do: what they share proves nothing. */
function isCopy({ sheet, texts }: Candidate, other: Candidate): boolean {
  if (sheet === other.sheet) return false;
  const same = [...texts].filter((text) => other.texts.has(text)).length;
  return same > COPY * Math.max(texts.size, 2 * FIRST);
}

/** Settles what a candidate is; whether it is no part of the text. */
function decide(candidate: Candidate, alike: readonly Candidate[]): boolean {
  const { isNumber, top, line } = candidate;
  const reason = isNumber ? '页码' : top ? '页眉' : '页脚';
  // 附件1 and 附件2 at the head of two pages count with them and are text all the same.
  if (!isNumber && readMarker(textOf(line))) return false;
  const evidence = isNumber ? counting(candidate, alike) : repeated(candidate, alike);
  if (evidence >= (isNumber ? DOUBT : EVIDENCE) || isMarked(candidate))
    return settle(line, 'dropped', reason);
  if (!isMargin(candidate) || (!isNumber && evidence < DOUBT)) return false;
  return settle(line, 'uncertain', `像${reason}，没有足够的页可以对照`);
}

/** Its file says that it belongs to the page, and it stands where such things stand. */
function isMarked(candidate: Candidate): boolean {
  const { glyphs } = candidate.line;
  return glyphs.every(({ artifact, text }) => artifact || isBlank(text)) && isMargin(candidate);
}

/** On how many pages at this place a number counts as this one does; a number that starts anew goes with the others. */
function counting(candidate: Candidate, alike: readonly Candidate[]): number {
  const steps = Map.groupBy(alike, (other) => (other.numbers[0] ?? 0) - other.sheet.number);
  const most = Math.max(...[...steps.values()].map(pages));
  const own = pages(steps.get((candidate.numbers[0] ?? 0) - candidate.sheet.number) ?? []);
  return most >= EVIDENCE ? most : own;
}

/** On how many pages the same words stand at this place, or the same with a number that counts with the pages. */
function repeated(candidate: Candidate, alike: readonly Candidate[]): number {
  const same = pages(alike.filter(({ text }) => text === candidate.text));
  if (candidate.numbers.length === 0) return same;
  const steps = candidate.numbers.map((number, i) =>
    pages(
      alike.filter(
        (other) =>
          (other.numbers[i] ?? 0) - other.sheet.number === number - candidate.sheet.number &&
          other.numbers.every((value, k) => k === i || value === candidate.numbers[k]),
      ),
    ),
  );
  return Math.max(same, ...steps);
}

const pages = (candidates: readonly Candidate[]) =>
  new Set(candidates.map(({ sheet }) => sheet.number)).size;

/** Above or below all else on its page, and near the edge. */
function isMargin({ sheet, line, top, distance }: Candidate): boolean {
  const others = sheet.lines.filter(({ row }) => row !== line.row);
  const outer = others.every(({ y }) => (top ? y > line.y : y < line.y));
  const tables = sheet.tables.every((table) => (top ? table.top > line.y : table.bottom < line.y));
  return outer && tables && distance < ZONE * 0.6 * sheet.height;
}

function settle(line: PrintedLine, fate: Glyph['fate'], reason: string): true {
  for (const glyph of line.glyphs) if (!isBlank(glyph.text)) judge(glyph, fate, reason);
  return true;
}

function takeOut(sheet: Sheet, out: ReadonlySet<Glyph>): void {
  const { lines } = sheet;
  sheet.lines = lines.flatMap((line) => keep(line, (glyph) => !out.has(glyph)));
  sheet.asides.push(...lines.flatMap((line) => keep(line, (glyph) => out.has(glyph))));
}

function keep(line: PrintedLine, wanted: (glyph: Glyph) => boolean): PrintedLine[] {
  const glyphs = line.glyphs.filter(wanted);
  if (glyphs.every(({ text }) => isBlank(text))) return [];
  return [glyphs.length === line.glyphs.length ? line : lineOf(glyphs, line.page, line.row)];
}
