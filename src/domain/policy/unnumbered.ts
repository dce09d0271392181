import type { Clause } from './clause.ts';
import { withoutSpace } from './equality.ts';
import { follows, type Marker } from './marker.ts';
import type { Piece } from './piece.ts';
import { hasEnded, hasStopped } from './sentences.ts';

/* Where a paragraph without a number belongs. */

/** Such a paragraph among its neighbours. */
export interface Spot {
  piece: Piece;
  before: Piece | undefined;
  after: Piece | undefined;
  /** The next number of the document or the annex. */
  next: Marker | null;
  /** The clauses that are open, the outermost first. */
  open: readonly Clause[];
}

/** For each piece the next number below it, in the same document, annex or list. */
export function nextNumbers(pieces: readonly Piece[]): (Marker | null)[] {
  const found: (Marker | null)[] = [];
  let next: Marker | null = null;
  for (const [i, { marker, opens }] of [...pieces.entries()].reverse()) {
    found[i] = next;
    next = marker ?? (opens ? null : next);
  }
  return found;
}

/** 附　则, alone on its line, is no paragraph of the article above it. */
export function isPlainHeading({ text }: Piece): boolean {
  return /^(?:总则|附则|总纲)$/u.test(withoutSpace(text));
}

/**
 * Whether a paragraph under an article goes on with what is open; else it is the article's next 款, as every paragraph
 * of an article is that stands by itself (立法法 第六十五条).
 */
export function goesOn({ piece, before, after, next, open }: Spot, article: Clause): boolean {
  const innermost = open.at(-1);
  // 第一条 alone on its line: what follows is still its first 款, the article itself.
  if (article === innermost && article.paragraphs.every((p) => p.sentences.length === 0))
    return true;
  // Between （六） and （七） it is still （六）.
  const inside = open.slice(open.indexOf(article) + 1);
  const list = inside.findLast(({ kind }) => kind === next?.level)?.marker;
  if (next && list && follows(list, next)) return true;
  // The title of a table, in the 款 that the table belongs to.
  if (after?.role === 'row' && !hasEnded(piece.text)) return true;
  if (!before || before.role === 'row' || before.quoted) return false;
  // After 由下列人员组成： each line that ends with a comma goes on, and so does the one after it.
  const endsItem = innermost !== article && /[；;]\s*$/u.test(before.text);
  return !hasStopped(before.text) && !endsItem;
}

/** 本决定自…起施行, 以上…, 特此…: what begins so below the last number speaks of the whole. */
const SPEAKS_OF_ALL =
  /^(?:本(?:决定|通知|意见|规定|办法|方案|通告|公告|批复|措施)|以上|上述|特此|专此)/u;

/**
 * Whether a paragraph below the last number speaks of the whole: it says so, or each number before had one paragraph
 * only. `siblings` are the clauses beside the last.
 */
export function speaksOfAll(
  { piece, before, next, open }: Spot,
  siblings: (clause: Clause) => readonly Clause[],
): boolean {
  const innermost = open.at(-1);
  if (piece.role !== 'body' || !innermost?.marker || !before || next) return false;
  if (open[0]?.kind === 'annex' || !hasStopped(before.text)) return false;
  if (SPEAKS_OF_ALL.test(piece.text.trimStart())) return true;
  return isFlat(innermost) && isFlatList(siblings(innermost));
}

/** Whether there are more than two numbers, and what stands before each is one paragraph; before the first, anything. */
function isFlatList(clauses: readonly Clause[]): boolean {
  const numbered = clauses.flatMap(({ marker }, i) => (marker ? i : []));
  const before = numbered.map((i) => clauses[i - 1]);
  return numbered.length > 2 && before.every((clause) => !clause || isFlat(clause));
}

function isFlat({ paragraphs, children }: Clause): boolean {
  return paragraphs.length === 1 && children.length === 0;
}

/** Longer paragraphs lead in to no list. */
const LEAD = 60;

/** The open list of whose kind another begins below a paragraph, as below 程序：; else `undefined`. */
export function listBegunAnew({ piece, after, next, open }: Spot): Clause | undefined {
  if (!next || next !== after?.marker || next.number !== 1 || next.path) return undefined;
  if (hasStopped(piece.text) || piece.text.trim().length > LEAD) return undefined;
  return open.find(({ kind }) => kind === next.level);
}
