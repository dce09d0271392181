import { type Node, nodesOf, type Topic } from './tree.ts';

/** A page of a topic with its place in a drawing: depth in questions, row in results. */
export interface Placed {
  node: Node;
  /** Steps from the start. */
  column: number;
  /** Middle of the results below it, in rows from 0. */
  row: number;
  /** Place of the page before it; `null` for the start. */
  parent: Placed | null;
}

/** A topic's tree laid out for drawing: results one under the other, each question in the middle of its answers. */
export function layOut(topic: Topic): { pages: Placed[]; columns: number; rows: number } {
  const nodes = [...nodesOf(topic)];
  const placed = new Map<string, Placed>();
  const key = (node: Node, length = node.steps.length) =>
    node.steps
      .slice(0, length)
      .map(({ answer }) => answer.slug)
      .join('/');
  let rows = 0;
  for (const node of nodes) {
    const parent = node.steps.length
      ? (placed.get(key(node, node.steps.length - 1)) ?? null)
      : null;
    placed.set(key(node), {
      node,
      column: node.steps.length,
      row: node.question ? -1 : rows++,
      parent,
    });
  }
  const pages = [...placed.values()];
  // Children come after their parents, so going backwards every question knows its answers' rows.
  for (const page of pages.toReversed()) {
    if (page.row >= 0) continue;
    const own = pages.filter((other) => other.parent === page).map(({ row }) => row);
    page.row = (Math.min(...own) + Math.max(...own)) / 2;
  }
  return { pages, columns: Math.max(...pages.map(({ column }) => column)) + 1, rows };
}
