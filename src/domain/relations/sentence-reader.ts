import type { Clause, Paragraph } from '../policy/clause.ts';
import { closeOf, readBehind } from './behind-title.ts';
import type { CitationForm, CitationInText, CitedTarget } from './citation-in-text.ts';
import { type FoldedText, foldForReading } from './folded-text.ts';
import { clausesOf, formatLink, joinRanges, type Link } from './links.ts';
import { foldTitle, isDocumentTitle, mayBegin, mayEnd, NUMBER_TAIL, nameBefore } from './names.ts';
import { OwnPlaces } from './own-places.ts';
import { isRepealed } from './set-phrases.ts';
import { statutesIn } from './statute-names.ts';
import type { Meant, TextContext } from './text-context.ts';
import { readPlaces } from './written-places.ts';

type Found = Omit<CitationInText, 'clause' | 'n'>;

/** Where a sentence stands. */
export interface Around {
  clause: Clause;
  paragraph: Paragraph;
  /** How many quotations are open before it. */
  depth: number;
}

const STATE = '中华人民共和国';
const LONGEST_AGENCY = 16;
const NUMBERS = new RegExp(NUMBER_TAIL, 'gu');
const MADE_KNOWN = /^(?:公布|发布|第.次修[订正]|修[订正]|施行)/u;
/** What an abbreviation may be that is also said of anything else. */
const GENERIC =
  /^(?:暂行|实施|管理)?(?:条例|办法|规定|细则|决定|通知|意见|方案|规划|解释|章程|法|纲要|标准|规则|计划|目录)$/u;
/** After these it is the document that is said so. */
const SAYS_BY = /(?:依照|按照|根据|依据|违反|执行|符合|适用)$/u;
/** 按照规定, 实施方案 are said of anything. */
const CLEAR = /^(?:条例|细则)$/u;

/** Reads one sentence. */
export class SentenceReader {
  depth: number;
  private readonly folded: FoldedText;
  private readonly text: string;
  private readonly found: Found[] = [];
  /** Where numbers, and the names of statutes not held, begin; and where they end. */
  private readonly numbers = new Map<number, number>();
  private readonly statutes = new Map<number, number>();
  /** Whether another document has been named: places after that may be its own. */
  private foreign = false;
  private readonly issued: string;
  private readonly around: Around;
  private readonly context: TextContext;
  private readonly ownPlaces: OwnPlaces;

  constructor(issued: string, around: Around, context: TextContext) {
    this.issued = issued;
    this.around = around;
    this.context = context;
    this.depth = around.depth;
    this.folded = foldForReading(issued);
    this.text = this.folded.text;
    this.ownPlaces = new OwnPlaces(around.clause.id, context);
    for (const { index, 0: tail } of this.text.matchAll(NUMBERS)) {
      const end = index + tail.length;
      const from = nameBefore(this.text, index, LONGEST_AGENCY);
      // 某令第7号公布 is said of the text itself.
      if (mayBegin(this.text, from, true) && !MADE_KNOWN.test(this.text.slice(end, end + 8)))
        this.numbers.set(from, end);
    }
    for (const { from, to } of statutesIn(this.text, context.cited)) this.statutes.set(from, to);
  }

  read(): Found[] {
    for (let at = 0; at < this.text.length; ) at = this.readAt(at) ?? at + 1;
    return this.found;
  }

  /** Reads what begins at a place, and returns where it ends; `null` where nothing does. */
  private readAt(at: number): number | null {
    const sign = this.text.charAt(at);
    if (sign === '“') this.depth++;
    if (sign === '”') this.depth = Math.max(0, this.depth - 1);
    if (sign === '《') return this.readTitle(at);
    if (sign === '本' || sign === '前' || sign === '第' || sign === '(') {
      const end = this.readOwn(at, sign);
      if (end !== null) return end;
    }
    return this.readNumber(at) ?? this.readName(at) ?? this.readStatute(at);
  }

  private readTitle(at: number): number | null {
    const close = closeOf(this.text, at);
    if (close === null) return null;
    const title = this.text.slice(at + 1, close);
    const behind = readBehind(this.text, close + 1);
    const short = this.context.shortNames.get(title);
    const repealed = isRepealed(this.text, at, behind.end) || this.text.charAt(at - 1) === '原';
    const meant =
      short ??
      this.context.titled(
        this.titleAsIssued(at + 1, close),
        behind.number,
        this.text.slice(0, at),
        repealed,
      );
    if (behind.short) this.callShort(behind.short, meant);
    if (meant !== short && meant.is === 'stub' && !behind.number && !isClear(title)) {
      this.foreign = true;
      return close + 1;
    }
    this.cite(meant, at, behind.linkEnd, short ? 'short-name' : 'title', behind.end);
    return this.endOfLast(behind.end);
  }

  private titleAsIssued(from: number, to: number): string {
    const { starts, ends } = this.folded;
    return this.issued.slice(starts[from] ?? 0, ends[to - 1] ?? 0).replace(/\s+/gu, '');
  }

  /** 以下简称《条例》 is said of the title before it. */
  private callShort(short: string, meant: Meant): void {
    for (const name of short.split(/或者?/u)) this.context.shortNames.set(name, meant);
  }

  /** 本办法第五条, 前款, and 第五条 alone. */
  private readOwn(at: number, sign: string): number | null {
    const own = this.ownPlaces.at(this.text, at, sign, {
      quoted: this.depth > 0,
      foreign: this.foreign,
      row: this.around.paragraph.role === 'row',
    });
    if (!own) return null;
    for (const { from, to, target, form } of own.found) this.emit(from, to, target, form);
    return own.end;
  }

  private readNumber(at: number): number | null {
    const end = this.numbers.get(at);
    if (end === undefined) return null;
    const meant = this.context.numbered(this.text.slice(at, end));
    this.cite(meant, at, end, 'number', end);
    return this.endOfLast(end);
  }

  /** A held title, or a name that was given for short, without brackets. */
  private readName(at: number): number | null {
    if (!mayBegin(this.text, at, true)) return null;
    const from = this.text.startsWith(STATE, at) ? at + STATE.length : at;
    const short = this.shortAt(at);
    const name = short ?? this.context.held.nameAt(this.text, from);
    if (name === null) return null;
    const end = (short === null ? from : at) + name.length;
    if (!mayEnd(this.text, end)) return null;
    const meant = short === null ? this.context.nameless(name) : this.context.shortNames.get(name);
    if (!meant) return null;
    const placed = readPlaces(this.text, end).length > 0;
    if (!mayBegin(this.text, at, placed)) return null;
    if (short !== null && GENERIC.test(short) && !placed && !this.isSaidBy(short, at)) return null;
    this.cite(meant, at, end, short === null ? 'bare-title' : 'short-name', end);
    return this.endOfLast(end);
  }

  private isSaidBy(short: string, at: number): boolean {
    return CLEAR.test(short) && SAYS_BY.test(this.text.slice(Math.max(0, at - 2), at));
  }

  private shortAt(at: number): string | null {
    let best: string | null = null;
    for (const name of this.context.shortNames.keys())
      if (this.text.startsWith(name, at) && name.length > (best?.length ?? 0)) best = name;
    return best;
  }

  /** 公司法第十六条 where that is not held. */
  private readStatute(at: number): number | null {
    const end = this.statutes.get(at);
    if (end === undefined || end - at < 2) return null;
    const title = this.text.slice(at, end);
    this.cite({ is: 'stub', title: foldTitle(title), number: null }, at, end, 'bare-title', end);
    return this.endOfLast(end);
  }

  private endOfLast(end: number): number {
    const { ends } = this.folded;
    const last = this.found.at(-1);
    let at = end;
    while (last && at < ends.length && (ends[at] ?? 0) <= last.to) at++;
    return at;
  }

  /** Emits what is named from `from` to `to`, with the places that follow at `next`. */
  private cite(meant: Meant, from: number, to: number, form: CitationForm, next: number): void {
    if (meant.is !== 'own') this.foreign = true;
    const at = this.text.startsWith('的第', next) ? next + 1 : next;
    const links = joinRanges(readPlaces(this.text, at));
    const own = form === 'title' ? 'title-place' : form;
    const first = links[0];
    const joined = first !== undefined && to === next;
    if (!joined) this.emit(from, to, this.whole(meant), form);
    for (const link of links) {
      const start = joined && link === first ? from : link.from;
      const target = this.placed(meant, link);
      if (target) this.emit(start, link.to, target, own);
      else if (start === from) this.emit(from, to, this.whole(meant), form);
    }
  }

  private whole(meant: Meant): CitedTarget | null {
    if (meant.is === 'stub') return { ...meant, place: null };
    if (meant.is === 'own')
      return meant.region === null ? null : { is: 'own', clauses: [meant.region] };
    const named = this.context.edition(meant.named, 'now');
    if (!named) return null;
    const clauses = named.region === null ? [] : [named.region];
    return { is: 'held', document: named.document.id, clauses };
  }

  private placed(meant: Meant, link: Link): CitedTarget | null {
    if (meant.is === 'stub') return { ...meant, place: formatLink(link) };
    if (meant.is === 'own') {
      const clauses = clausesOf(
        link,
        (path) => this.context.own.find(path, meant.region),
        this.context.own,
      );
      return clauses ? { is: 'own', clauses } : null;
    }
    const isOld = this.context.amending && meant.amended;
    const which = isOld ? (this.depth > 0 ? 'new' : 'old') : 'then';
    const named = this.context.edition(meant.named, which);
    if (!named) return null;
    const places = this.context.held.placesOf(named.document);
    const clauses = clausesOf(link, (path) => places.find(path, named.region), places);
    return clauses ? { is: 'held', document: named.document.id, clauses } : null;
  }

  private emit(from: number, to: number, target: CitedTarget | null, form: CitationForm): void {
    const { starts, ends } = this.folded;
    const [start, end] = [starts[from], ends[to - 1]];
    if (!target || start === undefined || end === undefined) return;
    this.found.push({ from: start, to: end, written: this.issued.slice(start, end), form, target });
  }
}

/** Whether a title that nobody bears is that of a document: 《某歌》, 《某申请表》 and 《细则》 are not. */
function isClear(title: string): boolean {
  return isDocumentTitle(title) && !GENERIC.test(title);
}
