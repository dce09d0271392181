import type { Finding } from '../problem.ts';
import type { Role } from './clause.ts';
import { noNumberThere, noSuchLine } from './findings.ts';
import { type Look, lookAt } from './layout.ts';
import type { JoinedLine } from './lines.ts';
import { type Marker, readCandidates } from './marker.ts';
import { quotedLines } from './quoted.ts';
import { rowsIn } from './rows.ts';

/** What an editor says of a line that the splitter cannot know or would read wrongly. */
export interface RoleHint {
  line: number;
  /** `clause`: it begins with a number of the document; `body`: it is text, and what looks like a number is none. */
  role: Exclude<Role, 'heading'> | 'clause';
  reason: string;
}

/** A paragraph on its way into a clause: what it looks like, and what it is found to be. */
export interface Piece extends JoinedLine, Look {
  role: Role;
  marker: Marker | null;
  /** What an editor has said that it is; nothing else is then asked. */
  readonly told: RoleHint['role'] | null;
  /** What begins with it: another document in the same file, an annex, or a list with a title of its own. */
  opens: 'document' | 'annex' | 'list' | null;
}

/** Each line with what it looks like and what an editor says of it; hints that fit no line are findings. */
export function readPieces(
  lines: readonly JoinedLine[],
  hints: readonly RoleHint[],
): { pieces: Piece[]; findings: Finding[] } {
  const indexOf = new Map(lines.map(({ lines: [first] }, i) => [first, i] as const).reverse());
  const told = new Map(hints.map(({ line, role }) => [indexOf.get(line) ?? -1, role]));
  const quoted = quotedLines(lines.map(({ text }) => text));
  const read = lines.map(({ text }, i) => {
    const isText = quoted.has(i) || (told.get(i) ?? 'clause') !== 'clause';
    return { text, candidates: isText ? [] : readCandidates(text) };
  });
  const rows = rowsIn(read);
  const pieces = lines.map((line, i): Piece => {
    const said = told.get(i) ?? null;
    const row = said === null ? rows.has(i) : said === 'row';
    const look = lookAt(line.text, row ? [] : (read[i]?.candidates ?? []), row, quoted.has(i));
    return { ...line, ...look, role: 'body', marker: null, told: said, opens: null };
  });
  const findings = hints.flatMap(({ line, role }, i) => {
    const index = indexOf.get(line);
    if (index === undefined) return noSuchLine(line, i);
    const hasNumber = (read[index]?.candidates.length ?? 0) > 0;
    return role === 'clause' && !hasNumber ? noNumberThere(line, i) : [];
  });
  return { pieces, findings };
}

/** Whether a line looks like something, and no editor has said what it is. */
export function is(piece: Piece | undefined, test: (piece: Piece) => boolean): piece is Piece {
  return piece !== undefined && piece.told === null && test(piece);
}

/** Roles in which a line with tabs is a row. */
const CELLS_IN: ReadonlySet<Role> = new Set(['body', 'text', 'preamble', 'title', 'closing']);

/** Says what a line is, unless an editor has. */
export function setRole(piece: Piece, role: Role): void {
  if (piece.told === null) piece.role = piece.row && CELLS_IN.has(role) ? 'row' : role;
}

/** Says what the lines from one to before another are. */
export function setRoles(pieces: readonly Piece[], from: number, to: number, role: Role): void {
  for (const piece of pieces.slice(from, to)) setRole(piece, role);
}

/** The text of a line below its number. */
export function afterNumber({ text, candidate }: Pick<Look, 'text' | 'candidate'>): string {
  return text.slice(candidate?.printed.length ?? 0);
}
