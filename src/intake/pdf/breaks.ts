import { readMarker } from '../../domain/policy/marker.ts';
import type { Setting } from './edges.ts';
import { endOf, type Glyph, isBlank } from './glyph.ts';
import { type PrintedLine, textOf } from './printed-line.ts';

/** Whether a line begins a paragraph or goes on; `unsure` where it most likely goes on, and the page does not show it. */
export type Break = 'break' | 'join' | 'unsure';

/** A line and how its column is set. */
export interface SetLine {
  line: PrintedLine;
  setting: Setting;
}

/** All in sizes of the line. */
const INDENT = 1.2;
const USUAL_INDENT = [1.6, 2.5] as const;
/** Further in stands no text, but a signature or a date. */
const SIGNED = 6;
const SAME_PLACE = 0.4;
const CENTRED = 0.8;
const SLACK = 0.3;
const WIDE_SLACK = 2.6;
const ROOM = 0.6;
const LOST_INDENT = 2;
/** Sizes that differ by more are of different paragraphs, unless a few characters stand alone. */
const SIZE = 0.08;
const FEW = 4;
/** Of the usual step from line to line. */
const WIDER = 1.2;
const GAP = 1.6;
/** Larger than the text by so much: a title. */
const LARGER = 1.12;
/** A word that does not fit takes this share of a line at most. */
const LONGEST_WORD = 0.4;

/** More characters than a note below a title has; and than a label. */
const LONGEST_NOTE = 600;
const LABEL = 6;

const LEADER = /[.．…·•⋯‥—_-]{4,}\s*[-（(]?\s*[0-9０-９ivxIVX]*\s*[-）)]?\s*$/u;
const TERMINAL = /[。！？；：…!?;:][”’」』）)】》]*\s*$/u;
const LATIN = /[\p{Script=Latin}\p{N}.,/:;%@+\-_&=?#~]/u;
const NO_END = /[（〔【《〈“‘「『(]/u;
const NO_START = /[，。、；：！？）〕】》〉”’」』…%％‰℃]/u;

/** Whether `next` begins a paragraph of its own after the lines of one. */
export function breakBetween(paragraph: readonly SetLine[], next: SetLine): Break {
  const [first] = paragraph;
  const prev = paragraph.at(-1);
  if (!first || !prev) return 'break';
  if (isStillOpen(paragraph, prev, next) || hangs(first, prev, next)) return 'join';
  if (isApart(prev, next)) return 'break';
  const indent = indentOf(next);
  if (Math.abs(indent) >= INDENT) return breakAtIndent(prev, next);
  if (!isFull(prev, next)) return 'break';
  return breakAtEdge(prev, next);
}

/** A note in brackets, as below a title, goes on to the line on which it is closed. */
function isStillOpen(paragraph: readonly SetLine[], last: SetLine, next: SetLine): boolean {
  const text = paragraph.map(({ line }) => textOf(line)).join('');
  if (TERMINAL.test(text) || (isCentred(next) && !isInMiddle(last))) return false;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const open = /^\s*[（(]/u.test(text) && count(/[（(]/gu) > count(/[）)]/gu);
  return (
    open &&
    text.length < LONGEST_NOTE &&
    !readMarker(textOf(next.line)) &&
    sameSize(paragraph, next)
  );
}

const sameSize = (paragraph: readonly SetLine[], next: SetLine) =>
  paragraph.every(({ line }) => !sizesDiffer(line, next.line));

/** A line below what follows the label at the head of its paragraph: 抄送：… */
function hangs({ line }: SetLine, prev: SetLine, next: SetLine): boolean {
  if (!isFull(prev, next, LOST_INDENT)) return false;
  if (sizesDiffer(line, next.line) || readMarker(textOf(next.line))) return false;
  const inked = line.glyphs.filter(({ text }) => !isBlank(text));
  const colon = inked.slice(0, LABEL).findIndex(({ text }) => /[：:]/u.test(text));
  const start = inked[colon + 1];
  if (colon < 1 || !start) return false;
  return Math.abs(start.x - next.line.left) < SAME_PLACE * 2 * next.line.size;
}

/** What sets two lines apart whatever they say: a table of contents, a title line by line, another size. */
function isApart(prev: SetLine, next: SetLine): boolean {
  if (LEADER.test(textOf(prev.line)) && !/^\s*\d+\s*$/u.test(textOf(next.line))) return true;
  if (isTitle(prev) && isTitle(next)) return true;
  if (isCentred(prev) || isCentred(next)) return true;
  return sizesDiffer(prev.line, next.line) || gapOf(prev, next) > GAP;
}

function sizesDiffer(prev: PrintedLine, next: PrintedLine): boolean {
  const few = next.glyphs.filter(({ text }) => !isBlank(text)).length < FEW;
  return Math.abs(prev.size - next.size) > (few ? 3 * SIZE : SIZE) * Math.max(prev.size, next.size);
}

/** An indented line begins a paragraph, but where lists hang or are set in as a whole. */
function breakAtIndent(prev: SetLine, next: SetLine): Break {
  const text = textOf(prev.line);
  if (!isFull(prev, next) || TERMINAL.test(text) || readMarker(textOf(next.line))) return 'break';
  const indent = indentOf(next);
  if (indent > SIGNED) return 'break';
  const usual = indent > USUAL_INDENT[0] && indent < USUAL_INDENT[1];
  if (usual && next.setting.indented && !isSet(prev, next)) return 'break';
  return indent > 0 && (isSet(prev, next) || !usual) ? 'join' : 'break';
}

/** Both lines begin at one place, and neither where paragraphs begin: a stretch set in as a whole. */
function isSet(prev: SetLine, next: SetLine): boolean {
  const same = Math.abs(prev.line.left - next.line.left) < SAME_PLACE * next.line.size;
  return (
    same &&
    !(next.setting.indented && indentOf(next) > USUAL_INDENT[0] && indentOf(next) < USUAL_INDENT[1])
  );
}

/** `next` begins at the edge after a line that was full. */
function breakAtEdge(prev: SetLine, next: SetLine): Break {
  const ended = TERMINAL.test(textOf(prev.line));
  if (!ended) return marksAlone(next) ? 'break' : 'join';
  if (gapOf(prev, next) > WIDER || (readMarker(textOf(next.line)) && !isIndented(prev, next)))
    return 'break';
  if (isIndented(prev, next)) return 'join';
  return prev.line.page === next.line.page ? 'join' : 'unsure';
}

/** A heading's number where nothing is indented: 第一章 · 一、 */
function marksAlone(next: SetLine): boolean {
  const level = readMarker(textOf(next.line))?.level;
  const heading =
    level === 'chapter' || level === 'part' || level === 'article' || level === 'item';
  return heading && !next.setting.indented;
}

const isIndented = (prev: SetLine, next: SetLine) => prev.setting.indented && next.setting.indented;

/** The step between two lines of a page, of the usual one; 0 across pages and columns. */
function gapOf(prev: SetLine, next: SetLine): number {
  const step = next.line.y - prev.line.y;
  if (prev.line.page !== next.line.page || step <= 0) return 0;
  const scale = Math.max(prev.line.size, next.line.size) / next.setting.size;
  return step / (next.setting.pitch * Math.max(1, scale));
}

/** How far a line begins from the edge, in its size. */
function indentOf({ line, setting }: SetLine): number {
  return (line.left - setting.left) / line.size;
}

/** Whether the first word of the next line would not have found room at the end of this one. */
function isFull(prev: SetLine, next: SetLine, more = 0): boolean {
  const room = prev.setting.right - prev.line.right;
  const width = prev.setting.right - prev.setting.left;
  const word = Math.min(firstWord(next.line.glyphs), LONGEST_WORD * width);
  // Some programs lose the indent at the head of a page, but not the length of the line.
  const lost = isIndented(prev, next) && !TERMINAL.test(textOf(prev.line)) ? LOST_INDENT : 0;
  return room < word + (ROOM + lost + more) * prev.line.size;
}

/** How wide what cannot be parted is at the head of a line. */
function firstWord(glyphs: readonly Glyph[]): number {
  const inked = glyphs.slice(
    Math.max(
      0,
      glyphs.findIndex(({ text }) => !isBlank(text)),
    ),
  );
  const [first] = inked;
  if (!first) return 0;
  let end = 1;
  while (NO_END.test(inked[end - 1]?.text ?? '')) end++;
  if (LATIN.test(inked[end - 1]?.text ?? '')) while (LATIN.test(inked[end]?.text ?? '')) end++;
  while (NO_START.test(inked[end]?.text ?? '')) end++;
  return endOf(inked[end - 1] ?? first) - first.x;
}

/** As much room at the left as at the right, and more than none. */
function isCentred({ line, setting }: SetLine): boolean {
  const left = (line.left - setting.left) / line.size;
  const right = (setting.right - line.right) / line.size;
  // An indented line that ends two characters early is no centred one.
  const slack = left > USUAL_INDENT[0] && left < USUAL_INDENT[1] ? WIDE_SLACK : SLACK;
  return Math.abs(left - right) < 2 * CENTRED && Math.min(left, right) > slack;
}

/** Larger than the text and in the middle, be it that it fills the line. */
function isTitle(set: SetLine): boolean {
  return set.line.size > LARGER * set.setting.size && isInMiddle(set);
}

function isInMiddle({ line, setting }: SetLine): boolean {
  const middle = (line.left + line.right - setting.left - setting.right) / 2;
  return Math.abs(middle) < CENTRED * line.size;
}
