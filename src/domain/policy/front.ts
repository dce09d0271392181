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
} from './layout.ts';

/** No title is set in more lines. */
const TITLE_LINES = 6;

/** What stands above the first number of a document or an annex, line by line (GB/T 9704-2012, 7.2 and 7.3). */
export class Front {
  private readonly isAnnex: boolean;
  /** The line of the document's number, below 0 where it has none. */
  readonly number: number;
  private begun = false;
  private titles: number;
  private addressing = false;

  constructor(isAnnex: boolean, number: number) {
    this.isAnnex = isAnnex;
    this.number = isAnnex ? -1 : number;
    this.titles = isAnnex ? 1 : 0;
  }

  /** What the next line is; `next` is the one below it, `titleFollows` whether a title stands below the number. */
  roleOf(look: Look, index: number, next: Look | undefined, titleFollows: () => boolean): Role {
    if (this.begun) return this.text();
    if (this.addressing) return this.address(look);
    if (index === this.number) return 'number';
    // 000123, 机密★1年, 特急, 签发人：某某 stand above the number.
    if (index < this.number && titleFollows() && !look.bare.includes('。')) return 'letterhead';
    if (opensPassing(look) || isPassing(look)) return this.titles > 0 ? 'note' : 'letterhead';
    if (isLabelled(look)) return this.titles > 0 ? 'note' : 'letterhead';
    if (!this.isAnnex && this.opensAddress(look, next)) return this.address(look);
    if (this.isTitle(look) && this.titles < TITLE_LINES) {
      this.titles++;
      return 'title';
    }
    this.begun = true;
    return this.text();
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
    return isTitleLine(look) || isFirst || (this.titles > 0 && isStage(look)) || isNumber(look);
  }
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
