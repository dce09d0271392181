import { type Glyph, isBlank, judge } from './glyph.ts';
import { bandOf, bareText } from './printed-line.ts';
import type { Page } from './read-page.ts';
import type { Sheet } from './sheet.ts';

/** On so many pages at the same place, or so often on one page, it is no text of the document. */
const EVIDENCE = 3;
/** And on this share of all pages: by chance two pages have the same character at one place now and then. */
const SHARE = 0.6;
/** The part of the page, from top and bottom, that is left to running heads. */
const MARGIN = 0.12;

/** Gives up words that lie under the text at the same place of several pages. */
export function dropWatermarks(pages: readonly Page[]): void {
  const still = stillPlaces(pages);
  const over = new Set<string>();
  // A word that is printed over something on any page is a watermark on all of them.
  for (const page of pages) {
    const text = page.glyphs.filter((glyph) => !still.has(placeOf(page, glyph)));
    for (const word of wordsAt(page, still))
      if (word.some((glyph) => text.some((other) => isOver(glyph, other))))
        for (const glyph of word) over.add(placeOf(page, glyph));
  }
  for (const page of pages)
    for (const glyph of page.glyphs)
      if (over.has(placeOf(page, glyph))) judge(glyph, 'dropped', '水印');
}

/** Where the same character stands on most pages. */
function stillPlaces(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const place of new Set(page.glyphs.map((glyph) => placeOf(page, glyph))))
      counts.set(place, (counts.get(place) ?? 0) + 1);
  counts.delete('');
  const least = Math.max(EVIDENCE, SHARE * pages.length);
  return new Set([...counts].filter(([, count]) => count >= least).map(([place]) => place));
}

/** What stands where, as a name; `''` in the margins, which running heads have, and for blanks. */
function placeOf(page: Page, { text, x, y, size }: Glyph): string {
  const inMargin = y < MARGIN * page.height || y > (1 - MARGIN) * page.height;
  if (inMargin || isBlank(text)) return '';
  return [text, ...[x, y, size].map(Math.round)].join(' ');
}

/** Characters at such places that are drawn one after the other, on one line. */
function wordsAt(page: Page, still: ReadonlySet<string>): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of page.glyphs) {
    if (!still.has(placeOf(page, glyph))) continue;
    const last = words.at(-1)?.at(-1);
    if (last && last.order + 1 === glyph.order && isSameLine(last, glyph))
      words.at(-1)?.push(glyph);
    else words.push([glyph]);
  }
  return words;
}

const isSameLine = (one: Glyph, other: Glyph) =>
  Math.abs(one.y - other.y) < 1 && Math.abs(one.size - other.size) < 1;

/** Whether the ink of one covers a good part of the other's, which stands on no line with it. */
function isOver(one: Glyph, other: Glyph): boolean {
  if (isBlank(other.text) || isSameLine(one, other)) return false;
  const [top, bottom] = bandOf(one);
  const [otherTop, otherBottom] = bandOf(other);
  const high = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  return wide > 0.3 * other.width && high > 0.3 * other.size;
}

/** Judges lines that do not run from left to right: the same again and again is a watermark, others a person must see. */
export function judgeSlanted(sheets: readonly Sheet[]): void {
  const lines = sheets.flatMap(({ slanted }) => slanted);
  for (const same of Map.groupBy(lines, bareText).values()) {
    const pages = new Set(same.map(({ page }) => page)).size;
    const often = same.length >= EVIDENCE || (pages === 2 && sheets.length === 2);
    for (const { glyph, vertical } of same.flatMap(({ glyphs }) => glyphs.map(withDirection))) {
      if (isBlank(glyph.text)) continue;
      if (often && !vertical) judge(glyph, 'dropped', '水印');
      else judge(glyph, 'uncertain', vertical ? '竖排的文字' : '斜排的文字');
    }
  }
}

const withDirection = (glyph: Glyph) => ({ glyph, vertical: glyph.angle === null });
