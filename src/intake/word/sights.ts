import { hole } from '../pieces.ts';
import type { Piece } from '../reading.ts';

/** Something that is seen in print and is no text: a picture, a formula, a chart. */
export interface Sight {
  /** In Chinese. */
  kind: string;
  place: string;
}

export const PICTURE = '图片';

/** How such things are counted: 一张图片, 一个公式. */
export function measureOf(kind: string): string {
  return kind === PICTURE ? '张' : '个';
}

/** Its place in a line. */
export function sightHole(kind: string): Piece {
  return hole(`这里有一${measureOf(kind)}${kind}`);
}
