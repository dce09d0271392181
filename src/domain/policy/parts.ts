import type { Finding } from '../problem.ts';
import type { Role } from './clause.ts';
import { doubtfulNumber, noNumberThere, noSuchLine } from './findings.ts';
import { Front } from './front.ts';
import {
  contentsEntry,
  hasEnded,
  isContents,
  isDateLine,
  isFullTitle,
  isImprint,
  isNumber,
  isOrgan,
  isPassing,
  isPerson,
  isRemark,
  isSigned,
  isTitleLine,
  type Look,
  lookAt,
  namesDocument,
  namesList,
  namesTable,
  opensPassing,
} from './layout.ts';
import type { JoinedLine } from './lines.ts';
import { type Candidate, type Level, type Marker, readCandidates } from './marker.ts';
import { quotedLines } from './quoted.ts';
import { rowsIn } from './rows.ts';
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
  /** Whether an editor has said what it is. */
  told: boolean;
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
    const read = lines.map(({ text }, i) => {
      const isText = told[i] !== undefined && told[i] !== 'clause';
      return { text, candidates: isText || quoted.has(i) ? [] : readCandidates(text) };
    });
    for (const [i, { line, role }] of hints.entries()) {
      const index = first.get(line);
      if (role === 'clause' && index !== undefined && read[index]?.candidates.length === 0)
        lost.push(noNumberThere(line, i));
    }
    const rows = rowsIn(read);
    this.looks = read.map(({ text, candidates }, i) => {
      const row = told[i] === undefined ? rows.has(i) : told[i] === 'row';
      return lookAt(text, row ? [] : candidates, row, quoted.has(i));
    });
    this.pieces = lines.map((line, i) => ({
      ...line,
      role: 'body',
      marker: null,
      quoted: quoted.has(i),
      told: told[i] !== undefined,
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
    const first = this.looks[at + 1];
    if (!first || !this.is(at, isContents)) return at;
    const entry = contentsEntry(first);
    const last = Math.min(this.looks.length, at + CONTENTS_LINES);
    for (let i = at + 2; i < last; i++) {
      const look = this.looks[i] as Look;
      if (look.bare !== entry && contentsEntry(look) !== entry) continue;
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
    while (end - at < TITLE_LINES && this.isTitled(end, tailed)) end++;
    if (end === at) return at;
    const title = this.looks
      .slice(at, end)
      .map(({ bare }) => bare)
      .join('');
    if (tailed) return namesDocument(title) || this.beginsAnew(end, null) ? end : at;
    const before = this.looks[at - 1];
    if (!before || !(hasEnded(before.text) || before.row)) return at;
    // Where nothing is numbered yet, only what must be a document's title begins one.
    const isNew =
      seen.size === 0
        ? isFullTitle(title) && this.beginsAnew(end, null)
        : this.beginsAnew(end, seen);
    return isNew && namesDocument(title) ? end : at;
  }

  /** A line of a title; below a signature the next document's number may come first. */
  private isTitled(index: number, tailed: boolean): boolean {
    return this.is(index, isTitleLine) || (tailed && this.is(index, isNumber));
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
    let end = this.belowSignature(dated ? signed : at);
    // 乙局办公室 · 2018年10月9日印发 below a signature that stands.
    end = this.belowSignature(this.signatureAt(end));
    const date = this.looks.slice(at, signed).findLastIndex((look) => isDateLine(look));
    // An office and a day below it are enough; an imprint or a day alone only where nothing but a document may follow.
    const isSure = date >= 0 && this.looks.slice(at, signed).some(isOrgan);
    const ends =
      end >= this.looks.length || this.isAnnexMark(end) || this.titleAt(end, new Set(), true) > end;
    if (!isSure && !ends) return at;
    for (let i = at; i < end; i++) {
      const isSigning = i < signed && date >= 0 && region === 'document';
      if (this.is(i, isRemark) && i >= signed) this.set(i, 'remark');
      else if (isSigning) this.set(i, i - at === date ? 'date' : 'signature');
      else this.set(i, 'imprint');
    }
    return end;
  }

  private belowSignature(from: number): number {
    let end = from;
    while (this.is(end, isRemark) || this.isImprintAt(end) || this.is(end, isDateLine)) end++;
    return end;
  }

  /** The end of who signs, and of the day below, or where they would begin if there are none. */
  private signatureAt(at: number): number {
    let end = at;
    while (end - at < SIGNATURE_LINES && this.is(end, isSigned) && !this.isImprintAt(end)) end++;
    const dated = this.is(end, isDateLine);
    if (!dated && !(end > at && this.isImprintAt(end))) return at;
    // Titles and headings are short lines, too: one of those that sign is an office or a person of one.
    const signs = this.looks.slice(at, end);
    if (end > at && !signs.some((look) => isOrgan(look) || isPerson(look))) return at;
    return dated ? end + 1 : end;
  }

  private isImprintAt(index: number): boolean {
    return this.is(index, isImprint);
  }

  /** Which lines of a region begin with a number of the document. */
  private markNumbers({ from, to, opens }: Region): void {
    const lines = this.looks.slice(from, to).map(({ candidates }, i) => {
      const isTaken = this.pieces[from + i]?.role !== 'body';
      const own = candidates.filter(
        ({ level }) => level !== 'annex' && (i > 0 || opens !== 'annex'),
      );
      const told = this.told[from + i] === 'clause' ? true : null;
      return { candidates: isTaken ? [] : own, told };
    });
    const { taken, doubts } = chooseNumbers(lines);
    for (const [i, candidate] of taken) this.take(from + i, candidate);
    const annex = this.looks[from]?.candidate;
    if (opens === 'annex' && annex) this.take(from, annex);
    for (const [i, doubt] of doubts) {
      const piece = this.pieces[from + i];
      if (piece) this.findings.push(doubtfulNumber(piece, doubt));
    }
  }

  private take(index: number, candidate: Candidate): void {
    const piece = this.pieces[index];
    const { level, number, zhi, path, printed } = candidate;
    if (piece) piece.marker = { level, number, zhi, printed, ...(path ? { path } : {}) };
  }

  /** Everything before a region's first number: letterhead, number, title, notes, addressee, opening text. */
  private markFront({ from, to, opens }: Region): void {
    const isAnnex = opens === 'annex';
    let end = from + Number(isAnnex);
    while (end < to && this.pieces[end]?.marker === null) end++;
    const front = new Front(isAnnex, this.indexIn(from, end, isNumber));
    for (let i = from + Number(isAnnex); i < end; i++) {
      const look = this.looks[i] as Look;
      if (this.pieces[i]?.role !== 'body') continue;
      const more = () => this.titleAfter(front.number, end);
      const role =
        i === from && look.candidate?.level === 'annex'
          ? 'letterhead'
          : front.roleOf(look, i, this.looks.slice(i + 1, Math.min(end, i + 2))[0], more);
      this.set(i, role);
      if (role === 'note' && opensPassing(look)) i = this.markPassing(i, end);
    }
    if (end === to && !isAnnex) this.markText(from, to);
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
      const role = this.pieces[i]?.role;
      if (role === 'preamble' || role === 'body') this.set(i, 'text');
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
    if (!piece || this.told[index] !== undefined) return;
    piece.role = this.looks[index]?.row && CELLS_IN.has(role) ? 'row' : role;
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

/** Roles in which a line with tabs is a row. */
const CELLS_IN: ReadonlySet<Role> = new Set(['body', 'text', 'preamble', 'title', 'closing']);
