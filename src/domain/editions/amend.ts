import { LIST_LEVELS } from '../policy/list-levels.ts';
import { type SplitHints, splitPolicy } from '../policy/split.ts';
import { addTo } from './amend-add.ts';
import { type Citation, citationsOf } from './amend-citations.ts';
import {
  deleteAt,
  done,
  insertAt,
  lacks,
  leave,
  type Outcome,
  removeTarget,
  replaceAt,
  rewriteAt,
} from './amend-edits.ts';
import { type Addition, inOrder, settle } from './amend-numbers.ts';
import { findPlace, formatSteps } from './amend-places.ts';
import {
  type AmendText,
  bodyOf,
  isIn,
  type Node,
  nodesIn,
  putTogether,
  takeApart,
} from './amend-text.ts';
import type { DecisionPlace, Instruction, Operation } from './decision.ts';

/** An instruction that was carried out, and where. */
export interface Applied {
  instruction: Instruction;
  /** Clauses of the base that it touched, by id. */
  old: string[];
  /** Clauses of the next edition that it wrote or touched, by id. */
  new: string[];
  /** What a person should look at. */
  notes: string[];
}

/** A clause with another number, and the instruction that it follows from; `null` where the decision does not say so. */
export interface Renumbered {
  old: string;
  new: string;
  by: Instruction | null;
}

/** What a decision makes of a text. */
export interface Amendment {
  /** The next edition; with `problems` the base as it was, for nothing is half applied. */
  text: string;
  applied: Applied[];
  left: { instruction: Instruction; why: string }[];
  /** Where the decision names what the base does not have. */
  problems: { instruction: Instruction; problem: string; fix: string }[];
  renumbered: Renumbered[];
  /** Citations inside the text that the decision says nothing of, and that name an article with another number now. */
  citations: Citation[];
  /** The line in the next edition of each line of the base that is still there. */
  lines: ReadonlyMap<number, number>;
}

/** The text that is amended, and what an editor tells the splitter of it. */
export interface Base {
  source: string;
  hints?: SplitHints;
}

/**
 * Carries out the instructions of a decision on a text: the next edition, laid out as the base, in which everything that
 * nobody touched is the same byte for byte. Places are those of the base, as decisions name them.
 */
export function applyDecision(base: Base, instructions: readonly Instruction[]): Amendment {
  const work = new Work(base, instructions);
  const outcomes = instructions.map(({ operation }, i) => operation && work.run(operation, i));
  work.addAll(outcomes);
  const renumbered = work.number();
  return work.result(outcomes, renumbered);
}

class Work {
  private readonly text: AmendText;
  private readonly order: readonly Node[];
  private readonly additions: Addition[] = [];
  private readonly deferred: { operation: Extract<Operation, { does: 'add' }>; by: number }[] = [];
  /** Which instruction says that all numbers follow. */
  private general: number | null = null;
  /** Which instruction gave a node its number. */
  private readonly told = new Map<Node, number>();
  private readonly base: Base;
  private readonly instructions: readonly Instruction[];

  constructor(base: Base, instructions: readonly Instruction[]) {
    this.base = base;
    this.instructions = instructions;
    this.text = takeApart(base.source, base.hints);
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

  result(
    outcomes: readonly (Outcome | null)[],
    changed: ReadonlyMap<Node, number | null>,
  ): Amendment {
    const problems = outcomes.flatMap((outcome, i) =>
      this.problemOf(outcome, this.instructions[i]),
    );
    const untouched = problems.length > 0;
    const text = untouched ? this.base.source : putTogether(this.text);
    const { lines, clauseAt } = this.traceLines(text);
    return {
      text,
      applied: untouched
        ? []
        : this.instructions.flatMap((instruction, i) =>
            this.applied(instruction, outcomes[i], i, clauseAt),
          ),
      left: this.instructions.flatMap((instruction, i) => {
        const why = instruction.operation ? outcomes[i]?.left : instruction.why;
        return why ? [{ instruction, why }] : [];
      }),
      problems,
      renumbered: untouched ? [] : this.renumbered(changed, clauseAt),
      citations: untouched ? [] : citationsOf(this.text, this.order),
      lines: untouched ? new Map() : lines,
    };
  }

  private problemOf(
    outcome: Outcome | null,
    instruction: Instruction | undefined,
  ): Amendment['problems'] {
    if (!outcome?.missing || !instruction) return [];
    const place = formatSteps(outcome.missing);
    const where = instruction.item.printed ? `决定的“${instruction.item.printed}”` : '决定';
    return [
      {
        instruction,
        problem: `${where}写“${instruction.words}”，但上一版没有${place}。`,
        fix: '核对用作上一版的是不是决定所改的那一版，决定改的是不是这份文件。',
      },
    ];
  }

  private applied(
    instruction: Instruction,
    outcome: Outcome | null | undefined,
    i: number,
    clauseAt: ReadonlyMap<Node, string>,
  ): Applied[] {
    if (!instruction.operation || !outcome || outcome.left !== null) return [];
    const now = this.text.blocks
      .filter(({ by, node }) => by.has(i) || (node.id !== null && outcome.old.includes(node.id)))
      .flatMap(({ node }) => clauseAt.get(node) ?? []);
    return [{ instruction, old: outcome.old, new: [...new Set(now)], notes: outcome.notes }];
  }

  private renumbered(
    changed: ReadonlyMap<Node, number | null>,
    clauseAt: ReadonlyMap<Node, string>,
  ): Renumbered[] {
    // What stands in a clause has its number in the id.
    return this.order.flatMap((node) => {
      const now = clauseAt.get(node);
      if (node.id === null || now === undefined || now === node.id) return [];
      const cause = [...changed].find(([outer]) => isIn(node, outer))?.[1] ?? null;
      return [
        { old: node.id, new: now, by: cause === null ? null : (this.instructions[cause] ?? null) },
      ];
    });
  }

  /** Where the lines of the base have gone, and what the clauses are called now. */
  private traceLines(text: string): { lines: Map<number, number>; clauseAt: Map<Node, string> } {
    const lines = new Map<number, number>();
    const starts = new Map<number, Node>();
    let at = 1;
    for (const { gap, lines: own, from, node } of this.text.blocks) {
      at += gap.length;
      starts.set(at, node);
      if (from !== null) for (const i of own.keys()) lines.set(from + i, at + i);
      at += own.length;
    }
    const clauseAt = new Map<Node, string>();
    for (const { id, paragraphs } of splitPolicy(text, carryHints(this.base.hints ?? {}, lines))
      .clauses)
      for (const {
        lines: [first],
      } of paragraphs) {
        const node = starts.get(first);
        if (node && !clauseAt.has(node)) clauseAt.set(node, id);
      }
    return { lines, clauseAt };
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
  return (
    from.steps.at(-1)?.unit === '款' && other?.unit === '条' && one?.number !== other.number
  );
}

function regionOf(node: Node): Node | null {
  if (node.kind === 'annex' || node.kind === 'document') return node;
  return node.parent ? regionOf(node.parent) : null;
}

/** Hints of a base for the next edition, by the lines that they speak of now; those of lines that are gone are left out. */
export function carryHints(hints: SplitHints, lines: ReadonlyMap<number, number>): SplitHints {
  const carry = <T extends { line: number }>(list: readonly T[] | undefined): T[] =>
    (list ?? []).flatMap((hint) => {
      const line = lines.get(hint.line);
      return line === undefined ? [] : [{ ...hint, line }];
    });
  return { joins: carry(hints.joins), roles: carry(hints.roles), printed: carry(hints.printed) };
}
