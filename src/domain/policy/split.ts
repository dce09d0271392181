import type { Finding } from '../problem.ts';
import type { Clause, ClauseKind, Paragraph, PolicyText, Role } from './clause.ts';
import { clauseId, uniqueIds } from './ids.ts';
import { type Join, type JoinedLine, joinLines } from './lines.ts';
import { LEVELS, type Marker, readMarker } from './marker.ts';
import { splitSentences } from './sentences.ts';

/** What an editor says of a line that the splitter cannot know or would read wrongly. */
interface RoleHint {
  line: number;
  role: Exclude<Role, 'heading'>;
  reason: string;
}

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

/** A paragraph on its way into a clause. */
interface Piece extends JoinedLine {
  role: Role;
  marker: Marker | null;
}

const SECTION = '原文与分段';
const DOCUMENT_NUMBER = /^[^\s，。；：]{1,20}[〔［【[(（]\d{4}[〕］】\])）](?:第)?\d{1,5}号$/u;
const ENDED = /[。！？；;：:”）)》]\s*$/u;
const DATE_OR_ISSUED =
  /印发|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九]{4}年/u;
const HEADING_MAX = 30;
const LABEL_MAX = 16;

/**
 * Splits an issued document into letterhead, number, title, preamble, numbered clauses and imprint.
 *
 * For any text at all it does not throw, loses no character but line breaks and blank lines, gives unique ids
 * and takes time in proportion to the length. What it is unsure of is a finding with a line, for an editor.
 */
export function splitPolicy(source: string, hints: SplitHints = {}): Split {
  const { lines, findings } = joinLines(source, hints.joins ?? []);
  const pieces = assignRoles(lines, hints.roles ?? [], findings);
  const clauses = buildClauses(pieces, findings);
  for (const clause of clauses) labelClause(clause, hints.labels ?? {});
  findings.push(...unknownLabels(clauses, hints.labels ?? {}));
  return { clauses, findings: findings.sort((a, b) => a.line - b.line) };
}

function assignRoles(
  lines: JoinedLine[],
  hints: readonly RoleHint[],
  findings: Finding[],
): Piece[] {
  const told = new Map(hints.map((h) => [h.line, h.role]));
  const pieces = lines.map((line): Piece => {
    const role = told.get(line.lines[0]);
    const marker = role === undefined ? readMarker(line.text) : null;
    return { ...line, marker, role: role ?? 'body' };
  });
  const free = (piece: Piece) => !told.has(piece.lines[0]);
  const starts = new Set(lines.map((l) => l.lines[0]));
  for (const [index, { line }] of hints.entries()) {
    if (!starts.has(line)) findings.push(noSuchLine(line, index));
  }
  markFront(pieces, free);
  markImprint(pieces, free, findings);
  return pieces;
}

/** Everything before the first marker: letterhead, number, title, then preamble from the first ended sentence. */
function markFront(pieces: Piece[], free: (p: Piece) => boolean): void {
  const firstMarker = pieces.findIndex((p) => p.marker);
  const front = firstMarker < 0 ? pieces : pieces.slice(0, firstMarker);
  const number = front.findIndex((p) => DOCUMENT_NUMBER.test(p.text.trim()));
  let inPreamble = false;
  for (const [index, piece] of front.entries()) {
    if (index > number && ENDED.test(piece.text) && !isTitleLike(piece.text)) inPreamble = true;
    if (!free(piece)) continue;
    if (index < number) piece.role = 'letterhead';
    else if (index === number) piece.role = 'number';
    else piece.role = inPreamble ? 'preamble' : 'title';
  }
}

/** A title may end in a bracket, 《…（试行）》, but holds no full stop or comma. */
function isTitleLike(text: string): boolean {
  return /[）)》]\s*$/u.test(text) && !/[，。；]/u.test(text);
}

/** Trailing lines without a number or an ended sentence, when one of them is dated or says 印发. */
function markImprint(pieces: Piece[], free: (p: Piece) => boolean, findings: Finding[]): void {
  let from = pieces.length;
  for (let piece = pieces[from - 1]; piece && isImprintLike(piece); piece = pieces[from - 1])
    from--;
  const tail = pieces.slice(from).filter(free);
  const first = tail[0];
  if (!first) return;
  if (tail.some((p) => DATE_OR_ISSUED.test(p.text))) {
    for (const piece of tail) piece.role = 'imprint';
  } else {
    findings.push({
      line: first.lines[0],
      problem: `第 ${first.lines[0]} 行“${excerpt(first.text)}”没有编号也没有句号，不能确定是落款还是正文。`,
      fix: `在 policy.yml 的 roles 里写明：{ line: ${first.lines[0]}, role: imprint, reason: 落款 }；是正文就写 role: body。`,
      section: SECTION,
    });
  }
}

function isImprintLike(piece: Piece): boolean {
  return (
    !piece.marker &&
    (piece.role === 'body' || piece.role === 'imprint') &&
    !/[。；：]\s*$/u.test(piece.text)
  );
}

const RANK = new Map<ClauseKind, number>(LEVELS.map((level, index) => [level, index]));

function buildClauses(pieces: Piece[], findings: Finding[]): Clause[] {
  const clauses: Clause[] = [];
  const unique = uniqueIds();
  const running = itemsRunOn(pieces);
  const stack: Clause[] = [];
  const lastNumber = new Map<string, Pick<Marker, 'number' | 'zhi'>>();

  const open = (wanted: string, kind: ClauseKind, marker: Marker | null, line: number): Clause => {
    const { id, repeated } = unique(wanted);
    if (repeated) findings.push(marker ? repeatedNumber(line, marker) : interrupted(line));
    const parent = stack.at(-1) ?? null;
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
    clauses.push(clause);
    return clause;
  };

  const openNumbered = (marker: Marker, line: number): Clause => {
    const rank = RANK.get(marker.level) ?? 0;
    while (stack.length && (RANK.get(stack.at(-1)?.kind ?? 'annex') ?? 0) >= rank) stack.pop();
    const parent = stack.at(-1);
    const context = {
      parent: parent?.id ?? null,
      annex: stack.find((c) => c.kind === 'annex')?.id ?? null,
      parentLevel: parent?.marker?.level ?? null,
      running,
    };
    checkOrder(marker, line, context.parent ?? '', lastNumber, running, findings);
    const clause = open(clauseId(marker, context), marker.level, marker, line);
    stack.push(clause);
    return clause;
  };

  const loose = new Map<ClauseKind, Clause>();
  for (const [index, piece] of pieces.entries()) {
    const line = piece.lines[0];
    const kind = looseKind(piece.role);
    let clause: Clause | undefined;
    if (kind) {
      stack.length = 0;
      clause = loose.get(kind);
      // A second stretch of the same kind, after other clauses, would break reading order.
      if (!clause || clauses.at(-1) !== clause) clause = open(KIND_ID[kind], kind, null, line);
      loose.set(kind, clause);
    } else if (piece.marker) {
      clause = openNumbered(piece.marker, line);
    } else {
      clause = bodyOwner(stack, openNumbered, line);
      if (!clause) {
        clause =
          clauses.at(-1)?.kind === 'preamble'
            ? clauses.at(-1)
            : open('pre', 'preamble', null, line);
      }
      if (!clause) continue;
      if (
        clause.kind !== 'part' &&
        clause.kind !== 'paragraph' &&
        clause.kind !== 'preamble' &&
        clause.paragraphs.some((p) => p.sentences.length > 0)
      ) {
        findings.push(looseParagraph(piece, clause));
      }
    }
    clause.paragraphs.push(toParagraph(piece, clause, pieces[index + 1]));
    if (isUnfinished(piece, pieces[index + 1])) findings.push(unfinished(piece));
  }
  return clauses;
}

type LooseKind = 'head' | 'preamble' | 'imprint';
const KIND_ID: Record<LooseKind, string> = { head: 'head', preamble: 'pre', imprint: 'imprint' };

function looseKind(role: Role): LooseKind | null {
  if (role === 'letterhead' || role === 'number' || role === 'title') return 'head';
  return role === 'preamble' || role === 'imprint' ? role : null;
}

/** Where an unnumbered paragraph belongs: under an article it is the next 款, elsewhere it goes on with the last clause. */
function bodyOwner(
  stack: Clause[],
  openNumbered: (marker: Marker, line: number) => Clause,
  line: number,
): Clause | undefined {
  const article = stack.findLast((c) => c.kind === 'article');
  if (!article) return stack.at(-1);
  // 第一条 alone on its line: what follows is still its first 款, the article itself.
  if (article === stack.at(-1) && article.paragraphs.every((p) => p.sentences.length === 0))
    return article;
  const last = article.children.findLast((id) => /-k\d+/u.test(id));
  const number = Number(/-k(\d+)/u.exec(last ?? '-k1')?.[1]) + 1;
  return openNumbered({ level: 'paragraph', number, zhi: 0, printed: '' }, line);
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

/** A numbered line that is a heading by itself: short, without a full stop or comma. */
function isHeadingLine(body: string): boolean {
  return body.length <= HEADING_MAX && body.trim() !== '' && !/[，。；：！？,;:]/u.test(body);
}

/** Items run on across parts (（七） after the part's heading goes on from （六） of the part before). */
function itemsRunOn(pieces: Piece[]): boolean {
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

function checkOrder(
  marker: Marker,
  line: number,
  parent: string,
  last: Map<string, Pick<Marker, 'number' | 'zhi'>>,
  running: boolean,
  findings: Finding[],
): void {
  if (marker.level === 'paragraph' || marker.level === 'annex') return;
  const global = marker.level === 'article' || (marker.level === 'item' && running);
  const key = `${global ? '' : parent}/${marker.level}`;
  const before = last.get(key) ?? { number: 0, zhi: 0 };
  last.set(key, marker);
  const follows =
    (marker.zhi === 0 && marker.number === before.number + 1) ||
    (marker.number === before.number && marker.zhi > before.zhi && marker.zhi <= before.zhi + 2);
  // The same number again is reported as a repetition.
  if (follows || (marker.number === before.number && marker.zhi === before.zhi)) return;
  findings.push({
    line,
    problem: `第 ${line} 行的编号“${marker.printed.trim()}”接不上：前一个同级编号是 ${before.number || '（没有）'}，这里应当是 ${before.number + 1}。`,
    fix: `对照印发件核对原文；如果这一行不是编号，在 policy.yml 的 roles 里写 { line: ${line}, role: body, reason: 不是编号 }。`,
    section: SECTION,
  });
}

function labelClause(clause: Clause, labels: Readonly<Record<string, string>>): void {
  const sentences = clause.paragraphs.flatMap((p) => p.sentences);
  const first = sentences[0]?.text ?? '';
  if (clause.marker && clause.kind !== 'article' && clause.kind !== 'paragraph') {
    const short = first.trim().replace(/。$/u, '');
    const alone = clause.paragraphs[0]?.role === 'heading';
    const leads = first.trim().endsWith('。') && sentences.length > 1 && isHeadingLine(short);
    if (alone || leads) clause.heading = short;
  }
  const ours = labels[clause.id];
  clause.labelIsOurs = clause.heading === null && ours !== undefined;
  clause.label = clause.heading ?? ours ?? firstWords(first);
}

/** The first words of a text and `…`; the whole of it when it is short. */
function firstWords(text: string): string {
  const characters = Array.from(text.slice(0, LABEL_MAX * 2).trim());
  if (characters.length <= LABEL_MAX) return characters.join('');
  const cut = characters.slice(0, LABEL_MAX).join('');
  return `${cut.replace(/[，。；、：“《（(]+$/u, '')}…`;
}

function isUnfinished(piece: Piece, next: Piece | undefined): boolean {
  if (piece.role !== 'body' && piece.role !== 'preamble') return false;
  if (piece.marker && isHeadingLine(piece.text.slice(piece.marker.printed.length))) return false;
  return next !== undefined && !ENDED.test(piece.text);
}

function excerpt(text: string): string {
  const characters = Array.from(text.trim().slice(0, 60));
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : characters.join('');
}

function unfinished(piece: Piece): Finding {
  const line = piece.lines[1];
  return {
    line,
    problem: `第 ${line} 行以“${piece.text.trimEnd().slice(-8)}”结束，没有句号，像是被分页截断。`,
    fix: `句子在下一行接着写的，在 policy.yml 的 joins 里加 { line: ${line}, reason: 分页截断 }；确实到此为止的，在 roles 里写明这一行是什么。`,
    section: '分页与接行',
  };
}

function looseParagraph(piece: Piece, clause: Clause): Finding {
  const line = piece.lines[0];
  return {
    line,
    problem: `第 ${line} 行“${excerpt(piece.text)}”没有编号，排在“${clause.marker?.printed.trim() ?? clause.id}”之后，不能确定属于哪一条。`,
    fix: `在 policy.yml 的 roles 里写明：{ line: ${line}, role: body, reason: 属于前一条 }；如果是上一行接下来的，写进 joins。`,
    section: SECTION,
  };
}

function repeatedNumber(line: number, marker: Marker): Finding {
  return {
    line,
    problem: `第 ${line} 行的编号“${marker.printed.trim()}”在同一级里出现了两次。`,
    fix: `对照印发件核对原文；如果这一行不是编号，在 policy.yml 的 roles 里写 { line: ${line}, role: body, reason: 不是编号 }。`,
    section: SECTION,
  };
}

function interrupted(line: number): Finding {
  return {
    line,
    problem: `第 ${line} 行又回到文件的开头或落款部分，但中间已经有别的条款。`,
    fix: '核对 policy.yml 的 roles，改正这一行是什么。',
    section: SECTION,
  };
}

function noSuchLine(line: number, index: number): Finding {
  return {
    line,
    hint: ['roles', index],
    problem: `roles 提到原文第 ${line} 行，但那里没有一段文字开始。`,
    fix: '改成那一段文字的第一行的行号，或者删去这一项。',
    section: SECTION,
  };
}

function unknownLabels(
  clauses: readonly Clause[],
  labels: Readonly<Record<string, string>>,
): Finding[] {
  const byId = new Map(clauses.map((c) => [c.id, c]));
  return Object.keys(labels).flatMap((id) => {
    const clause = byId.get(id);
    const line = clause?.paragraphs[0]?.lines[0] ?? 1;
    const why = clause
      ? `条款 ${id} 在原文里有自己的标题“${clause.heading}”`
      : `原文里没有条款 ${id}`;
    if (clause && clause.heading === null) return [];
    return [
      {
        line,
        hint: ['labels', id] as const,
        problem: `labels 给 ${id} 起了名，但${why}。`,
        fix: `从 labels 里删去 ${id}。`,
        section: SECTION,
      },
    ];
  });
}
