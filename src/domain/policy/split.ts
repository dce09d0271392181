import type { Finding } from '../problem.ts';
import type { Clause, ClauseKind, Paragraph, PolicyText, Role } from './clause.ts';
import {
  outOfOrder,
  repeatedNumber,
  restarted,
  strangeSigns,
  unfinished,
  unknownLabels,
  withoutPrinted,
} from './findings.ts';
import { clauseId, uniqueIds } from './ids.ts';
import { isHeadingLine, isHeadingOverText, labelClause } from './label.ts';
import { type Join, joinLines } from './lines.ts';
import { follows, type Marker } from './marker.ts';
import { assignParts } from './parts.ts';
import type { Piece, RoleHint } from './piece.ts';
import { ranksOf } from './ranks.ts';
import { hasEnded, hasStopped, splitSentences } from './sentences.ts';
import { followsPath } from './sequence.ts';

/** A line that stands in the text as it was issued, however odd it looks. */
interface AsPrinted {
  line: number;
  reason: string;
}

/** All that an editor tells the splitter, from `policy.yml`. */
export interface SplitHints {
  joins?: readonly Join[] | undefined;
  roles?: readonly RoleHint[] | undefined;
  printed?: readonly AsPrinted[] | undefined;
  /** Labels of ours for clauses whose text has no heading, by id. */
  labels?: Readonly<Record<string, string>> | undefined;
}

/** The text split into clauses, and what an editor should look at. */
export interface Split extends PolicyText {
  findings: Finding[];
}

/**
 * Splits an issued document into its parts and its numbered clauses.
 *
 * For any text at all it does not throw, loses no character but line breaks and blank lines, gives unique ids
 * and takes time in proportion to the length. What it is unsure of is a finding with a line, for an editor.
 */
export function splitPolicy(source: string, hints: SplitHints = {}): Split {
  const text = new Set(
    hints.roles?.flatMap(({ line, role }) => (role === 'body' ? line : [])) ?? [],
  );
  const { lines, findings } = joinLines(source, hints.joins ?? [], (line) => text.has(line));
  const { pieces, findings: ofParts } = assignParts(lines, hints.roles ?? []);
  const { clauses, findings: ofClauses } = new Builder(pieces).build();
  const labels = hints.labels ?? {};
  for (const clause of clauses) labelClause(clause, labels);
  const doubts = [...findings, ...ofParts, ...ofClauses, ...strangeSigns(lines)];
  const all = [...withoutPrinted(doubts, hints.printed ?? []), ...unknownLabels(clauses, labels)];
  return { clauses, findings: all.sort((a, b) => a.line - b.line) };
}

/** Puts pieces into clauses, one after another. */
class Builder {
  private readonly pieces: readonly Piece[];
  private readonly clauses: Clause[] = [];
  private readonly findings: Finding[] = [];
  private readonly unique = uniqueIds();
  /** The clauses that are open, the outermost first. */
  private open: Clause[] = [];
  /** The document or the annex round all that comes, or `null` in the first document. */
  private region: Clause | null = null;
  private ranks: ReadonlyMap<ClauseKind, number> = new Map();
  private running: ReadonlySet<ClauseKind> = new Set();
  private documents = 1;
  private annexes = 0;
  private lists = 0;
  /** The last number of each list, and how often it has begun anew. */
  private readonly last = new Map<string, { marker: Marker; run: number }>();
  /** Below each clause, whether all numbered so far have one paragraph, and how many there are. */
  private readonly single = new Map<string, { all: boolean; count: number }>();
  /** For each piece the next that has a number. */
  private readonly next: readonly (Marker | null)[];
  /** How many rows of tables each clause has so far. */
  private readonly rows = new Map<string, number>();
  private readonly byId = new Map<string, Clause>();
  /** The first level of lists below each clause. */
  private readonly bare = new Map<string, Marker['level']>();
  /** The last of 1.2.3, or of a number in which 1.1 may stand. */
  private path: readonly number[] = [];

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    const next: (Marker | null)[] = [];
    let marker: Marker | null = null;
    for (let i = pieces.length - 1; i >= 0; i--) {
      next[i] = marker;
      if (pieces[i]?.opens) marker = null;
      if (pieces[i]?.marker) marker = pieces[i]?.marker ?? null;
    }
    this.next = next;
  }

  build(): { clauses: Clause[]; findings: Finding[] } {
    this.beginRegion(0);
    for (const [index, piece] of this.pieces.entries()) {
      const next = this.pieces[index + 1];
      const clause = this.inOrder(this.clauseFor(piece, index), piece.lines[0]);
      const paragraph = toParagraph(piece, clause, next);
      clause.paragraphs.push(paragraph);
      if (piece.role === 'row') paragraph.row = this.nextRow(clause);
      if (isUnfinished(piece, next)) this.findings.push(unfinished(piece));
    }
    return { clauses: this.clauses, findings: this.findings };
  }

  /** A paragraph stands in the last clause, or what is read would not be what was written. */
  private inOrder(clause: Clause, line: number): Clause {
    return clause === this.clauses.at(-1) ? clause : this.loose('closing', line);
  }

  private nextRow({ id }: Clause): number {
    const row = (this.rows.get(id) ?? 0) + 1;
    this.rows.set(id, row);
    return row;
  }

  /** The clause that a piece belongs to, opened where it begins one. */
  private clauseFor(piece: Piece, index: number): Clause {
    const [line] = piece.lines;
    if (piece.opens) return this.opened(piece, index, line);
    if (piece.marker) return this.numbered(piece.marker, index);
    const kind = LOOSE[piece.role];
    if (kind === 'head' && this.open.at(-1)?.kind === 'list') return this.open.at(-1) as Clause;
    if (kind === 'head' && this.region && this.region === this.clauses.at(-1)) return this.region;
    if (kind) return this.loose(kind, line);
    if (piece.role === 'row' || piece.quoted)
      return this.open.at(-1) ?? this.region ?? this.withoutNumber(line);
    return this.bodyOwner(piece, index);
  }

  /** Another document, an annex, or a list. */
  private opened({ opens, marker }: Piece, index: number, line: number): Clause {
    if (opens === 'list') {
      this.open = this.region ? [this.region] : [];
      this.lists++;
      const clause = this.begin(within(this.region, `l${this.lists}`), 'list', null, line);
      this.open.push(clause);
      return clause;
    }
    this.open = [];
    this.lists = 0;
    let clause: Clause;
    if (opens === 'annex') {
      this.annexes++;
      const own = annexId(marker, this.annexes);
      const id = this.byId.has(own) && this.documents > 1 ? `d${this.documents}-${own}` : own;
      clause = this.begin(id, 'annex', marker, line);
    } else {
      this.documents++;
      clause = this.begin(`d${this.documents}`, 'document', null, line);
    }
    this.open = [clause];
    this.region = clause;
    this.beginRegion(index);
    return clause;
  }

  /** How levels stand in each other in the region that begins at a piece. */
  private beginRegion(from: number): void {
    const markers: Marker[] = [];
    for (let i = from; i < this.pieces.length; i++) {
      const { opens, marker } = this.pieces[i] as Piece;
      if (i > from && (opens === 'document' || opens === 'annex')) break;
      if (marker) markers.push(marker);
    }
    const { ranks, running } = ranksOf(markers);
    this.ranks = ranks;
    this.running = running;
    this.path = [];
  }

  /** Letterhead, opening text, closing text, imprint: what stands there once in a region. */
  private loose(kind: LooseKind, line: number): Clause {
    const last = this.clauses.at(-1);
    const parent = kind === 'notes' ? null : this.region;
    const open = parent ? [parent] : [];
    // A note at the foot of a page does not end the article above it.
    const after = kind === 'notes' ? this.open : open;
    this.open = open;
    const known = last?.kind === kind && last.parent === (parent?.id ?? null) ? last : null;
    const clause =
      known ?? this.begin(this.freeId(within(parent, KIND_ID[kind])), kind, null, line);
    this.open = after;
    return clause;
  }

  /** `end`, `end2`, `end3` for stretches without a number. */
  private freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.byId.has(id); n++) id = `${wanted}${n}`;
    return id;
  }

  private numbered(marker: Marker, index: number): Clause {
    const line = this.pieces[index]?.lines[0] ?? 1;
    this.close(marker);
    const parent = this.open.at(-1);
    const list = this.listOf(marker, parent);
    const run = this.checkOrder(marker, index, list);
    const around = marker.path ? this.open.findLast(({ kind }) => kind !== 'decimal') : parent;
    const region = this.region?.id ?? null;
    const inRun = (id: string | null) => (run > 1 ? within({ id }, `r${run}`) : id);
    const context = {
      parent: inRun(around?.id ?? null),
      region: inRun(region),
      parentLevel: run > 1 ? null : (around?.marker?.level ?? null),
      parentNumber: around?.marker?.number ?? 0,
      bare: this.bareIn(inRun(around?.id ?? null) ?? '', marker.level),
      running: this.running.has(marker.level),
    };
    const clause = this.begin(clauseId(marker, context), marker.level, marker, line);
    this.open.push(clause);
    return clause;
  }

  /** Of the levels of lists right below a clause the first goes without its letter: p9-1, then p9-x1. */
  private bareIn(parent: string, level: Marker['level']): boolean {
    const first = this.bare.get(parent) ?? level;
    this.bare.set(parent, first);
    return first === level;
  }

  /** Closes what a number does not stand in. */
  private close(marker: Marker): void {
    const { level, path } = marker;
    // The number after one that is open goes on with its list, whatever stands in that.
    const before = this.open.findLastIndex(
      (c) => c.kind === level && c.marker && follows(c.marker, marker),
    );
    if (before >= 0 && !path) {
      this.open.length = before;
      return;
    }
    const first = this.open.findIndex(({ kind }) => kind === 'decimal');
    if (path && first >= 0) {
      const around = this.open.findLastIndex(({ marker: outer }) => isWithin(path, outer?.path));
      this.open.length = around < 0 ? first : around + 1;
      return;
    }
    // 1.1 stands in 1. and in 第1章.
    const holder = path ? this.open.findLastIndex((c) => holds(c, path)) : -1;
    if (holder >= 0) {
      this.open.length = holder + 1;
      return;
    }
    const rank = this.rank(level);
    while (this.open.length && this.rank(this.open.at(-1)?.kind ?? 'annex') >= rank)
      this.open.pop();
  }

  private rank(kind: ClauseKind): number {
    return this.ranks.get(kind) ?? -1;
  }

  /** What a number goes on in: all of the region for articles and for what runs on, else what it stands in. */
  private listOf({ level }: Marker, parent: Clause | undefined): string {
    const whole = level === 'article' || level === 'decimal' || this.running.has(level);
    return `${(whole ? this.region?.id : parent?.id) ?? ''}/${level}`;
  }

  /** Tells of a number that does not follow; where a list begins anew, how often it has. */
  private checkOrder(marker: Marker, index: number, list: string): number {
    const { level, number, zhi, path } = marker;
    const piece = this.pieces[index] as Piece;
    const before = this.last.get(list);
    const run = before?.run ?? 1;
    this.last.set(list, { marker, run });
    const pathBefore = this.path;
    if (path) this.path = path;
    else if (HOLDERS.has(level)) this.path = [number];
    if (level === 'paragraph' || level === 'annex') return run;
    const isFirst = number === 1 && zhi === 0;
    const follow = path
      ? followsPath(pathBefore, path) || (isFirst && pathBefore.length === 0)
      : follows(before?.marker ?? null, marker);
    if (follow) return run;
    if (before && (path?.length ?? 1) === 1 && isFirst) {
      this.last.set(list, { marker, run: run + 1 });
      this.findings.push(restarted(piece, marker, this.pieces[index - 1]));
      return run + 1;
    }
    // The same number again is reported as a repetition; a number that an editor vouches for is in order.
    const isSame = number === before?.marker.number && zhi === before.marker.zhi;
    if (!isSame && piece.told === null)
      this.findings.push(outOfOrder(piece, marker, before?.marker ?? null, this.nextAlike(index)));
    return run;
  }

  /** The next number on the level of a piece, where one is near. */
  private nextAlike(index: number): Marker | null {
    const level = this.pieces[index]?.marker?.level;
    const near = this.pieces.slice(index + 1, index + NEAR);
    return near.find(({ marker }) => marker?.level === level)?.marker ?? null;
  }

  private begin(wanted: string, kind: ClauseKind, marker: Marker | null, line: number): Clause {
    const { id, repeated } = this.unique(wanted);
    if (repeated && marker) this.findings.push(repeatedNumber(line, marker));
    const parent = this.open.at(-1) ?? null;
    const clause: Clause = {
      id,
      kind,
      marker,
      paragraphs: [],
      heading: null,
      label: '',
      labelIsOurs: false,
      parent: parent?.id ?? null,
      children: [],
    };
    this.countSingle(parent, marker);
    parent?.children.push(id);
    this.byId.set(id, clause);
    this.clauses.push(clause);
    return clause;
  }

  private countSingle(parent: Clause | null, marker: Marker | null): void {
    if (!marker) return;
    const key = parent?.id ?? '';
    const { all = true, count = 0 } = this.single.get(key) ?? {};
    const last =
      this.byId.get(parent?.children.at(-1) ?? '') ?? (parent ? undefined : this.lastAtTop(count));
    const isSingle = !last || (last.paragraphs.length === 1 && last.children.length === 0);
    this.single.set(key, { all: all && isSingle, count: count + 1 });
  }

  private lastAtTop(count: number): Clause | undefined {
    return count === 0 ? undefined : this.clauses.findLast((c) => c.parent === null);
  }

  /** Where an unnumbered paragraph belongs. */
  private bodyOwner(piece: Piece, index: number): Clause {
    const [line] = piece.lines;
    const innermost = this.open.at(-1);
    if (!innermost) return this.withoutNumber(line);
    const article = this.open.findLast((c) => c.kind === 'article');
    if (isPlainHeading(piece)) return this.loose('closing', line);
    if (article) {
      if (this.goesOn(article, innermost, index)) return innermost;
      return this.numbered(paragraphOf(article), index);
    }
    if (this.closes(piece, index)) return this.loose('closing', line);
    const list = this.listBegunAnew(piece, index);
    return list ? this.leadIn(list, index) : innermost;
  }

  /** The first of the list that is open where a paragraph leads in to another of its kind: 程序： before a new 1. */
  private listBegunAnew({ text }: Piece, index: number): Clause | undefined {
    const next = this.next[index];
    const after = this.pieces[index + 1]?.marker;
    if (!next || next !== after || next.number !== 1 || next.path) return undefined;
    if (hasStopped(text) || text.trim().length > LEAD) return undefined;
    return this.open.find(({ kind }) => kind === next.level);
  }

  /** A paragraph with which a second list begins is one of what both lists stand in. */
  private leadIn(list: Clause, index: number): Clause {
    this.open.length = this.open.indexOf(list);
    while (this.open.at(-1)?.kind === 'paragraph') this.open.pop();
    const parent = this.open.at(-1);
    const marker = paragraphOf(parent ?? { children: this.atTop() });
    const id = clauseId(marker, {
      parent: parent?.id ?? null,
      region: this.region?.id ?? null,
      parentLevel: null,
      parentNumber: 0,
      bare: false,
      running: false,
    });
    const clause = this.begin(id, 'paragraph', marker, this.pieces[index]?.lines[0] ?? 1);
    this.open.push(clause);
    return clause;
  }

  private atTop(): string[] {
    return this.clauses.flatMap(({ id, parent }) => (parent === null ? id : []));
  }

  private withoutNumber(line: number): Clause {
    const last = this.clauses.at(-1);
    if (last && (last.kind === 'preamble' || last.kind === 'closing')) return last;
    return this.clauses.some(({ marker }) => marker)
      ? this.loose('closing', line)
      : this.loose('preamble', line);
  }

  /** Whether a paragraph under an article goes on with what is open; else it is the article's next 款. */
  private goesOn(article: Clause, innermost: Clause, index: number): boolean {
    // 第一条 alone on its line: what follows is still its first 款, the article itself.
    if (article === innermost && article.paragraphs.every((p) => p.sentences.length === 0))
      return true;
    // Between （六） and （七） it is still （六）.
    const next = this.next[index];
    const inside = this.open.slice(this.open.indexOf(article) + 1);
    const list = inside.findLast(({ kind }) => kind === next?.level)?.marker;
    if (next && list && follows(list, next)) return true;
    // After 由下列人员组成： each line that ends with a comma goes on, and so does the one after it.
    // The title of a table, in the 款 that the table belongs to.
    const after = this.pieces[index + 1];
    if (after?.role === 'row' && !hasEnded(this.pieces[index]?.text ?? '')) return true;
    const before = this.pieces[index - 1];
    if (!before || before.role === 'row' || before.quoted) return false;
    return !hasStopped(before.text) && !(innermost !== article && /[；;]\s*$/u.test(before.text));
  }

  /** Whether a paragraph after the last number of a list speaks of all of it: each number before had one paragraph only. */
  private closes({ role }: Piece, index: number): boolean {
    const innermost = this.open.at(-1);
    const before = this.pieces[index - 1];
    if (role !== 'body' || !innermost?.marker || !before || this.next[index]) return false;
    if (this.region?.kind === 'annex' || !hasStopped(before.text)) return false;
    const text = this.pieces[index]?.text.trimStart() ?? '';
    if (
      /^(?:本(?:决定|通知|意见|规定|办法|方案|通告|公告|批复|措施)|以上|上述|特此|专此)/u.test(text)
    )
      return true;
    const { all = false, count = 0 } = this.single.get(this.open.at(-2)?.id ?? '') ?? {};
    return all && count > 2 && innermost.paragraphs.length === 1 && innermost.children.length === 0;
  }
}

type LooseKind = 'head' | 'preamble' | 'text' | 'closing' | 'notes' | 'imprint';
const KIND_ID: Record<LooseKind, string> = {
  head: 'head',
  preamble: 'pre',
  text: 'text',
  closing: 'end',
  notes: 'notes',
  imprint: 'imprint',
};

const LOOSE: Partial<Record<Role, LooseKind>> = {
  letterhead: 'head',
  number: 'head',
  title: 'head',
  note: 'head',
  addressee: 'head',
  contents: 'head',
  preamble: 'preamble',
  text: 'text',
  closing: 'closing',
  annexes: 'imprint',
  signature: 'imprint',
  date: 'imprint',
  remark: 'imprint',
  imprint: 'imprint',
  footnote: 'notes',
};

/** `附件2 → f2`, `附件1-2 → f1zhi2`, `附表3 → fb3`, `附图1 → ft1`; one without a number by its place among all. */
function annexId(marker: Marker | null, nth: number): string {
  const { number = 1, zhi = 0, printed = '' } = marker ?? {};
  const letters = printed.includes('表') ? 'fb' : printed.includes('图') ? 'ft' : 'f';
  const isNumbered = /[\d\p{Nl}一二三四五六七八九十]/u.test(printed.normalize('NFKC'));
  return `${letters}${isNumbered ? number : nth}${zhi ? `zhi${zhi}` : ''}`;
}

function within(clause: { id: string | null } | null, own: string): string {
  return clause?.id ? `${clause.id}-${own}` : own;
}

/** 1.2.3 stands in 1.2 and in 1. */
function isWithin(path: readonly number[], outer: readonly number[] | undefined): boolean {
  return outer !== undefined && outer.length < path.length && outer.every((n, i) => n === path[i]);
}

/** Whether 1.1 may stand in a clause: in 1., in 第1章. */
function holds({ kind, marker }: Clause, path: readonly number[]): boolean {
  return HOLDERS.has(kind) && path.length > 1 && marker?.number === path[0];
}

const HOLDERS: ReadonlySet<ClauseKind> = new Set(['chapter', 'division', 'part', 'point']);

/** The next unnumbered paragraph of an article, or of what holds two lists; the first is the clause's own. */
function paragraphOf({ children }: Pick<Clause, 'children'>): Marker {
  const last = children.findLast((id) => /(?:^|-)k\d+$/u.test(id));
  const number = Number(/k(\d+)$/u.exec(last ?? 'k1')?.[1]) + 1;
  return { level: 'paragraph', number, zhi: 0, printed: '' };
}

/** 附　则, alone on its line, is no paragraph of the article above it. */
function isPlainHeading({ text }: Piece): boolean {
  return /^(?:总则|附则|总纲)$/u.test(text.replace(/\s/gu, ''));
}

/** Longer paragraphs lead in to no list. */
const LEAD = 60;
/** How far a number is looked for. */
const NEAR = 200;

function toParagraph(piece: Piece, clause: Clause, next: Piece | undefined): Paragraph {
  const { role, lines, text } = piece;
  const marker = piece.marker?.printed ?? '';
  const body = text.slice(marker.length);
  const before = clause.paragraphs.at(-1)?.sentences.at(-1)?.n ?? 0;
  const sentences =
    role === 'row' ? [body] : splitSentences(body, { semicolons: SEMICOLONS.has(clause.kind) });
  return {
    role: role === 'body' && isHeading(piece, body, clause, next) ? 'heading' : role,
    lines,
    marker,
    sentences: sentences.map((sentence, i) => ({ n: before + i + 1, text: sentence })),
  };
}

/** Kinds in which a semicolon ends a sentence. */
const SEMICOLONS: ReadonlySet<ClauseKind> = new Set([
  'article',
  'paragraph',
  'item',
  'point',
  'subpoint',
  'paren',
  'circle',
]);

function isHeading(piece: Piece, body: string, clause: Clause, next: Piece | undefined): boolean {
  if (!piece.marker) return false;
  const over = next && !next.quoted && !next.opens && next.role === 'body';
  if (over && next.marker === null && isHeadingOverText(body)) return true;
  return isHeadingLine(body) && (clause.kind !== 'item' || next !== undefined);
}

/** Prose that stops without a stop, and goes on in a paragraph without a number: a page may have cut it. */
function isUnfinished(piece: Piece, next: Piece | undefined): boolean {
  const { role, text, quoted } = piece;
  if (!next || quoted || next.quoted || next.opens || next.marker || next.role !== role)
    return false;
  if (role !== 'body' && role !== 'preamble' && role !== 'text') return false;
  const body = piece.marker ? text.slice(piece.marker.printed.length) : text.trim();
  if (hasEnded(text) || (piece.marker && isHeadingOverText(body))) return false;
  // Lines that all end without a stop are a list; 联系人：某某，电话… is no prose.
  if (!hasEnded(next.text)) return false;
  return body.length >= PROSE && /[，。]/u.test(body) && !/^[^，。；：]{1,12}：/u.test(body);
}

const PROSE = 20;
