import type { Counters, PrintedNumber } from '../numbering/counters.ts';
import { hole } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { paragraphLines, placed } from '../word/lines.ts';
import { isVisible } from '../word/pieces.ts';
import type { Sight } from '../word/sights.ts';
import { sightsOf } from './holes.ts';
import { levelIn, type Use } from './lists.ts';
import type { Anchor, Paragraph } from './paragraphs.ts';
import { isLeftOut } from './read-story.ts';
import { tableLines } from './table-lines.ts';

/** What all parts of the text share while lines are made of them. */
export interface Shared {
  lists: (Use | undefined)[];
  /** How far the lists of the part have come. */
  counters: Counters;
  /** Filled: what is seen and is no text. */
  sights: Sight[];
}

/** What the lines of one part are made with. */
export interface LineContext extends Shared {
  /** Where a paragraph stands, for an editor: its number among those of which something is seen. */
  placeOf: (paragraph: number) => string;
  placeOfTable: (table: number) => string;
  /** The lines of what floats at an anchor; they stand before its paragraph. */
  floating: (anchor: Anchor, place: string) => Line[];
}

/** The lines of a part of the text. */
export const linesOf = (paragraphs: Paragraph[], context: LineContext): Line[] => {
  const count = { paragraphs: 0, tables: 0 };
  return byTable(paragraphs).flatMap((group) => {
    const isTable = group.some(({ format }) => format.depth > 0);
    if (isTable) count.tables += 1;
    const place = isTable
      ? context.placeOfTable(count.tables)
      : context.placeOf(count.paragraphs + 1);
    const anchors = group.flatMap((paragraph) => paragraph.anchors);
    const floating = anchors.flatMap((anchor) => context.floating(anchor, place));
    const seen = context.sights.length;
    const made = isTable ? tableLines(group, place, context) : ownLines(group, place, context);
    const isSeen = made.some(({ pieces }) => isVisible(pieces)) || context.sights.length > seen;
    if (!isTable && isSeen) count.paragraphs += 1;
    return floating.concat(made);
  });
};

const ownLines = (paragraphs: Paragraph[], place: string, context: LineContext): Line[] =>
  paragraphs.flatMap((paragraph) => {
    const { pieces, number } = numbered(paragraph, place, context);
    return placed(paragraphLines(pieces, number, false), place);
  });

/** Each table as one group, every other paragraph as its own. */
const byTable = (paragraphs: Paragraph[]): Paragraph[][] => {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    const isSame = paragraph.format.depth > 0 && last?.[0] && last[0].format.depth > 0;
    if (isSame) last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
};

/** What stands in a paragraph, and the automatic number before it. */
export interface Numbered {
  pieces: Piece[];
  number: PrintedNumber | undefined;
}

/** Counts a paragraph, and tells what in it is no text. */
export const numbered = (
  paragraph: Paragraph,
  place: string,
  { lists, counters, sights }: Shared,
): Numbered => {
  const { format, pieces } = paragraph;
  for (const sight of sightsOf(pieces, place)) sights.push(sight);
  if (isLeftOut(paragraph)) return { pieces, number: undefined };
  const use = lists[format.list - 1];
  const number = use && counters.next(use, levelIn(use, format));
  return { pieces: format.hasOldNumber && !number ? [OLD_NUMBER, ...pieces] : pieces, number };
};

const OLD_NUMBER = hole('这里有 Word 95 的自动编号，读不出来');
