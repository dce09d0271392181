import { isTitleLine, namesList, namesTable } from './layout.ts';
import { type Piece, setRoles } from './piece.ts';
import type { Region } from './regions.ts';
import { endsBefore, readTitle } from './titles.ts';

/** Marks lists and tables with a title of their own below the last number of a region: 成员名单, 税率表一. */
export function markLists(pieces: readonly Piece[], { from, to }: Region): void {
  const inside = pieces.slice(from, to);
  const last = inside.findLastIndex(({ marker }) => marker);
  if (last < 0) return;
  for (let at = last + 1; at < inside.length; at++) {
    const end = listTitleEnd(inside, at);
    const first = inside[at];
    if (!first || end === at) continue;
    first.opens = 'list';
    setRoles(inside, at, end, 'title');
    at = end;
  }
}

/** The end of a list's title, or the line itself. What comes before has ended, and something comes below. */
function listTitleEnd(pieces: readonly Piece[], at: number): number {
  if (!endsBefore(pieces, at)) return at;
  const { end, title } = readTitle(pieces, at, isFreeTitle);
  const below = pieces[end];
  if (!below) return at;
  return namesList(title) || (below.row && namesTable(title)) ? end : at;
}

function isFreeTitle(piece: Piece): boolean {
  return piece.role === 'body' && isTitleLine(piece);
}
