import type { Finding } from '../problem.ts';
import type { Role } from './clause.ts';
import { neitherImprintNorText, noSuchLine } from './findings.ts';
import type { JoinedLine } from './lines.ts';
import { type Marker, readMarker } from './marker.ts';

/** What an editor says of a line that the splitter cannot know or would read wrongly. */
export interface RoleHint {
  line: number;
  role: Exclude<Role, 'heading'>;
  reason: string;
}

/** A paragraph on its way into a clause. */
export interface Piece extends JoinedLine {
  role: Role;
  marker: Marker | null;
}

const DOCUMENT_NUMBER = /^[^\s，。；：]{1,20}[〔［【[(（]\d{4}[〕］】\])）](?:第)?\d{1,5}号$/u;
const ENDED = /[。！？；;：:”）)》]\s*$/u;
const DATE_OR_ISSUED =
  /印发|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九]{4}年/u;

/** What each paragraph is: letterhead, number, title, preamble, body or imprint; an editor's word goes first. */
export function assignRoles(
  lines: readonly JoinedLine[],
  hints: readonly RoleHint[],
): { pieces: Piece[]; findings: Finding[] } {
  const told = new Map(hints.map((h) => [h.line, h.role]));
  const pieces = lines.map((line): Piece => {
    const role = told.get(line.lines[0]);
    const marker = role === undefined ? readMarker(line.text) : null;
    return { ...line, marker, role: role ?? 'body' };
  });
  const free = (piece: Piece) => !told.has(piece.lines[0]);
  const starts = new Set(lines.map((l) => l.lines[0]));
  const lost = hints.flatMap(({ line }, index) =>
    starts.has(line) ? [] : [noSuchLine(line, index)],
  );
  markFront(pieces, free);
  return { pieces, findings: [...lost, ...markImprint(pieces, free)] };
}

/** Whether a text ends where a sentence may. */
export function hasEnded(text: string): boolean {
  return ENDED.test(text);
}

/** Everything before the first marker: letterhead, number, title, then preamble from the first ended sentence. */
function markFront(pieces: Piece[], free: (p: Piece) => boolean): void {
  const firstMarker = pieces.findIndex((p) => p.marker);
  const front = firstMarker < 0 ? pieces : pieces.slice(0, firstMarker);
  const number = front.findIndex((p) => DOCUMENT_NUMBER.test(p.text.trim()));
  let inPreamble = false;
  for (const [index, piece] of front.entries()) {
    if (index > number && hasEnded(piece.text) && !isTitleLike(piece.text)) inPreamble = true;
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
function markImprint(pieces: Piece[], free: (p: Piece) => boolean): Finding[] {
  let from = pieces.length;
  for (let piece = pieces[from - 1]; piece && isImprintLike(piece); piece = pieces[from - 1])
    from--;
  const tail = pieces.slice(from).filter(free);
  const first = tail[0];
  if (!first) return [];
  if (!tail.some((p) => DATE_OR_ISSUED.test(p.text)))
    return [neitherImprintNorText(first.lines[0], first.text)];
  for (const piece of tail) piece.role = 'imprint';
  return [];
}

function isImprintLike(piece: Piece): boolean {
  return (
    !piece.marker &&
    (piece.role === 'body' || piece.role === 'imprint') &&
    !/[。；：]\s*$/u.test(piece.text)
  );
}
