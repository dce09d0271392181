import type { Finding } from '../problem.ts';
import type { Clause, ClauseKind, Role } from './clause.ts';
import { ClauseTree } from './clause-tree.ts';
import { repeatedNumber, unfinished } from './findings.ts';
import { annexId, clauseId, within } from './ids.ts';
import type { Marker } from './marker.ts';
import { depthOf } from './nesting.ts';
import { NumberOrder } from './number-order.ts';
import { isUnfinished, toParagraph } from './paragraph.ts';
import type { Piece } from './piece.ts';
import { type Ranks, ranksOf } from './ranks.ts';
import {
  goesOn,
  isPlainHeading,
  listBegunAnew,
  nextNumbers,
  type Spot,
  speaksOfAll,
} from './unnumbered.ts';

/** Puts pieces into clauses, one after another, and tells of numbers that do not follow and of sentences cut short. */
export function buildClauses(pieces: readonly Piece[]): {
  clauses: Clause[];
  findings: Finding[];
} {
  return new Builder(pieces).build();
}

type LooseKind = 'head' | 'preamble' | 'text' | 'closing' | 'notes' | 'imprint';

/** The stretch without a number that a role stands in. */
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

const LOOSE_ID: Record<LooseKind, string> = {
  head: 'head',
  preamble: 'pre',
  text: 'text',
  closing: 'end',
  notes: 'notes',
  imprint: 'imprint',
};

/** What begins with numbers of its own. */
const REGIONS: ReadonlySet<Piece['opens']> = new Set(['document', 'annex']);

class Builder {
  private readonly pieces: readonly Piece[];
  private readonly next: readonly (Marker | null)[];
  private readonly tree = new ClauseTree();
  private readonly order: NumberOrder;
  private readonly findings: Finding[] = [];
  /** The document or the annex round all that comes; none in the first document. */
  private region: Clause | null = null;
  private levels: Ranks = ranksOf([]);
  /** The first level of lists below each clause. */
  private readonly firstList = new Map<string | null, Marker['level']>();
  /** How many there are in the file, of lists in the region. */
  private readonly count = { document: 1, annex: 0, list: 0 };

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    this.next = nextNumbers(pieces);
    this.order = new NumberOrder(pieces);
  }

  build(): { clauses: Clause[]; findings: Finding[] } {
    this.beginRegion(0);
    for (const [index, piece] of this.pieces.entries()) {
      const next = this.pieces[index + 1];
      const clause = this.inOrder(this.clauseFor(piece, index));
      clause.paragraphs.push(toParagraph(piece, clause, next));
      if (isUnfinished(piece, next)) this.findings.push(unfinished(piece));
    }
    return { clauses: this.tree.clauses, findings: this.findings };
  }

  /** A paragraph stands in the last clause, or what is read would not be what was written. */
  private inOrder(clause: Clause): Clause {
    return clause === this.tree.last ? clause : this.loose('closing');
  }

  /** The clause that a piece belongs to, opened where it begins one. */
  private clauseFor(piece: Piece, index: number): Clause {
    const { opens, marker, role, quoted } = piece;
    const { innermost, last } = this.tree;
    if (opens === 'list') return this.list(index);
    if (opens) return this.opened(opens, index);
    if (marker) return this.numbered(marker, index);
    const kind = LOOSE[role];
    if (kind === 'head' && innermost?.kind === 'list') return innermost;
    if (kind === 'head' && this.region && this.region === last) return this.region;
    if (kind) return this.loose(kind);
    if (!innermost) return this.withoutNumber();
    return role === 'row' || quoted ? innermost : this.unnumbered(innermost, index);
  }

  /** A list with a title of its own. */
  private list(index: number): Clause {
    this.tree.open = this.region ? [this.region] : [];
    this.count.list++;
    return this.begin(within(this.region?.id ?? null, `l${this.count.list}`), 'list', index);
  }

  /** Another document, or an annex. */
  private opened(opens: 'document' | 'annex', index: number): Clause {
    this.tree.open = [];
    this.count.list = 0;
    this.count[opens]++;
    this.region = this.begin(this.idOfRegion(this.pieces[index]?.marker ?? null), opens, index);
    this.beginRegion(index);
    return this.region;
  }

  /** `d2` of a further document; `f1` of an annex, `d2-f1` of one whose number that of another document has. */
  private idOfRegion(marker: Marker | null): string {
    const document = `d${this.count.document}`;
    if (!marker) return document;
    const annex = annexId(marker, this.count.annex);
    const isTaken = this.tree.has(annex) && this.count.document > 1;
    return isTaken ? within(document, annex) : annex;
  }

  /** Begins and opens the clause that a piece begins; an id that had been given is a number that stands twice. */
  private begin(id: string, kind: ClauseKind, index: number): Clause {
    const { marker, lines } = this.pieces[index] as Piece;
    const { clause, repeated } = this.tree.begin(id, kind, marker);
    if (repeated && marker) this.findings.push(repeatedNumber(lines[0], marker));
    this.tree.open.push(clause);
    return clause;
  }

  /** How levels stand in each other in the region that begins at a piece. */
  private beginRegion(from: number): void {
    const isNext = (i: number) => REGIONS.has(this.pieces[i]?.opens ?? null);
    let to = from + 1;
    while (to < this.pieces.length && !isNext(to)) to++;
    const inside = this.pieces.slice(from, to);
    this.levels = ranksOf(inside.flatMap(({ marker }) => marker ?? []));
    this.order.beginRegion();
  }

  /** Letterhead, opening text, closing text, imprint: what stands there once in a region. */
  private loose(kind: LooseKind): Clause {
    const { tree, region } = this;
    // A note at the foot of a page belongs to no region, and does not end the article above it.
    const parent = kind === 'notes' ? null : region;
    if (kind !== 'notes') tree.open = region ? [region] : [];
    const { last } = tree;
    if (last?.kind === kind && last.parent === (parent?.id ?? null)) return last;
    const id = tree.freeId(within(parent?.id ?? null, LOOSE_ID[kind]));
    return tree.begin(id, kind, null, parent).clause;
  }

  private numbered(marker: Marker, index: number): Clause {
    const { open } = this.tree;
    open.length = depthOf(marker, open, (kind) => this.levels.ranks.get(kind) ?? -1);
    const { run, finding } = this.order.check(index, marker, this.listOf(marker));
    if (finding) this.findings.push(finding);
    return this.begin(this.idOf(marker, run), marker.level, index);
  }

  /** What a number goes on in: all of the region for articles and for what runs on, else what it stands in. */
  private listOf({ level }: Marker): string {
    const whole = level === 'article' || level === 'decimal' || this.levels.running.has(level);
    return `${(whole ? this.region : this.tree.innermost)?.id ?? ''}/${level}`;
  }

  /** The id of a number; where its list begins for the second time, with `r2` before it. */
  private idOf(marker: Marker, run: number): string {
    const { open, innermost } = this.tree;
    const around = marker.path ? open.findLast(({ kind }) => kind !== 'decimal') : innermost;
    const inRun = (id: string | null) => (run > 1 ? within(id, `r${run}`) : id);
    const parent = inRun(around?.id ?? null);
    return clauseId(marker, {
      parent,
      region: inRun(this.region?.id ?? null),
      around: run > 1 ? null : (around?.marker ?? null),
      isFirstList: this.isFirstList(parent, marker.level),
      running: this.levels.running.has(marker.level),
    });
  }

  /** Of the levels of lists right below a clause the first goes without its letter: p9-1, then p9-x1. */
  private isFirstList(parent: string | null, level: Marker['level']): boolean {
    const first = this.firstList.get(parent) ?? level;
    this.firstList.set(parent, first);
    return first === level;
  }

  /** Where an unnumbered paragraph belongs. */
  private unnumbered(innermost: Clause, index: number): Clause {
    const { tree } = this;
    const spot = this.spotAt(index);
    if (isPlainHeading(spot.piece)) return this.loose('closing');
    const article = tree.open.findLast(({ kind }) => kind === 'article');
    if (article) return goesOn(spot, article) ? innermost : this.paragraphOf(article);
    if (speaksOfAll(spot, (clause) => tree.siblings(clause))) return this.loose('closing');
    const list = listBegunAnew(spot);
    return list ? this.leadIn(list) : innermost;
  }

  private spotAt(index: number): Spot {
    return {
      piece: this.pieces[index] as Piece,
      before: this.pieces[index - 1],
      after: this.pieces[index + 1],
      next: this.next[index] ?? null,
      open: this.tree.open,
    };
  }

  private paragraphOf(article: Clause): Clause {
    this.tree.open.length = this.tree.open.indexOf(article) + 1;
    return this.tree.beginParagraph();
  }

  /** A paragraph with which a second list begins is one of what both lists stand in. */
  private leadIn(list: Clause): Clause {
    const { open } = this.tree;
    open.length = open.indexOf(list);
    while (open.at(-1)?.kind === 'paragraph') open.pop();
    return this.tree.beginParagraph();
  }

  /** Where no number is open: what goes on with an opening or a closing text, else one of these. */
  private withoutNumber(): Clause {
    const { last, clauses } = this.tree;
    if (last?.kind === 'preamble' || last?.kind === 'closing') return last;
    return this.loose(clauses.some(({ marker }) => marker) ? 'closing' : 'preamble');
  }
}
