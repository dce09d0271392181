import type { Role } from './clause.ts';
import {
  isAddressee,
  isLabelled,
  isNumber,
  isOpening,
  isPassing,
  isStage,
  isTitleLine,
  type Look,
  opensPassing,
  TITLE_LINES,
} from './layout.ts';
import { is, type Piece, setRole, setRoles } from './piece.ts';
import type { Region } from './regions.ts';

/**
 * Marks what stands above the first number of a document or an annex (GB/T 9704-2012, 7.2 and 7.3): letterhead, number,
 * title, 题注, addressee, opening text. Of a document without a number all that would be opening text is its text.
 */
export function markFront(pieces: readonly Piece[], { from, to, opens }: Region): void {
  const isAnnex = opens === 'annex';
  const region = pieces.slice(from + Number(isAnnex), to);
  const end = region.findIndex(({ marker }) => marker);
  const lines = end < 0 ? region : region.slice(0, end);
  const front = new Front(lines, isAnnex);
  for (let at = 0; at < lines.length; ) at = front.mark(at);
  if (end < 0 && !isAnnex) markText(lines);
}

function markText(lines: readonly Piece[]): void {
  for (const piece of lines)
    if (piece.role === 'preamble' || piece.role === 'body') setRole(piece, 'text');
}

class Front {
  private readonly lines: readonly Piece[];
  private readonly isAnnex: boolean;
  /** The line of the document's number, below 0 where it has none, and whether its title stands below that. */
  private readonly number: number;
  private readonly titleFollows: boolean;
  /** Whether the opening text has begun. */
  private begun = false;
  private titles: number;
  private addressing = false;

  constructor(lines: readonly Piece[], isAnnex: boolean) {
    this.lines = lines;
    this.isAnnex = isAnnex;
    const isFree = (piece: Piece) => piece.role === 'body' && is(piece, isNumber);
    this.number = isAnnex ? -1 : lines.findIndex(isFree);
    this.titleFollows = hasTitle(lines.slice(this.number + 1));
    // The line of an annex's number is the first of its title.
    this.titles = isAnnex ? 1 : 0;
  }

  /** Marks a line, or a 题注 over several, and returns the line below. */
  mark(at: number): number {
    const piece = this.lines[at] as Piece;
    if (piece.role !== 'body') return at + 1;
    const role = this.roleOf(piece, at);
    setRole(piece, role);
    return role === 'note' && opensPassing(piece) ? this.markPassing(at) : at + 1;
  }

  private roleOf(look: Look, at: number): Role {
    // 附件1 alone above the title of a document.
    if (at === 0 && !this.isAnnex && look.candidate?.level === 'annex') return 'letterhead';
    if (this.begun) return this.text();
    if (this.addressing) return this.address(look);
    if (at === this.number) return 'number';
    // 000123, 机密★1年, 特急, 签发人：某某 stand above the number.
    if (at < this.number && this.titleFollows && !look.bare.includes('。')) return 'letterhead';
    if (opensPassing(look) || isPassing(look) || isLabelled(look))
      return this.titles > 0 ? 'note' : 'letterhead';
    if (!this.isAnnex && this.opensAddress(look, this.lines[at + 1])) return this.address(look);
    this.begun = this.titles >= TITLE_LINES || !this.isTitle(look);
    if (this.begun) return this.text();
    this.titles++;
    return 'title';
  }

  private text(): Role {
    return this.isAnnex ? 'body' : 'preamble';
  }

  /** 主送机关, up to a colon; it may go on in the next line. */
  private opensAddress(look: Look, next: Look | undefined): boolean {
    if (!next) return false;
    if (isAddressee(look)) return true;
    const goesOn = /[,、]$/u.test(look.bare) && !/[。;]/u.test(look.bare);
    return goesOn && this.titles > 0 && isAddressee(next);
  }

  private address(look: Look): Role {
    this.addressing = !look.bare.endsWith(':');
    return 'addressee';
  }

  private isTitle(look: Look): boolean {
    if (isOpening(look)) return false;
    const isFirst = this.titles === 0 && isTitleLike(look);
    return isTitleLine(look) || isFirst || isStage(look) || isNumber(look);
  }

  /** A 题注 goes on to the line that closes its bracket; one that never does has one line. */
  private markPassing(at: number): number {
    const most = this.lines.slice(at, at + TITLE_LINES + 1);
    const last = most.findIndex(({ bare }) => bare.endsWith(')'));
    setRoles(this.lines, at, at + last + 1, 'note');
    return at + Math.max(last, 0) + 1;
  }
}

/** Whether a title comes next, below 题注 at most. */
function hasTitle(lines: readonly Piece[]): boolean {
  const next = lines.find(
    (line) => line.role === 'body' && !(isPassing(line) && !isTitleLine(line)),
  );
  return next !== undefined && isTitleLine(next);
}

/** A first line that is too long for a title, yet has no stop in it. */
function isTitleLike({ bare, candidate, row }: Look): boolean {
  return (
    !row &&
    !candidate?.sure &&
    bare.length <= 120 &&
    /\p{Script=Han}/u.test(bare) &&
    !/[。;!?,]|[:、]$/u.test(bare)
  );
}
