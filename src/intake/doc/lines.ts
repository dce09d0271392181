import type { Line, Piece } from '../reading.ts';
import type { Counters } from './counters.ts';
import { numberPieces } from './number-pieces.ts';
import type { Anchor, Item, Paragraph } from './paragraphs.ts';
import {
  added,
  BREAK,
  isPiece,
  isSeen,
  merged,
  printed,
  splitAtBreaks,
  trimmed,
} from './paragraphs.ts';
import { isLeftOut } from './read-story.ts';
import type { Report } from './report.ts';
import { tableLines } from './table-lines.ts';

/** What lines are made with. */
export interface LineContext {
  counters: Counters;
  fonts: string[];
  report: Report;
  /** Where a paragraph stands, for an editor: its number among those with text. */
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
    const made = isTable ? tableLines(group, place, context) : ownLines(group, place, context);
    if (!isTable && made.some(isVisible)) count.paragraphs += 1;
    return floating.concat(made);
  });
};

const ownLines = (paragraphs: Paragraph[], place: string, context: LineContext): Line[] =>
  paragraphs.flatMap((paragraph) =>
    paragraphLines(numbered(paragraph, context), place, context.report),
  );

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

const isVisible = ({ pieces }: Line): boolean => pieces.some(isSeen);

/** Its items, with the automatic number before them. */
export const numbered = (
  paragraph: Paragraph,
  { counters, fonts }: Pick<LineContext, 'counters' | 'fonts'>,
): Item[] => {
  const { format, items } = paragraph;
  if (isLeftOut(paragraph)) return items;
  const number = counters.next(format);
  if (!number && !format.hasOldNumber) return items;
  const rest = trimmed(items);
  const pieces = number ? numberPieces(number, fonts, printed(rest)) : [OLD_NUMBER];
  return [...pieces, ...rest];
};

const OLD_NUMBER: Item = { hole: 'number', what: '这里有 Word 95 的自动编号，读不出来' };

/** A line for each part of the paragraph between breaks; what is blank makes none. */
export const paragraphLines = (items: Item[], place: string, report: Report): Line[] => {
  const parts = splitAtBreaks(items).map(trimmed);
  const seen = parts.filter((part) => part.some(isSeen)).length;
  let nth = 0;
  return parts.flatMap((part) => {
    if (part.some(isSeen)) nth += 1;
    const here = nth > 0 && seen > 1 ? `${place}第${nth}行` : place;
    const where = seen === 0 ? `${place}之前` : here;
    return lineOf(here, piecesOf(part, where, report));
  });
};

/** A line where something of it is seen; of another only what is dropped; none where nothing is. */
export const lineOf = (place: string, pieces: Piece[]): Line[] => {
  if (pieces.some(isSeen)) return [{ place, pieces }];
  const dropped = pieces.filter(({ fate, text }) => fate === 'dropped' && /\S/.test(text));
  return dropped.length > 0 ? [{ place, pieces: merged(dropped) }] : [];
};

/** Holes are marked in the line, and where no text is read told of too. */
export const piecesOf = (items: Item[], place: string, report: Report): Piece[] =>
  merged(
    items.flatMap((item): Piece[] => {
      if (item === BREAK) return [added('\v', '单元格里换行')];
      if (isPiece(item)) return [item];
      if (item.hole !== 'number') report.hole(item, place);
      const reason = item.hole === 'number' ? item.what : `此处有${item.what}`;
      return [{ text: '', fate: 'uncertain', reason }];
    }),
  );
