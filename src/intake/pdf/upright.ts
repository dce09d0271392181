import type { Glyph, Rule } from './glyph.ts';
import type { Page } from './read-page.ts';

type Turned = Pick<Page, 'glyphs' | 'rules' | 'width' | 'height'>;

/** A page whose text mostly runs up, down or upside down, turned so that it can be read: wide tables are printed so. */
export function upright(page: Page): Turned {
  const angle = usualAngle(page.glyphs);
  if (angle === 90) return turnBack(page);
  if (angle === 180) return turnBack(turnBack(page));
  return angle === 270 ? turnBack(turnBack(turnBack(page))) : page;
}

function usualAngle(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const { angle } of glyphs)
    if (angle !== null) counts.set(angle, (counts.get(angle) ?? 0) + 1);
  const [best = [0, 0]] = [...counts].toSorted(([, one], [, other]) => other - one);
  return best[1] > glyphs.length / 2 ? best[0] : 0;
}

/** Turns a page a quarter against the clock. */
function turnBack({ glyphs, rules, width, height }: Turned): Turned {
  return {
    width: height,
    height: width,
    glyphs: glyphs.map((glyph) => ({
      ...glyph,
      x: glyph.y,
      y: width - glyph.x,
      angle: glyph.angle === null ? null : (glyph.angle + 270) % 360,
    })),
    rules: rules.map((rule) => turnRule(rule, width)),
  };
}

/** A line across runs up afterwards, one down runs across. */
function turnRule({ across, at, from, to }: Rule, width: number): Rule {
  return across
    ? { across: false, at, from: width - to, to: width - from }
    : { across: true, at: width - at, from, to };
}
