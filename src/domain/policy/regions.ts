import { markAnnexList } from './annex-list.ts';
import { isAnnex, isTitledAnnex } from './annexes.ts';
import { contentsMarker } from './contents.ts';
import type { Level } from './marker.ts';
import type { Piece } from './piece.ts';
import { tailMarker } from './tails.ts';
import { titleBelowTail, titleInText } from './titles.ts';

/** A stretch of lines with parts of its own: the first document, one that follows it, an annex. */
export interface Region {
  from: number;
  to: number;
  opens: 'document' | 'annex';
}

/**
 * Where documents and annexes begin in a file; contents, lists of annexes and what stands below a text are marked on the
 * way. A document begins below a signature with a title, elsewhere where numbers begin anew below one.
 */
export function findRegions(pieces: readonly Piece[]): Region[] {
  const walk = new Walk(pieces);
  for (let at = 0; at < pieces.length; ) at = walk.from(at);
  return walk.begun.map((region, i) => ({
    ...region,
    to: walk.begun[i + 1]?.from ?? pieces.length,
  }));
}

/** Longer lines are text. */
const SHORT = 40;

class Walk {
  readonly begun: Omit<Region, 'to'>[];
  private readonly pieces: readonly Piece[];
  private readonly markContents: ReturnType<typeof contentsMarker>;
  private readonly markTail: ReturnType<typeof tailMarker>;
  private inFront: boolean;
  private hasTail = false;
  /** The levels that have had numbers in the region. */
  private readonly seen = new Set<Level>();

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    this.markContents = contentsMarker(pieces);
    this.markTail = tailMarker(pieces);
    // 附件1 alone above a title says what the document was sent with; 附件1 甲 is one of several in a file.
    const opens = isTitledAnnex(pieces[0]) ? 'annex' : 'document';
    this.begun = [{ from: 0, opens }];
    this.inFront = opens === 'document';
  }

  /** Reads what begins with a line, and returns the line below it. */
  from(at: number): number {
    const contents = this.markContents(at);
    if (contents > at) return contents;
    const annexes = markAnnexList(this.pieces, at);
    if (annexes > at) return annexes;
    if (at > 0) {
      if (isAnnex(this.pieces[at])) return this.begin(at, 'annex', at + 1);
      const title = this.titleEnd(at);
      if (title > at) return this.begin(at, 'document', title);
    }
    const tail = this.inFront ? at : this.markTail(at, this.region.opens === 'document');
    this.hasTail ||= tail > at;
    if (tail > at) return tail;
    this.see(this.pieces[at]);
    return at + 1;
  }

  private get region(): Omit<Region, 'to'> {
    return this.begun.at(-1) as Omit<Region, 'to'>;
  }

  private begin(from: number, opens: Region['opens'], next: number): number {
    this.begun.push({ from, opens });
    this.inFront = opens === 'document';
    this.hasTail = false;
    this.seen.clear();
    return next;
  }

  /** The end of a title that begins another document, by its look or by an editor's word; else the line itself. */
  private titleEnd(at: number): number {
    const told = this.pieces[at]?.told === 'title' && !this.inFront ? at + 1 : at;
    if (this.hasTail) return Math.max(told, titleBelowTail(this.pieces, at));
    return this.inFront ? at : Math.max(told, titleInText(this.pieces, at, this.seen));
  }

  private see(piece: Piece | undefined): void {
    const { candidate, bare = '' } = piece ?? {};
    const isNumbered = candidate && !candidate.speaks;
    if (isNumbered) this.seen.add(candidate.level);
    if (isNumbered || bare.length > SHORT || bare.includes('。')) this.inFront = false;
  }
}
