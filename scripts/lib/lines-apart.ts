import { commonPlaces } from '../../src/domain/editions/common-places.ts';

/** The places of the lines that one text alone has, and of those that the other has; nothing in either where they are the same. */
export function linesApart(
  one: readonly string[],
  other: readonly string[],
): [one: number[], other: number[]] {
  const common = commonPlaces(one, other) ?? [];
  const alone = (lines: readonly string[], side: 0 | 1) => {
    const kept = new Set(common.map((pair) => pair[side]));
    return [...lines.keys()].filter((i) => !kept.has(i));
  };
  return [alone(one, 0), alone(other, 1)];
}
