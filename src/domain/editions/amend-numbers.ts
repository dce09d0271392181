import { endOf, renumbered } from './amend-grow.ts';
import {
  type AmendText,
  type Block,
  isIn,
  type Node,
  type Numbered,
  nodesIn,
  rangeOf,
  setMarker,
} from './amend-text.ts';

/** A new clause on its way to its place: by its number, or beside another. */
export interface Addition {
  node: Node;
  blocks: Block[];
  /** What it is put into, where the decision says so. */
  inside: Node | null;
  by: number;
}

/** Clauses that are numbered one after another, those that are deleted in their old places. */
export interface Sequence {
  nodes: Node[];
  additions: Addition[];
  /** Whether what follows a deleted number moves up. */
  closesGaps: boolean;
}

/** The numbers of a sequence, and where the new clauses stand in it. */
interface Numbers {
  order: Node[];
  numbers: Map<Node, Numbered>;
}

/**
 * Nodes of a text in order with those that are deleted where they stood: `base` is the order before anything was done.
 */
export function inOrder(text: AmendText, base: readonly Node[]): Node[] {
  const now = nodesIn(text);
  const there = new Set(now);
  const old = new Set(base);
  const order = base.filter((node) => there.has(node) || node.isDeleted);
  for (const [i, node] of now.entries()) {
    if (old.has(node)) continue;
    const before = now[i - 1];
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, node);
  }
  return order;
}

/** Puts the new clauses of a sequence to their places and writes all numbers. Returns the nodes whose number changed. */
export function settle(text: AmendText, sequence: Sequence): Node[] {
  const moved = takeMoved(text, sequence);
  const additions = [...sequence.additions, ...moved].sort((a, b) => compare(toOf(a), toOf(b)));
  const gone = new Set(moved.map(({ node }) => node));
  const { order, numbers } = numberAll({ ...sequence, additions }, gone);
  for (const addition of additions) put(text, addition, order);
  return order.filter((node) => {
    const number = numbers.get(node);
    if (!number || compare(number, node) === 0) return false;
    const [first] = rangeOf(text, node);
    if (first) setMarker(first, renumbered(first.marker, number));
    node.to = number;
    return !node.isNew;
  });
}

const toOf = ({ node }: Addition): Numbered => node.to ?? node;

function compare(one: Numbered, other: Numbered): number {
  return one.number - other.number || one.zhi - other.zhi;
}

function numberAll({ nodes, additions, closesGaps }: Sequence, gone: ReadonlySet<Node>): Numbers {
  const order: Node[] = [];
  const numbers = new Map<Node, Numbered>();
  const waiting = [...additions];
  let shift = 0;
  let last: Numbered = { number: 0, zhi: 0 };
  const take = (node: Node, number: Numbered) => {
    order.push(node);
    numbers.set(node, number);
    last = number;
  };
  const next = (node: Node): Numbered => {
    if (node.to) return node.to;
    const moved = { number: node.number + shift, zhi: node.zhi };
    return compare(moved, last) > 0 ? moved : { number: last.number + 1, zhi: 0 };
  };
  for (const node of nodes) {
    const isGone = node.isDeleted || gone.has(node);
    if (isGone && closesGaps && node.zhi === 0) shift--;
    if (isGone) continue;
    while (waiting[0] && compare(toOf(waiting[0]), next(node)) <= 0 && !isFixed(node, waiting[0])) {
      const [first] = waiting.splice(0, 1);
      if (first) take(first.node, toOf(first));
    }
    const number = next(node);
    if (!node.isNew && node.zhi === 0) shift = number.number - node.number;
    take(node, number);
  }
  for (const { node, ...rest } of waiting) take(node, toOf({ node, ...rest }));
  return { order, numbers };
}

/** A clause whose own number is told does not make room for a larger one. */
function isFixed(node: Node, addition: Addition): boolean {
  return node.to !== null && compare(node.to, toOf(addition)) < 0;
}

/** Clauses that are told a number which they would not have where they stand change their place. */
function takeMoved(text: AmendText, sequence: Sequence): Addition[] {
  const told = sequence.nodes.filter(({ to, isNew, isDeleted }) => to && !isNew && !isDeleted);
  const rising = new Set(longestRising(told));
  const moved = told.filter((node) => !rising.has(node) || !fits(node, sequence));
  return moved.map((node) => {
    const blocks = rangeOf(text, node);
    text.blocks = text.blocks.filter((block) => !blocks.includes(block));
    return { node, blocks, inside: null, by: -1 };
  });
}

/** Whether a clause has the number that it is told by its place alone, those of the others as they are told. */
function fits(node: Node, sequence: Sequence): boolean {
  const untold = { ...node, to: null };
  const nodes = sequence.nodes.map((one) => (one === node ? untold : one));
  const additions = [...sequence.additions].sort((a, b) => compare(toOf(a), toOf(b)));
  const number = numberAll({ ...sequence, nodes, additions }, new Set()).numbers.get(untold);
  return number !== undefined && node.to !== null && compare(number, node.to) === 0;
}

function longestRising(nodes: readonly Node[]): Node[] {
  const best: Node[][] = [];
  for (const [i, node] of nodes.entries()) {
    let longest: Node[] = [];
    for (const [k, before] of nodes.slice(0, i).entries()) {
      const chain = best[k] ?? [];
      const rises = compare(before.to ?? before, node.to ?? node) < 0;
      if (rises && chain.length > longest.length) longest = chain;
    }
    best.push([...longest, node]);
  }
  return best.reduce((a, b) => (b.length > a.length ? b : a), []);
}

function put(text: AmendText, { node, blocks, inside }: Addition, order: readonly Node[]): void {
  const at = order.indexOf(node);
  const isThere = (one: Node) => text.blocks.some((block) => block.node === one);
  const before = order.slice(0, at).findLast(isThere);
  const after = order.slice(at + 1).find(isThere);
  const isApart = inside && before && !isIn(before, inside);
  const index =
    isApart || !before
      ? after
        ? text.blocks.findIndex((block) => isIn(block.node, after))
        : inside
          ? endOf(text, inside)
          : text.blocks.length
      : endOf(text, before);
  node.parent = (isApart ? inside : (before ?? after)?.parent) ?? inside ?? node.parent;
  text.blocks = text.blocks.toSpliced(index, 0, ...blocks);
}
