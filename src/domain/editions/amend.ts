import { type SplitHints, splitPolicy } from '../policy/split.ts';
import { type Citation, citationsOf } from './amend-citations.ts';
import { inFormOf } from './amend-form.ts';
import type { Outcome } from './amend-outcome.ts';
import { formatSteps } from './amend-places.ts';
import { isIn, type Node, putTogether } from './amend-text.ts';
import { AmendWork } from './amend-work.ts';
import type { Instruction } from './decision.ts';

/** An instruction that was carried out, and where. */
interface Applied {
  instruction: Instruction;
  /** Clauses of the base that it touched, by id. */
  old: string[];
  /** Clauses of the next edition that it wrote or touched, by id. */
  new: string[];
  /** What a person should look at. */
  notes: string[];
}

/** A clause with another number, and the instruction that it follows from; `null` where the decision does not say so. */
interface Renumbered {
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
  const work = new AmendWork(base.source, base.hints);
  const outcomes = inFormOf(base.source, instructions).map(
    ({ operation }, i) => operation && work.run(operation, i),
  );
  work.addAll(outcomes);
  const changed = work.number();
  const left = instructions.flatMap((instruction, i) => {
    const why = instruction.operation ? outcomes[i]?.left : instruction.why;
    return why ? [{ instruction, why }] : [];
  });
  const problems = instructions.flatMap((instruction, i) => problemOf(instruction, outcomes[i]));
  if (problems.length > 0)
    return {
      text: base.source,
      applied: [],
      left,
      problems,
      renumbered: [],
      citations: [],
      lines: new Map(),
    };
  const text = putTogether(work.text);
  const { lines, clauseAt } = traceLines(work, text, base.hints ?? {});
  return {
    text,
    applied: instructions.flatMap((instruction, i) =>
      appliedOf(work, instruction, outcomes[i], i, clauseAt),
    ),
    left,
    problems,
    renumbered: renumberedIn(work, instructions, changed, clauseAt),
    citations: citationsOf(work.text, work.order),
    lines,
  };
}

type ClauseAt = ReadonlyMap<Node, string>;

function problemOf(
  instruction: Instruction,
  outcome: Outcome | null | undefined,
): Amendment['problems'] {
  if (!outcome?.missing) return [];
  const { item, words } = instruction;
  const where = item.printed ? `决定的“${item.printed}”` : '决定';
  return [
    {
      instruction,
      problem: `${where}写“${words}”，但上一版没有${formatSteps(outcome.missing)}。`,
      fix: '核对用作上一版的是不是决定所改的那一版，决定改的是不是这份文件。',
    },
  ];
}

function appliedOf(
  { text }: AmendWork,
  instruction: Instruction,
  outcome: Outcome | null | undefined,
  i: number,
  clauseAt: ClauseAt,
): Applied[] {
  if (!instruction.operation || !outcome || outcome.left !== null) return [];
  const now = text.blocks
    .filter(({ by, node }) => by.has(i) || (node.id !== null && outcome.old.includes(node.id)))
    .flatMap(({ node }) => clauseAt.get(node) ?? []);
  return [{ instruction, old: outcome.old, new: [...new Set(now)], notes: outcome.notes }];
}

function renumberedIn(
  { order }: AmendWork,
  instructions: readonly Instruction[],
  changed: ReadonlyMap<Node, number | null>,
  clauseAt: ClauseAt,
): Renumbered[] {
  return order.flatMap((node) => {
    const now = clauseAt.get(node);
    if (node.id === null || now === undefined || now === node.id) return [];
    // What stands in a clause has its number in the id.
    const cause = [...changed].find(([outer]) => isIn(node, outer))?.[1] ?? null;
    return [{ old: node.id, new: now, by: cause === null ? null : (instructions[cause] ?? null) }];
  });
}

/** Where the lines of the base have gone, and what the clauses are called now. */
function traceLines(
  work: AmendWork,
  text: string,
  hints: SplitHints,
): { lines: Map<number, number>; clauseAt: Map<Node, string> } {
  const lines = new Map<number, number>();
  const starts = new Map<number, Node>();
  let at = 1;
  for (const { gap, lines: own, from, node } of work.text.blocks) {
    at += gap.length;
    starts.set(at, node);
    if (from !== null) for (const i of own.keys()) lines.set(from + i, at + i);
    at += own.length;
  }
  const clauseAt = new Map<Node, string>();
  for (const { id, paragraphs } of splitPolicy(text, carryHints(hints, lines)).clauses)
    for (const paragraph of paragraphs) {
      const node = starts.get(paragraph.lines[0]);
      if (node && !clauseAt.has(node)) clauseAt.set(node, id);
    }
  return { lines, clauseAt };
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
