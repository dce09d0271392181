import type { Piece } from '../reading.ts';
import { PICTURE, type Sight, sightHole } from '../word/sights.ts';

const OBJECT = '公式或嵌入的对象';

/** Stand among the pieces of a paragraph for what is no text. */
export const PICTURE_HOLE = Object.freeze(sightHole(PICTURE));
export const OBJECT_HOLE = Object.freeze(sightHole(OBJECT));

/** What of the pieces of a paragraph is no text. */
export const sightsOf = (pieces: readonly Piece[], place: string): Sight[] =>
  pieces.flatMap((piece) => {
    if (piece === PICTURE_HOLE) return [{ kind: PICTURE, place }];
    return piece === OBJECT_HOLE ? [{ kind: OBJECT, place }] : [];
  });
