import { readMarker } from '../../domain/policy/marker.ts';

/** A line of a file as it stands there. */
export interface FileLine {
  text: string;
  /** From 1. */
  number: number;
}

/** Widths in which no text is set by hand: half-width columns. */
const NARROWEST = 40;
const WIDEST = 160;
/** A mark that may not begin a line makes the one before it shorter, or longer. */
const SLACK = 4;
/** So many full lines, and so large a share of them among all long lines, show that a program broke them. */
const FEWEST_FULL = 4;
const SHARE_FULL = 0.6;

/**
 * Lines that a program broke at a fixed width, put together again: groups of lines that are one paragraph each. Where
 * the file shows no such width, each line is a group. A blank line, an indent or a number begins a paragraph.
 */
export function joinWrapped(lines: readonly FileLine[]): FileLine[][] {
  const width = wrapWidth(lines);
  const indents = width !== null && lines.some((line) => isIndented(line.text));
  const groups: FileLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && width !== null && goesOn(before, line, width, indents)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

function goesOn(before: FileLine, line: FileLine, width: number, indents: boolean): boolean {
  if (line.number !== before.number + 1 || columns(before.text) < width - SLACK) return false;
  if (isIndented(line.text) || readMarker(line.text)) return false;
  // Without indents a full line that ends a sentence may end its paragraph, too.
  return indents || !/[。！？：；]\s*$/u.test(before.text);
}

/** The width at which a program broke the lines, in half-width columns; `null` where none did. */
function wrapWidth(lines: readonly FileLine[]): number | null {
  const widths = lines.map(({ text }) => columns(text));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < NARROWEST || widest > WIDEST) return null;
  const long = widths.filter((width) => width > widest * 0.6);
  const full = long.filter((width) => width >= widest - SLACK);
  return full.length >= FEWEST_FULL && full.length >= long.length * SHARE_FULL ? widest : null;
}

function isIndented(text: string): boolean {
  return /^(\u3000| {2}|\t|\u2003)/u.test(text);
}

/** How wide a line stands in a font of one width: a Chinese character takes two columns. */
function columns(text: string): number {
  let width = 0;
  for (const character of text.trimEnd()) width += character < '\u0250' ? 1 : 2;
  return width;
}
