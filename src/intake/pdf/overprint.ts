import { type Glyph, isBlank, judge } from './glyph.ts';

/** Nearer than this share of its size, and of its width, the same character was printed twice to look bold. */
const NEAR = 0.25;
const WITHIN = 0.5;

/** Gives up glyphs that are printed over the same one to look bold, or to have a shadow. */
export function dropOverprint(glyphs: readonly Glyph[]): void {
  const seen = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (isBlank(glyph.text) || glyph.width === 0) continue;
    const key = `${glyph.text} ${Math.round(glyph.y / 50)}`;
    const near = [
      key,
      `${glyph.text} ${Math.round(glyph.y / 50) - 1}`,
      `${glyph.text} ${Math.round(glyph.y / 50) + 1}`,
    ];
    if (near.some((name) => seen.get(name)?.some((other) => isOver(glyph, other)))) drop(glyph);
    else seen.set(key, [...(seen.get(key) ?? []), glyph]);
  }
}

function drop(glyph: Glyph): void {
  judge(glyph, 'dropped', '重叠印刷');
}

function isOver(one: Glyph, other: Glyph): boolean {
  const reach = Math.min(NEAR * one.size, WITHIN * one.width);
  return (
    one.angle === other.angle &&
    Math.abs(one.x - other.x) < reach &&
    Math.abs(one.y - other.y) < NEAR * one.size &&
    Math.abs(one.size - other.size) < 0.05 * one.size
  );
}
