import type { Finding } from '../problem.ts';
import { buildClauses } from './build-clauses.ts';
import type { PolicyText } from './clause.ts';
import { strangeSigns, unknownLabels, withoutPrinted } from './findings.ts';
import { labelClause } from './label.ts';
import { type Join, joinLines } from './lines.ts';
import { assignParts } from './parts.ts';
import type { RoleHint } from './piece.ts';

/** A line that stands in the text as it was issued, however odd it looks. */
interface AsPrinted {
  line: number;
  reason: string;
}

/** All that an editor tells the splitter, from `policy.yml`. */
export interface SplitHints {
  joins?: readonly Join[] | undefined;
  roles?: readonly RoleHint[] | undefined;
  printed?: readonly AsPrinted[] | undefined;
  /** Labels of ours for clauses whose text has no heading, by id. */
  labels?: Readonly<Record<string, string>> | undefined;
}

/** The text split into clauses, and what an editor should look at. */
export interface Split extends PolicyText {
  findings: Finding[];
}

/**
 * Splits an issued document into its parts and its numbered clauses.
 *
 * For any text at all it does not throw, loses no character but line breaks and blank lines, gives unique ids
 * and takes time in proportion to the length. What it is unsure of is a finding with a line, for an editor.
 */
export function splitPolicy(source: string, hints: SplitHints = {}): Split {
  const text = new Set(
    hints.roles?.flatMap(({ line, role }) => (role === 'body' ? line : [])) ?? [],
  );
  const { lines, findings } = joinLines(source, hints.joins ?? [], (line) => text.has(line));
  const { pieces, findings: ofParts } = assignParts(lines, hints.roles ?? []);
  const { clauses, findings: ofClauses } = buildClauses(pieces);
  const labels = hints.labels ?? {};
  for (const clause of clauses) labelClause(clause, labels);
  const doubts = [...findings, ...ofParts, ...ofClauses, ...strangeSigns(lines)];
  const all = [...withoutPrinted(doubts, hints.printed ?? []), ...unknownLabels(clauses, labels)];
  return { clauses, findings: all.sort((a, b) => a.line - b.line) };
}
