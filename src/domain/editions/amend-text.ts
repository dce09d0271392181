import type { Clause, ClauseKind, Role } from '../policy/clause.ts';
import { isBlank } from '../policy/fold.ts';
import type { Marker } from '../policy/marker.ts';
import { type SplitHints, splitPolicy } from '../policy/split.ts';

/** A number and what stands behind 之. */
export interface Numbered {
  number: number;
  zhi: number;
}

/** A clause on its way from one edition to the next. */
export interface Node extends Numbered {
  /** Of the base; `null` of what is new. */
  id: string | null;
  kind: ClauseKind;
  parent: Node | null;
  /** What its number becomes where the decision says so. */
  to: Numbered | null;
  isNew: boolean;
  isDeleted: boolean;
}

/** A paragraph with the blank lines above it. */
export interface Block {
  gap: string[];
  /** As they stand in the text. */
  lines: string[];
  /** The first of them in the base, from 1; `null` of what is new. */
  from: number | null;
  role: Role;
  /** The number with the blanks round it, as it stands at the head of `lines`. */
  marker: string;
  node: Node;
  /** The instructions that touched it, by their index. */
  by: Set<number>;
}

/** A base taken apart so that what nobody touches comes back byte for byte. */
export interface AmendText {
  blocks: Block[];
  /** Blank lines at the end. */
  rest: string[];
}

/** Takes a text apart by the splitter: a block for each paragraph, in order. */
export function takeApart(source: string, hints: SplitHints = {}): AmendText {
  const { clauses } = splitPolicy(source, hints);
  const lines = source.split('\n');
  const nodes = nodesOf(clauses);
  const blocks: Block[] = [];
  let at = 0;
  for (const clause of clauses) {
    const node = nodes.get(clause.id);
    for (const paragraph of clause.paragraphs) {
      const [first, last] = paragraph.lines;
      // A line with another sign of a break in it holds several paragraphs; it stays one block.
      if (!node || first <= at) continue;
      blocks.push({
        gap: lines.slice(at, first - 1),
        lines: lines.slice(first - 1, last),
        from: first,
        role: paragraph.role,
        marker: paragraph.marker,
        node,
        by: new Set(),
      });
      at = last;
    }
  }
  return { blocks, rest: lines.slice(at) };
}

function nodesOf(clauses: readonly Clause[]): Map<string, Node> {
  const nodes = new Map<string, Node>();
  for (const { id, kind, marker, parent } of clauses) {
    const around = parent === null ? null : (nodes.get(parent) ?? null);
    nodes.set(id, { ...newNode(kind, marker, around), id, isNew: false });
  }
  return nodes;
}

export function newNode(kind: ClauseKind, marker: Marker | null, parent: Node | null): Node {
  const { number = 0, zhi = 0 } = marker ?? {};
  return { id: null, kind, number, zhi, parent, to: null, isNew: true, isDeleted: false };
}

/** The text as it stands now. */
export function putTogether({ blocks, rest }: AmendText): string {
  return [...blocks.flatMap(({ gap, lines }) => [...gap, ...lines]), ...rest].join('\n');
}

/** The text of a block below its number. */
export function bodyOf({ lines, marker }: Block): string {
  return lines.join('').slice(marker.length);
}

export function setBody(block: Block, body: string): void {
  block.lines = [block.marker + body];
}

export function setMarker(block: Block, marker: string): void {
  const [first = '', ...rest] = block.lines;
  block.lines = [marker + first.slice(block.marker.length), ...rest];
  block.marker = marker;
}

/** Whether a node stands in another, or is it. */
export function isIn(node: Node | null, outer: Node): boolean {
  return node !== null && (node === outer || isIn(node.parent, outer));
}

/** The paragraphs of a node and of all that stands in it. */
export function rangeOf({ blocks }: AmendText, node: Node): Block[] {
  return blocks.filter((block) => isIn(block.node, node));
}

/** The nodes that are there, in the order of the text. */
export function nodesIn({ blocks }: AmendText): Node[] {
  return [...new Set(blocks.map(({ node }) => node))];
}

/** How paragraphs of a kind are laid out, by the one nearest to a place. */
export function layoutOf(
  { blocks }: AmendText,
  kind: ClauseKind,
  near: number,
): { gap: string[]; indent: string } {
  const alike = blocks
    .map((block, i) => ({ block, far: Math.abs(i - near) }))
    .filter(({ block }) => block.node.kind === kind && isText(block) && !block.node.isNew);
  const [nearest] = alike.sort((a, b) => a.far - b.far);
  const block = nearest?.block ?? blocks.findLast((one) => isText(one) && one.gap.every(isBlank));
  if (!block) return { gap: [], indent: '' };
  const [indent = ''] = /^[^\S\n]*/u.exec(block.lines[0] ?? '') ?? [];
  // What has no example of its kind is set as the articles are.
  return { gap: block.gap.filter(isBlank), indent };
}

function isText({ role, from }: Block): boolean {
  return (role === 'body' || role === 'heading') && from !== null;
}
