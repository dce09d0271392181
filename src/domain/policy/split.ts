import type { Finding } from '../problem.ts';
import type { Clause, ClauseKind, Paragraph, PolicyText, Role } from './clause.ts';
import {
  interrupted,
  looseParagraph,
  outOfOrder,
  repeatedNumber,
  unfinished,
  unknownLabels,
} from './findings.ts';
import { clauseId, uniqueIds } from './ids.ts';
import { isHeadingLine, labelClause } from './label.ts';
import { type Join, joinLines } from './lines.ts';
import { LEVELS, type Marker } from './marker.ts';
import { assignRoles, hasEnded, type Piece, type RoleHint } from './roles.ts';
import { splitSentences } from './sentences.ts';

/** All that an editor tells the splitter, from `policy.yml`. */
export interface SplitHints {
  joins?: readonly Join[];
  roles?: readonly RoleHint[];
  /** Labels of ours for clauses whose text has no heading, by id. */
  labels?: Readonly<Record<string, string>>;
}

/** The text split into clauses, and what an editor should look at. */
export interface Split extends PolicyText {
  findings: Finding[];
}

/**
 * Splits an issued document into letterhead, number, title, preamble, numbered clauses and imprint.
 *
 * For any text at all it does not throw, loses no character but line breaks and blank lines, gives unique ids
 * and takes time in proportion to the length. What it is unsure of is a finding with a line, for an editor.
 */
export function splitPolicy(source: string, hints: SplitHints = {}): Split {
  const { lines, findings } = joinLines(source, hints.joins ?? []);
  const { pieces, findings: ofRoles } = assignRoles(lines, hints.roles ?? []);
  const { clauses, findings: ofClauses } = new Builder(pieces).build();
  const labels = hints.labels ?? {};
  for (const clause of clauses) labelClause(clause, labels);
  const all = [...findings, ...ofRoles, ...ofClauses, ...unknownLabels(clauses, labels)];
  return { clauses, findings: all.sort((a, b) => a.line - b.line) };
}

const RANK = new Map<ClauseKind, number>(LEVELS.map((level, index) => [level, index]));

/** Puts pieces into clauses, one after another. */
class Builder {
  private readonly pieces: readonly Piece[];
  private readonly running: boolean;
  private readonly clauses: Clause[] = [];
  private readonly findings: Finding[] = [];
  private readonly unique = uniqueIds();
  /** The numbered clauses that are open, the outermost first. */
  private readonly open: Clause[] = [];
  private readonly loose = new Map<LooseKind, Clause>();
  /** The last number on each level of each clause. */
  private readonly last = new Map<string, Pick<Marker, 'number' | 'zhi'>>();

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    this.running = itemsRunOn(pieces);
  }

  build(): { clauses: Clause[]; findings: Finding[] } {
    for (const [index, piece] of this.pieces.entries()) {
      const next = this.pieces[index + 1];
      const clause = this.clauseFor(piece);
      clause.paragraphs.push(toParagraph(piece, clause, next));
      if (isUnfinished(piece, next)) this.findings.push(unfinished(piece));
    }
    return { clauses: this.clauses, findings: this.findings };
  }

  /** The clause that a piece belongs to, opened where it begins one. */
  private clauseFor(piece: Piece): Clause {
    const [line] = piece.lines;
    const kind = looseKind(piece.role);
    if (kind) return this.looseClause(kind, line);
    if (piece.marker) return this.numbered(piece.marker, line);
    const clause = this.bodyOwner(line);
    const takesMore = ['part', 'paragraph', 'preamble'].includes(clause.kind);
    if (!takesMore && clause.paragraphs.some((p) => p.sentences.length > 0))
      this.findings.push(looseParagraph(piece, clause));
    return clause;
  }

  /** Letterhead, preamble or imprint. A second stretch of the same kind, after other clauses, would break reading order. */
  private looseClause(kind: LooseKind, line: number): Clause {
    this.open.length = 0;
    const known = this.loose.get(kind);
    const clause =
      known && this.clauses.at(-1) === known ? known : this.begin(KIND_ID[kind], kind, null, line);
    this.loose.set(kind, clause);
    return clause;
  }

  private numbered(marker: Marker, line: number): Clause {
    const rank = RANK.get(marker.level) ?? 0;
    while (this.open.length && (RANK.get(this.open.at(-1)?.kind ?? 'annex') ?? 0) >= rank)
      this.open.pop();
    const parent = this.open.at(-1);
    const context = {
      parent: parent?.id ?? null,
      annex: this.open.find((c) => c.kind === 'annex')?.id ?? null,
      parentLevel: parent?.marker?.level ?? null,
      running: this.running,
    };
    this.checkOrder(marker, line, context.parent ?? '');
    const clause = this.begin(clauseId(marker, context), marker.level, marker, line);
    this.open.push(clause);
    return clause;
  }

  private begin(wanted: string, kind: ClauseKind, marker: Marker | null, line: number): Clause {
    const { id, repeated } = this.unique(wanted);
    if (repeated) this.findings.push(marker ? repeatedNumber(line, marker) : interrupted(line));
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
    parent?.children.push(id);
    this.clauses.push(clause);
    return clause;
  }

  /** Where an unnumbered paragraph belongs: under an article it is the next 款, elsewhere it goes on with the last clause. */
  private bodyOwner(line: number): Clause {
    const innermost = this.open.at(-1);
    const article = this.open.findLast((c) => c.kind === 'article');
    if (!article) return innermost ?? this.preamble(line);
    // 第一条 alone on its line: what follows is still its first 款, the article itself.
    if (article === innermost && article.paragraphs.every((p) => p.sentences.length === 0))
      return article;
    const last = article.children.findLast((id) => /-k\d+/u.test(id));
    const number = Number(/-k(\d+)/u.exec(last ?? '-k1')?.[1]) + 1;
    return this.numbered({ level: 'paragraph', number, zhi: 0, printed: '' }, line);
  }

  /** The preamble, for text before anything numbered. */
  private preamble(line: number): Clause {
    const last = this.clauses.at(-1);
    return last?.kind === 'preamble' ? last : this.begin('pre', 'preamble', null, line);
  }

  private checkOrder(marker: Marker, line: number, parent: string): void {
    if (marker.level === 'paragraph' || marker.level === 'annex') return;
    const global = marker.level === 'article' || (marker.level === 'item' && this.running);
    const key = `${global ? '' : parent}/${marker.level}`;
    const before = this.last.get(key) ?? { number: 0, zhi: 0 };
    this.last.set(key, marker);
    const follows =
      (marker.zhi === 0 && marker.number === before.number + 1) ||
      (marker.number === before.number && marker.zhi > before.zhi && marker.zhi <= before.zhi + 2);
    // The same number again is reported as a repetition.
    if (follows || (marker.number === before.number && marker.zhi === before.zhi)) return;
    this.findings.push(outOfOrder(line, marker, before.number));
  }
}

type LooseKind = 'head' | 'preamble' | 'imprint';
const KIND_ID: Record<LooseKind, string> = { head: 'head', preamble: 'pre', imprint: 'imprint' };

function looseKind(role: Role): LooseKind | null {
  if (role === 'letterhead' || role === 'number' || role === 'title') return 'head';
  return role === 'preamble' || role === 'imprint' ? role : null;
}

function toParagraph(piece: Piece, clause: Clause, next: Piece | undefined): Paragraph {
  const marker = piece.marker?.printed ?? '';
  const body = piece.text.slice(marker.length);
  const before = clause.paragraphs.at(-1)?.sentences.at(-1)?.n ?? 0;
  const semicolons = ['article', 'paragraph', 'item', 'point', 'subpoint'].includes(clause.kind);
  const isHeading =
    piece.marker !== null && isHeadingLine(body) && (clause.kind !== 'item' || next !== undefined);
  return {
    role: piece.role === 'body' && isHeading ? 'heading' : piece.role,
    lines: piece.lines,
    marker,
    sentences: splitSentences(body, { semicolons }).map((text, i) => ({ n: before + i + 1, text })),
  };
}

/** Items run on across parts (（七） after the part's heading goes on from （六） of the part before). */
function itemsRunOn(pieces: readonly Piece[]): boolean {
  let last = 0;
  let first = true;
  let runs = false;
  for (const { marker } of pieces) {
    if (marker?.level === 'part') first = true;
    if (marker?.level !== 'item') continue;
    if (first && last > 0) {
      if (marker.number !== last + 1) return false;
      runs = true;
    }
    first = false;
    last = marker.number;
  }
  return runs;
}

function isUnfinished(piece: Piece, next: Piece | undefined): boolean {
  if (piece.role !== 'body' && piece.role !== 'preamble') return false;
  if (piece.marker && isHeadingLine(piece.text.slice(piece.marker.printed.length))) return false;
  return next !== undefined && !hasEnded(piece.text);
}
