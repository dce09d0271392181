import type { Finding } from '../problem.ts';
import { outOfOrder, restarted } from './findings.ts';
import { follows, followsPath, HOLDS_DECIMALS, type Marker } from './marker.ts';
import type { Piece } from './piece.ts';

/** How far a number is looked for. */
const NEAR = 200;

/** Whether the numbers of a document follow each other, list by list. */
export class NumberOrder {
  private readonly pieces: readonly Piece[];
  /** The last number of each list, and how often it has begun. */
  private readonly last = new Map<string, { marker: Marker; run: number }>();
  /** The last of 1.2.3, or of a number in which 1.1 may stand. */
  private path: readonly number[] = [];

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  /** 1.1 begins anew in each document and annex. */
  beginRegion(): void {
    this.path = [];
  }

  /** How often a list has begun when the number of a piece comes in it, and a finding where that does not follow. */
  check(index: number, marker: Marker, list: string): { run: number; finding: Finding | null } {
    const piece = this.pieces[index] as Piece;
    const { marker: before = null, run = 1 } = this.last.get(list) ?? {};
    const isDue = this.isDue(before, marker);
    const isFirst = marker.number === 1 && marker.zhi === 0;
    const isAnew = !isDue && before && isFirst && (marker.path?.length ?? 1) === 1;
    this.last.set(list, { marker, run: isAnew ? run + 1 : run });
    if (isAnew) return { run: run + 1, finding: restarted(piece, marker, this.pieces[index - 1]) };
    // The same number again is reported as a repetition; a number that an editor vouches for is in order.
    const isSame = marker.number === before?.number && marker.zhi === before.zhi;
    const isFine = isDue || isSame || piece.told !== null;
    const finding = isFine ? null : outOfOrder(piece, marker, before, this.nextAlike(index));
    return { run, finding };
  }

  /** Whether a number may come now; 1.2.3 by the path before, whatever list that stands in. */
  private isDue(before: Marker | null, marker: Marker): boolean {
    const { level, number, path } = marker;
    const pathBefore = this.path;
    if (path) this.path = path;
    else if (HOLDS_DECIMALS.has(level)) this.path = [number];
    if (!path) return follows(before, marker);
    return followsPath(pathBefore, path) || (number === 1 && pathBefore.length === 0);
  }

  /** The next number on the level of a piece, where one is near. */
  private nextAlike(index: number): Marker | null {
    const level = this.pieces[index]?.marker?.level;
    const near = this.pieces.slice(index + 1, index + NEAR);
    return near.find(({ marker }) => marker?.level === level)?.marker ?? null;
  }
}
