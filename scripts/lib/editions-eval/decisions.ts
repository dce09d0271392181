import { applyDecision, type Base } from '../../../src/domain/editions/amend.ts';
import { foldWords } from '../../../src/domain/editions/amend-words.ts';
import { readDecision } from '../../../src/domain/editions/decision-read.ts';
import { paragraphText } from '../../../src/domain/policy/clause.ts';
import { type SplitHints, splitPolicy } from '../../../src/domain/policy/split.ts';
import { linesApart } from '../lines-apart.ts';
import type { Editions, Pair, Part } from './manifest.ts';

export interface DecisionFigures {
  /** Instructions of all decisions, those that are mechanical, and those that were carried out. */
  total: number;
  mechanical: number;
  applied: number;
  /** Decisions whose result is the received edition, its text folded; the notes below the title are not the decision's. */
  equal: number;
}

/** Applies each decision to the edition before it, and holds what comes of it against the edition received. */
export function judgeDecisions(editions: Editions): Part<DecisionFigures> {
  const figures = { total: 0, mechanical: 0, applied: 0, equal: 0 };
  const differs: string[] = [];
  for (const pair of editions.pairs) {
    if (!pair.decision) continue;
    const instructions = readDecision(editions.textOf(pair.decision), pair.title);
    const base: Base = { source: editions.textOf(pair.old), hints: hintsOf(pair.joins_old) };
    const amended = applyDecision(base, instructions);
    const wanted = linesOf(editions.textOf(pair.new), hintsOf(pair.joins_new));
    const found = differences(linesOf(amended.text), wanted);
    figures.total += instructions.length;
    figures.mechanical += instructions.filter(({ operation }) => operation).length;
    figures.applied += amended.applied.length;
    if (found.length === 0) figures.equal++;
    const told = [
      ...amended.problems.map(({ problem }) => `问题：${problem}`),
      ...amended.left.map(({ instruction, why }) => `留给人做：${instruction.words}：${why}`),
      ...found.map((line) => line + silent(line, pair)),
    ];
    differs.push(...told.map((line) => `${pair.id}：${line}`));
  }
  return { figures, differs };
}

/** What the manifest says of a difference: that the decision does not say so, or that a source has a slip there. */
function silent(line: string, { changes }: Pair): string {
  const text = foldWords(line.slice(2));
  const known = changes.find(
    ({ by, first }) => (!by || by.startsWith('tail')) && first && text.includes(foldWords(first)),
  );
  return known ? '（决定没有写）' : '';
}

/** Lines that are the middle of a sentence which a source has broken. */
function hintsOf(broken: Pair['joins_old']): SplitHints {
  const lines = broken ?? [];
  return {
    joins: lines.map((line) => ({ line: line - 1, reason: '断行' })),
    roles: lines.map((line) => ({ line, role: 'body' as const, reason: '断行' })),
  };
}

function linesOf(source: string, hints: SplitHints = {}): string[] {
  return splitPolicy(source, hints)
    .clauses.flatMap(({ paragraphs }) => paragraphs)
    .filter(({ role }) => role !== 'note')
    .map((paragraph) => foldWords(paragraphText(paragraph)))
    .filter(Boolean);
}

/** Lines that stand in one of two texts only: `- 结果`, `+ 收到的`. */
function differences(result: readonly string[], received: readonly string[]): string[] {
  const [made, got] = linesApart(result, received);
  return [...made.map((i) => `- ${result[i]}`), ...got.map((i) => `+ ${received[i]}`)];
}
