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
  const places = Map.groupBy(
    pages.flatMap((page) => page.glyphs.flatMap((glyph) => placeOf(page, glyph))),
    ({ key }) => key,
  );
  const still = [...places.values()].filter(
    (same) =>
      new Set(same.map(({ page }) => page)).size >= Math.max(EVIDENCE, SHARE * pages.length),
  );
  const glyphs = new Set(still.flat().map(({ glyph }) => glyph));
  // One that is printed over something on any page is a watermark on all of them.
  for (const same of still)
    if (
      same.some(({ page, glyph }) =>
        page.glyphs.some((other) => !glyphs.has(other) && isOver(glyph, other)),
      )
    )
      for (const { glyph } of same) judge(glyph, 'dropped', '水印');
}

function placeOf(page: Page, glyph: Glyph) {
  const { text, x, y, size } = glyph;
  const inMargin = y < MARGIN * page.height || y > (1 - MARGIN) * page.height;
  if (inMargin || isBlank(text)) return [];
  return [{ page, glyph, key: [text, ...[x, y, size].map(Math.round)].join(' ') }];
}

/** Whether the ink of one covers a good part of the other's, which stands on no line with it. */
function isOver(one: Glyph, other: Glyph): boolean {
  const sameLine = Math.abs(one.y - other.y) < 1 && Math.abs(one.size - other.size) < 1;
  if (isBlank(other.text) || sameLine) return false;
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
