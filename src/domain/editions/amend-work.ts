import { LIST_LEVELS } from '../policy/list-levels.ts';
import type { SplitHints } from '../policy/split.ts';
import { addTo } from './amend-add.ts';
import { type Addition, inOrder, settle } from './amend-numbers.ts';
import { done, lacks, leave, type Outcome } from './amend-outcome.ts';
import { findPlace } from './amend-places.ts';
import { insertAt, replaceAt } from './amend-replace.ts';
import { deleteAt, removeTarget, rewriteAt } from './amend-rewrite.ts';
import { type AmendText, bodyOf, type Node, nodesIn, takeApart } from './amend-text.ts';
import type { DecisionPlace, Operation } from './decision.ts';

/** A base on its way to the next edition, one instruction after another. */
export class AmendWork {
  readonly text: AmendText;
  /** The clauses of the base in order, as they were. */
  readonly order: readonly Node[];
  private readonly additions: Addition[] = [];
  private readonly deferred: { operation: Extract<Operation, { does: 'add' }>; by: number }[] = [];
  /** Which instruction says that all numbers follow. */
  private general: number | null = null;
  /** Which instruction gave a node its number. */
  private readonly told = new Map<Node, number>();

  constructor(source: string, hints: SplitHints | undefined) {
    this.text = takeApart(source, hints);
    this.order = nodesIn(this.text);
  }

  run(operation: Operation, by: number): Outcome {
    switch (operation.does) {
      case 'replace':
        return replaceAt(this.text, operation, by);
      case 'insert':
        return insertAt(this.text, operation, by);
      case 'rewrite':
        return this.rewrite(operation, by);
      case 'delete':
        return deleteAt(this.text, operation);
      case 'renumber':
        return this.renumber(operation, by);
      case 'renumber-all':
        this.general = by;
        return done([]);
      case 'add':
        // Its number counts what is deleted elsewhere in the decision.
        this.deferred.push({ operation, by });
        return done([]);
    }
  }

  private rewrite(operation: Extract<Operation, { does: 'rewrite' }>, by: number): Outcome {
    const { at, as, quote } = operation;
    if (isPromoted(at, as)) return this.promote(at[0], as, quote, by);
    const outcome = rewriteAt(this.text, operation, by);
    for (const { node } of this.text.blocks)
      if (node.to && !this.told.has(node)) this.told.set(node, by);
    return outcome;
  }

  /** 将第二款改为第十九条 */
  private promote(
    from: DecisionPlace | undefined,
    as: readonly DecisionPlace[],
    quote: readonly string[],
    by: number,
  ): Outcome {
    const target = from && findPlace(this.text, from);
    if (!from || !target) return lacks(from ?? { steps: [] });
    const words = quote.length ? quote : target.blocks.map((block) => bodyOf(block).trim());
    removeTarget(this.text, target);
    const operation = {
      does: 'add',
      unit: '条',
      at: null,
      beside: null,
      as,
      quote: words,
    } as const;
    this.deferred.push({ operation, by });
    return done([target.node?.id ?? null]);
  }

  private renumber({ from, to }: Extract<Operation, { does: 'renumber' }>, by: number): Outcome {
    if (isPromoted(from, to)) return this.promote(from[0], to, [], by);
    const found: [Node, DecisionPlace][] = [];
    for (const [i, place] of from.entries()) {
      const target = findPlace(this.text, place);
      if (!target?.node) return lacks(place);
      if (isOfOther(place, to[i])) {
        const outcome = this.followArticle(place, to[i], by);
        if (outcome.left !== null) return outcome;
        continue;
      }
      if (!target.isFirst) found.push([target.node, to[i] ?? place]);
    }
    for (const [i, [node, place]] of found.entries()) {
      const unit = from[i]?.steps.at(-1)?.unit;
      const step = place.steps.find((one) => one.unit === unit);
      if (!step || node.kind === 'paragraph') continue;
      node.to = { number: step.number, zhi: step.zhi };
      this.told.set(node, by);
    }
    return done(found.map(([node]) => node.id));
  }

  /** 第三十条第一款改为第三十一条第一款: the article moves, as long as all its 款 do. */
  private followArticle(from: DecisionPlace, to: DecisionPlace | undefined, by: number): Outcome {
    const [article, paragraph] = from.steps;
    const [number, other] = to?.steps ?? [];
    const node = article && findPlace(this.text, { steps: [article] })?.node;
    const isFirst = paragraph?.number === 1 && other?.number === 1;
    const isNext = node?.to?.number === number?.number && paragraph?.number === other?.number;
    if (!node || !number || from.steps.length !== 2 || (!isFirst && !isNext))
      return leave('一条中的几款分到别的条，不能确定怎样移。');
    node.to = { number: number.number, zhi: number.zhi };
    this.told.set(node, by);
    return done([node.id]);
  }

  /** What is added, in the order of its numbers. */
  addAll(outcomes: (Outcome | null)[]): void {
    const number = ({ as }: Extract<Operation, { does: 'add' }>) =>
      as[0]?.steps.at(-1)?.number ?? Number.POSITIVE_INFINITY;
    this.deferred.sort((a, b) => number(a.operation) - number(b.operation));
    for (const { operation, by } of this.deferred) {
      const { outcome, additions } = addTo(this.text, operation, by);
      const before = outcomes[by];
      outcomes[by] = before ? { ...outcome, old: [...before.old, ...outcome.old] } : outcome;
      this.additions.push(...additions);
    }
  }

  /** Puts what is added to its place and numbers it all, the outermost first. */
  number(): Map<Node, number | null> {
    const changed = new Map<Node, number | null>();
    for (const kind of ['book', 'subbook', 'chapter', 'section', 'article'] as const)
      this.settleAll(kind, changed);
    for (const kind of LIST_LEVELS) this.settleAll(kind, changed);
    return changed;
  }

  private settleAll(kind: Node['kind'], changed: Map<Node, number | null>): void {
    const all = inOrder(this.text, this.order).filter((node) => node.kind === kind);
    const own = this.additions.filter(({ node }) => node.kind === kind);
    // Articles are numbered through a text, all else in what it stands in.
    const key = (node: Node): unknown => (kind === 'article' ? regionOf(node) : node.parent);
    const keys = new Set([
      ...all.map(key),
      ...(kind === 'article' ? [] : own.map(({ node }) => key(node))),
    ]);
    const main = kind === 'article' ? key(all.find((node) => !node.isNew) ?? ({} as Node)) : null;
    for (const one of keys) {
      const nodes = all.filter((node) => key(node) === one);
      const additions = own.filter(({ node }) =>
        kind === 'article' ? one === main : key(node) === one,
      );
      const isTold = nodes.some(({ to, isNew }) => to && !isNew);
      const isTouched =
        isTold || additions.length > 0 || nodes.some(({ isNew, isDeleted }) => isNew || isDeleted);
      if (!isTouched) continue;
      const adds = additions.length > 0 || nodes.some(({ isNew }) => isNew);
      const closesGaps = this.general !== null || isTold || adds;
      for (const node of settle(this.text, { nodes, additions, closesGaps }))
        changed.set(node, this.told.get(node) ?? this.general);
    }
  }
}

function isPromoted(from: readonly DecisionPlace[], to: readonly DecisionPlace[]): boolean {
  return (
    from.length === 1 && from[0]?.steps.at(-1)?.unit === '款' && to[0]?.steps.at(-1)?.unit === '条'
  );
}

/** Whether a 款 is told a place in another article. */
function isOfOther(from: DecisionPlace, to: DecisionPlace | undefined): boolean {
  const [one, other] = [from.steps[0], to?.steps[0]];
  return from.steps.at(-1)?.unit === '款' && other?.unit === '条' && one?.number !== other.number;
}

function regionOf(node: Node): Node | null {
  if (node.kind === 'annex' || node.kind === 'document') return node;
  return node.parent ? regionOf(node.parent) : null;
}
