import type { Glyph } from './glyph.ts';
import { angleOf } from './looks.ts';
import { type Matrix, multiply, toMatrix } from './matrix.ts';

/** A stretch of text as pdf.js gives it. */
interface Item {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}

/**
 * Glyphs for text of which only stretches are known: each character takes an equal share of the room. A second choice,
 * so all of it is for a person to look at.
 */
export function itemGlyphs(items: readonly Item[], viewport: Matrix): Glyph[] {
  return items.flatMap((item) => glyphsOf(item, viewport)).map((g, order) => ({ ...g, order }));
}

function glyphsOf({ str, transform, width, fontName }: Item, viewport: Matrix): Glyph[] {
  const characters = [...str];
  const seen = multiply(viewport, toMatrix(transform));
  const share = width / characters.length;
  return characters.map((text, i) => ({
    text,
    x: seen[4] + i * share,
    y: seen[5],
    width: share,
    size: Math.hypot(seen[2], seen[3]),
    angle: angleOf(seen),
    font: fontName,
    order: i,
    artifact: false,
    fate: 'uncertain',
    reason: '两种读法不一致',
  }));
}
