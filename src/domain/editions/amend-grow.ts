import type { ClauseKind } from '../policy/clause.ts';
import { type Marker, readMarker } from '../policy/marker.ts';
import { formatNumeral, NUMERAL } from '../policy/numeral.ts';
import {
  type AmendText,
  type Block,
  isIn,
  layoutOf,
  type Node,
  type Numbered,
  newNode,
} from './amend-text.ts';
import type { Quote } from './decision.ts';

/** New paragraphs with what they stand in. */
export interface Grown {
  blocks: Block[];
  /** The clauses that begin with them, the outermost only. */
  tops: Node[];
}

/** Where new text is put: what it stands in, and near which block. */
export interface Ground {
  parent: Node | null;
  near: number;
  by: number;
}

/** Levels of lists, outermost first. */
const LEVELS_OF_LISTS: readonly ClauseKind[] = ['item', 'point', 'subpoint', 'paren', 'circle'];

/** A number with another in its place, as printed: `第十条　 → 第十一条　`, `（9） → （10）`. */
export function renumbered(printed: string, { number, zhi }: Numbered): string {
  const circled = /[①-⑳]/u.exec(printed)?.[0];
  if (circled && number <= 20)
    return printed.replace(circled, String.fromCodePoint(0x2460 + number - 1));
  const numeral = new RegExp(`(?:[〇○零一二三四五六七八九十百千]+|${NUMERAL})`, 'u');
  const written = printed.replace(/(?<=[编章节条])之[〇零一二三四五六七八九十]+/u, '');
  return written
    .replace(numeral, (old) =>
      /\d/u.test(old.normalize('NFKC')) ? String(number) : formatNumeral(number),
    )
    .replace(/([编章节条])/u, (unit) => (zhi ? `${unit}之${formatNumeral(zhi)}` : unit));
}

/** Grows clauses out of the paragraphs of a quote, laid out as the text round it is. */
export function grow(text: AmendText, quote: Quote, ground: Ground): Grown {
  const grown: Grown = { blocks: [], tops: [] };
  /** The clauses that are open, the outermost first. */
  let open: Node[] = [];
  let paragraphs = 1;
  for (const written of quote) {
    const marker = readMarker(written);
    const kind: ClauseKind = marker?.level ?? 'paragraph';
    open = open.filter((node) => holds(node.kind, kind));
    const parent = open.at(-1) ?? ground.parent;
    const number = marker ? marker : { number: kind === 'paragraph' ? ++paragraphs : 0, zhi: 0 };
    if (kind === 'article') paragraphs = 1;
    const node: Node = { ...newNode(kind, marker, parent), ...pickNumber(number), isNew: false };
    if (open.length === 0) grown.tops.push(node);
    open.push(node);
    grown.blocks.push(blockOf(text, written, marker, node, ground));
  }
  return grown;
}

function pickNumber({ number, zhi }: Numbered): Numbered {
  return { number, zhi };
}

const DEPTH: readonly ClauseKind[] = [
  'book',
  'subbook',
  'chapter',
  'section',
  'article',
  'paragraph',
  ...LEVELS_OF_LISTS,
];

function holds(outer: ClauseKind, inner: ClauseKind): boolean {
  return DEPTH.indexOf(outer) < DEPTH.indexOf(inner);
}

function blockOf(
  text: AmendText,
  written: string,
  marker: Marker | null,
  node: Node,
  { near, by }: Ground,
): Block {
  const { gap, indent } = layoutOf(text, node.kind, near);
  const body = written.slice(marker?.printed.length ?? 0).trim();
  const printed = marker ? `${indent}${marker.printed.trimStart()}` : '';
  const sample = sampleOf(text, node.kind, near);
  // An article is set as the articles round it are: with their blanks, and in their numerals.
  const own = marker && sample && node.kind === 'article' ? renumbered(sample, marker) : printed;
  return {
    gap,
    lines: [marker ? own + body : indent + body],
    from: null,
    role: node.kind === 'chapter' || node.kind === 'section' ? 'heading' : 'body',
    marker: marker ? own : '',
    node,
    by: new Set([by]),
  };
}

/** How the number of a clause of that kind is printed nearest to a place. */
function sampleOf({ blocks }: AmendText, kind: ClauseKind, near: number): string | null {
  const found = blocks
    .map((block, i) => ({ block, far: Math.abs(i - near) }))
    .filter(({ block }) => block.node.kind === kind && block.marker !== '' && block.from !== null)
    .sort((a, b) => a.far - b.far);
  return found[0]?.block.marker ?? null;
}

/** A new clause of a list or an article for words without a number. */
export function growNumbered(
  text: AmendText,
  kind: ClauseKind,
  to: Numbered,
  quote: Quote,
  ground: Ground,
): Grown {
  const sample = sampleOf(text, kind, ground.near) ?? (kind === 'article' ? '第一条　' : '（一）');
  const [first = '', ...rest] = quote;
  return grow(text, [renumbered(sample, to).trimStart() + first, ...rest], ground);
}

/** Whether words begin with a number of that kind. */
export function beginsWith(words: string, kind: ClauseKind): Marker | null {
  const marker = readMarker(words);
  return marker?.level === kind ? marker : null;
}

/** The place right behind a node and all that stands in it. */
export function endOf({ blocks }: AmendText, node: Node): number {
  return blocks.findLastIndex((block) => isIn(block.node, node)) + 1;
}
