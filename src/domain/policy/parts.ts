import type { Finding } from '../problem.ts';
import type { Role } from './clause.ts';
import { doubtfulNumber, noSuchLine } from './findings.ts';
import { foldLine } from './fold.ts';
import {
  contentsEntry,
  hasEnded,
  isAddressee,
  isContents,
  isDateLine,
  isImprint,
  isLabelled,
  isNumber,
  isOpening,
  isOrgan,
  isPassing,
  isRemark,
  isSigned,
  isStage,
  isTitleLine,
  type Look,
  lookAt,
  namesDocument,
  namesList,
  namesTable,
  opensPassing,
} from './layout.ts';
import type { JoinedLine } from './lines.ts';
import { type Level, type Marker, readCandidate } from './marker.ts';
import { quotedLines } from './quoted.ts';
import { chooseNumbers } from './sequence.ts';

/** What an editor says of a line that the splitter cannot know or would read wrongly. */
export interface RoleHint {
  line: number;
  /** `clause`: it begins with a number of the document; `body`: it is text, and what looks like a number is none. */
  role: Exclude<Role, 'heading' | 'row'> | 'clause' | 'row';
  reason: string;
}

/** A paragraph on its way into a clause. */
export interface Piece extends JoinedLine {
  role: Role;
  marker: Marker | null;
  quoted: boolean;
  /** What begins with it: another document in the same file, an annex, or a list with a title of its own. */
  opens: 'document' | 'annex' | 'list' | null;
}

/** A stretch of lines with parts of its own: the first document, one that follows it, an annex. */
interface Region {
  from: number;
  to: number;
  opens: 'document' | 'annex';
}

/**
 * What each paragraph is, by the parts that an official document has (GB/T 9704-2012, 7): letterhead, number, title,
 * addressee, contents, text, list of annexes, signature, date, notes, annexes, imprint. An editor's word goes first.
 */
export function assignParts(
  lines: readonly JoinedLine[],
  hints: readonly RoleHint[],
): { pieces: Piece[]; findings: Finding[] } {
  return new Parts(lines, hints).assign();
}

/** Lines of a title, of a signature, of what stands between a title and its first number: more are none. */
const TITLE_LINES = 6;
const SIGNATURE_LINES = 8;
const OPENING_LINES = 40;
const ANNEX_LIST_LINES = 40;
const CONTENTS_LINES = 1000;

/** Levels with which a document may begin. */
const OUTER: ReadonlySet<Level> = new Set([
  'book',
  'chapter',
  'division',
  'part',
  'article',
  'decimal',
]);

class Parts {
  private readonly looks: readonly Look[];
  private readonly pieces: Piece[];
  private readonly told: readonly (RoleHint['role'] | undefined)[];
  private readonly findings: Finding[];
  /** For each line the first one from it on with a number of an outer level, and of any level. */
  private readonly nextOuter: readonly number[];

  constructor(lines: readonly JoinedLine[], hints: readonly RoleHint[]) {
    const first = new Map<number, number>();
    for (const [index, { lines: own }] of lines.entries())
      if (!first.has(own[0])) first.set(own[0], index);
    const told: (RoleHint['role'] | undefined)[] = [];
    const lost: Finding[] = [];
    for (const [i, { line, role }] of hints.entries()) {
      const index = first.get(line);
      if (index === undefined) lost.push(noSuchLine(line, i));
      else told[index] = role;
    }
    this.told = told;
    this.findings = lost;
    const quoted = quotedLines(lines.map(({ text }) => text));
    this.looks = lines.map(({ text }, i) => {
      const isText = told[i] !== undefined && told[i] !== 'clause';
      const candidate = isText || quoted.has(i) ? null : readCandidate(text);
      const look = lookAt(text, candidate, quoted.has(i));
      const row = told[i] === undefined ? look.row : told[i] === 'row';
      return row ? { ...look, row, candidate: null } : { ...look, row };
    });
    this.pieces = lines.map((line, i) => ({
      ...line,
      role: 'body',
      marker: null,
      quoted: quoted.has(i),
      opens: null,
    }));
    this.nextOuter = this.findNextOuter();
  }

  assign(): { pieces: Piece[]; findings: Finding[] } {
    const regions = this.findRegions();
    for (const region of regions) {
      const piece = this.pieces[region.from];
      if (piece && (region.from > 0 || region.opens === 'annex')) piece.opens = region.opens;
      this.markNumbers(region);
      this.markFront(region);
      this.markLists(region);
    }
    this.followTold();
    return { pieces: this.pieces, findings: this.findings };
  }

  private is(index: number, test: (look: Look) => boolean): boolean {
    const look = this.looks[index];
    return look !== undefined && this.told[index] === undefined && test(look);
  }

  private findNextOuter(): number[] {
    const found: number[] = [];
    let next = this.looks.length;
    for (let i = this.looks.length - 1; i >= 0; i--) {
      const candidate = this.looks[i]?.candidate;
      if (candidate && !candidate.speaks && OUTER.has(candidate.level)) next = i;
      found[i] = next;
    }
    return found;
  }

  /** Where documents and annexes begin; contents and tails are marked on the way. */
  private findRegions(): Region[] {
    const regions: Region[] = [];
    // 附件1 alone above a title says what the document was sent with; 附件1 甲 is one of several in a file.
    const isAnnex = this.isAnnex(0) && this.hasOwnTitle(0);
    let region: Region = {
      from: 0,
      to: this.looks.length,
      opens: isAnnex ? 'annex' : 'document',
    };
    const begin = (from: number, opens: Region['opens']) => {
      region.to = from;
      regions.push(region);
      region = { from, to: this.looks.length, opens };
    };
    let inFront = !isAnnex;
    let tailed = false;
    const seen = new Set<Level>();
    for (let i = 0; i < this.looks.length; i++) {
      const { candidate, bare } = this.looks[i] as Look;
      const contents = this.contentsAt(i);
      if (contents > i) {
        i = contents - 1;
        continue;
      }
      const listed = this.annexListAt(i);
      if (listed > i) {
        i = listed - 1;
        continue;
      }
      if (i > region.from && this.isAnnex(i)) {
        begin(i, 'annex');
        inFront = false;
        tailed = false;
        seen.clear();
        continue;
      }
      const opens = i > region.from && (!inFront || tailed) ? this.titleAt(i, seen, tailed) : 0;
      if (opens > i || (i > region.from && this.told[i] === 'title' && !inFront)) {
        begin(i, 'document');
        inFront = true;
        tailed = false;
        seen.clear();
        i = Math.max(i, opens - 1);
        continue;
      }
      const tail = inFront ? i : this.tailAt(i, region.opens);
      if (tail > i) {
        tailed = true;
        i = tail - 1;
        continue;
      }
      if (candidate && !candidate.speaks) {
        seen.add(candidate.level);
        inFront = false;
      } else if (bare.length > 40 || bare.includes('。')) inFront = false;
    }
    regions.push(region);
    return regions;
  }

  /** The end of a table of contents that begins at a line: what it names first comes once more, in the text. */
  private contentsAt(at: number): number {
    if (!this.is(at, isContents)) return at;
    const first = this.looks[at + 1];
    if (!first) return at;
    const entry = contentsEntry(first);
    for (let i = at + 2; i < Math.min(this.looks.length, at + CONTENTS_LINES); i++) {
      const look = this.looks[i] as Look;
      if (look.bare !== entry && !(entry.length > 3 && look.bare === foldLine(entry))) continue;
      this.mark(at, i, 'contents');
      return i;
    }
    return at;
  }

  /** 附件说明: 附件：1.甲 · 2.乙, before the signature; the end of it, or where it begins if there is none. */
  private annexListAt(at: number): number {
    const look = this.looks[at];
    const isHead =
      look &&
      /^附(?:件|表|图)(?::|\d{0,2}[.:、]|[一二三四五六七八九十]{1,2}[.:、])/u.test(look.bare);
    if (!isHead || this.told[at] !== undefined) return at;
    let end = at + 1;
    while (end < this.looks.length && end - at < ANNEX_LIST_LINES && this.isListed(end)) end++;
    const isBare = /^附(?:件|表|图):?$/u.test(look.bare);
    if (isBare && end === at + 1) return at;
    // Names that follow each other with nothing between them are a list, not annexes.
    const isNamed = !isBare && /^附(?:件|表|图):/u.test(look.bare);
    const isLast = end === this.looks.length || this.is(end, isRemark) || this.isImprintAt(end);
    const isList = this.signatureAt(end) > end || (isNamed && (isLast || this.isAnnexMark(end)));
    if (!isList) return at;
    this.mark(at, end, 'annexes');
    return end;
  }

  private isListed(index: number): boolean {
    const look = this.looks[index];
    if (!look || this.told[index] !== undefined || look.row) return false;
    const { candidate, bare } = look;
    if (candidate?.level === 'annex') return /^附件?\d{0,2}[:.]./u.test(bare);
    if (candidate?.level === 'point') return !bare.endsWith('。') && bare.length < 80;
    // A name that goes on in the next line; a signature is followed by a date.
    return isTitleLine(look) && !isOrgan(look) && this.signatureAt(index) === index;
  }

  /** A line that begins an annex, be it a list of them or one. */
  private isAnnexMark(index: number): boolean {
    const look = this.looks[index];
    return (
      look?.candidate?.level === 'annex' && look.candidate.sure && this.told[index] === undefined
    );
  }

  /** Whether the line of an annex's number holds its title, too. */
  private hasOwnTitle(index: number): boolean {
    const look = this.looks[index];
    return /\p{L}/u.test(look?.text.slice(look.candidate?.printed.length ?? 0) ?? '');
  }

  private isAnnex(index: number): boolean {
    const look = this.looks[index];
    if (this.told[index] === 'clause') return look?.candidate?.level === 'annex';
    if (!look || !this.isAnnexMark(index)) return false;
    const rest = look.text.slice(look.candidate?.printed.length ?? 0);
    return rest.length <= 60 && !/[。；]/u.test(rest);
  }

  /** The end of a title in the middle of a file that begins another document, or where it begins if none does. */
  private titleAt(at: number, seen: ReadonlySet<Level>, tailed: boolean): number {
    let end = at;
    while (end - at < TITLE_LINES && this.is(end, isTitleLine)) end++;
    if (end === at) return at;
    const title = this.looks
      .slice(at, end)
      .map(({ bare }) => bare)
      .join('');
    if (tailed) return namesDocument(title) || this.beginsAnew(end, null) ? end : at;
    const before = this.looks[at - 1];
    const ended = before && (hasEnded(before.text) || before.row);
    return ended && namesDocument(title) && this.beginsAnew(end, seen) ? end : at;
  }

  /** Whether the first number after a title is a first one, on a level on which the text before has numbers. */
  private beginsAnew(from: number, seen: ReadonlySet<Level> | null): boolean {
    const next = this.nextOuter[from] ?? this.looks.length;
    const candidate = this.looks[next]?.candidate;
    if (!candidate || next - from > OPENING_LINES) return false;
    return candidate.number === 1 && (seen === null || seen.has(candidate.level));
  }

  /** The end of signature, date and what stands below them, or where they would begin if there are none. */
  private tailAt(at: number, region: Region['opens']): number {
    const signed = this.signatureAt(at);
    const dated = signed > at;
    if (!dated && !this.isImprintAt(at)) return at;
    let end = dated ? signed : at;
    while (
      end < this.looks.length &&
      (this.is(end, isRemark) || this.isImprintAt(end) || this.is(end, isDateLine))
    )
      end++;
    // 乙局办公室 · 2018年10月9日印发 below a signature that stands.
    const further = this.signatureAt(end);
    if (further > end) end = further;
    while (end < this.looks.length && (this.is(end, isRemark) || this.isImprintAt(end))) end++;
    const ends =
      end >= this.looks.length || this.isAnnexMark(end) || this.titleAt(end, new Set(), true) > end;
    if (!ends) return at;
    const date = this.looks.slice(at, signed).findLastIndex((look) => isDateLine(look));
    for (let i = at; i < end; i++) {
      const isSigning = i < signed && date >= 0 && region === 'document';
      if (this.is(i, isRemark) && i >= signed) this.set(i, 'remark');
      else if (isSigning) this.set(i, i - at === date ? 'date' : 'signature');
      else this.set(i, 'imprint');
    }
    return end;
  }

  /** The end of who signs, and of the day below, or where they would begin if there are none. */
  private signatureAt(at: number): number {
    let end = at;
    while (end - at < SIGNATURE_LINES && this.is(end, isSigned) && !this.isImprintAt(end)) end++;
    const dated = this.is(end, isDateLine);
    if (!dated && !(end > at && this.isImprintAt(end))) return at;
    if (end > at) {
      // Titles and headings are short lines, too: one of those that sign is an office or a person with a title.
      const signs = this.looks.slice(at, end);
      const any = signs.some((look) => isOrgan(look) || /[长任理席记员令]/u.test(look.bare));
      if (!any) return at;
    }
    return dated ? end + 1 : end;
  }

  private isImprintAt(index: number): boolean {
    return this.is(index, isImprint);
  }

  /** Which lines of a region begin with a number of the document. */
  private markNumbers({ from, to, opens }: Region): void {
    const lines = this.looks.slice(from, to).map(({ candidate }, i) => {
      const told = this.told[from + i];
      const isTaken = this.pieces[from + i]?.role !== 'body';
      const annex = candidate?.level === 'annex' && (i > 0 || opens !== 'annex');
      return {
        candidate: isTaken || annex ? null : candidate,
        told: told === 'clause' ? true : null,
      };
    });
    const { taken, doubts } = chooseNumbers(lines);
    for (const i of taken) this.take(from + i);
    if (opens === 'annex') this.take(from);
    for (const [i, doubt] of doubts) {
      const piece = this.pieces[from + i];
      if (piece) this.findings.push(doubtfulNumber(piece, doubt));
    }
  }

  private take(index: number): void {
    const [piece, candidate] = [this.pieces[index], this.looks[index]?.candidate];
    if (!piece || !candidate) return;
    const { level, number, zhi, path, printed } = candidate;
    piece.marker = { level, number, zhi, printed, ...(path ? { path } : {}) };
  }

  /** Everything before a region's first number: letterhead, number, title, notes, addressee, opening text. */
  private markFront({ from, to, opens }: Region): void {
    const start = opens === 'annex' ? from + 1 : from;
    let end = start;
    while (end < to && this.pieces[end]?.marker === null && !this.looks[end]?.row) end++;
    const numbered = end < to && this.pieces[end]?.marker !== null;
    const number = this.indexIn(start, end, isNumber);
    let begun = false;
    let titled = opens === 'annex' ? 0 : -1;
    for (let i = start; i < end; i++) {
      if (this.pieces[i]?.role !== 'body') continue;
      const look = this.looks[i] as Look;
      if (i === from && look.candidate?.level === 'annex') this.set(i, 'letterhead');
      else if (!begun && opensPassing(look)) i = this.markPassing(i, end);
      else if (begun) this.set(i, opens === 'annex' ? 'body' : 'preamble');
      else if (i === number && opens === 'document') this.set(i, 'number');
      else if ((isPassing(look) || isLabelled(look)) && (titled >= 0 || i > number))
        this.set(i, 'note');
      else if (opens === 'document' && isAddressee(look) && i < end - 1) this.set(i, 'addressee');
      else if (
        !isOpening(look) &&
        (isTitleLine(look) || (titled >= 0 && isStage(look)) || (isTitleLike(look) && titled < 0))
      ) {
        if (opens === 'annex' && titled >= TITLE_LINES) begun = true;
        else {
          titled++;
          this.set(i, i < number && this.titleAfter(number, end) ? 'letterhead' : 'title');
          continue;
        }
        this.set(i, 'body');
      } else {
        begun = true;
        this.set(i, opens === 'annex' ? 'body' : 'preamble');
      }
    }
    if (!numbered && opens === 'document') this.markText(start, to);
  }

  /** A 题注 over several lines; the last of them, or the one it seems to begin with where it never ends. */
  private markPassing(at: number, to: number): number {
    let end = at;
    while (end < to - 1 && end - at < TITLE_LINES && !this.looks[end]?.bare.endsWith(')')) end++;
    if (!this.looks[end]?.bare.endsWith(')')) end = at;
    this.mark(at, end + 1, 'note');
    return end;
  }

  /** A document without a number: its text is no opening of anything. */
  private markText(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const piece = this.pieces[i];
      if (piece && piece.marker === null && (piece.role === 'preamble' || piece.role === 'body'))
        piece.role = 'text';
    }
  }

  private titleAfter(number: number, end: number): boolean {
    for (let i = number + 1; i < end; i++) {
      const look = this.looks[i] as Look;
      if (this.pieces[i]?.role !== 'body') continue;
      if (isTitleLine(look)) return true;
      if (!isPassing(look)) return false;
    }
    return false;
  }

  private indexIn(from: number, to: number, test: (look: Look) => boolean): number {
    for (let i = from; i < to; i++)
      if (this.is(i, test) && this.pieces[i]?.role === 'body') return i;
    return -1;
  }

  /** Lists and tables with a title of their own below the text: 成员名单, 税率表一. */
  private markLists({ from, to }: Region): void {
    const last = this.pieces.slice(from, to).findLastIndex(({ marker }) => marker) + from;
    if (last < from) return;
    for (let i = last + 1; i < to; i++) {
      let end = i;
      while (end < to && end - i < TITLE_LINES && this.isFreeTitle(end)) end++;
      const title = this.looks
        .slice(i, end)
        .map(({ bare }) => bare)
        .join('');
      const before = this.looks[i - 1];
      const isTable = this.looks[end]?.row && namesTable(title);
      if (end === i || end === to || !(isTable || namesList(title))) continue;
      if (!before || !(before.row || hasEnded(before.text))) continue;
      const piece = this.pieces[i];
      if (piece) piece.opens = 'list';
      this.mark(i, end, 'title');
      i = end;
    }
  }

  private isFreeTitle(index: number): boolean {
    const piece = this.pieces[index];
    return piece?.role === 'body' && !piece.marker && this.is(index, isTitleLine);
  }

  private mark(from: number, to: number, role: Role): void {
    for (let i = from; i < to; i++) this.set(i, role);
  }

  private set(index: number, role: Role): void {
    const piece = this.pieces[index];
    if (piece && this.told[index] === undefined) piece.role = this.looks[index]?.row ? 'row' : role;
  }

  private followTold(): void {
    for (const [index, piece] of this.pieces.entries()) {
      const role = this.told[index];
      if (role === undefined) {
        if (piece.role === 'body' && this.looks[index]?.row) piece.role = 'row';
        continue;
      }
      piece.role = role === 'clause' ? 'body' : role;
      if (role !== 'clause') piece.marker = null;
    }
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
