import type { Change } from '../../../src/domain/editions/change.ts';
import { compareEditions } from '../../../src/domain/editions/compare.ts';
import { foldForm } from '../../../src/domain/editions/fold-form.ts';
import type { Unit } from '../../../src/domain/editions/units.ts';
import type { Clause } from '../../../src/domain/policy/clause.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import { expectedKey, foundKeys } from './change-keys.ts';
import type { Editions, Pair, Part } from './manifest.ts';

interface PairFigures {
  pairs: number;
  precision: number;
  recall: number;
  formOnlyCalledChanges: number;
}

interface Counted {
  expected: number;
  found: number;
  right: number;
}

/** How much of what changed between two editions is found, and how much of what is found did change. */
export function judgePairs(editions: Editions): Part<PairFigures> {
  const judged = editions.pairs.map((pair) => judgePair(editions, pair));
  const formats = editions.format_pairs.map((pair) => judgePair(editions, pair));
  const sum = (pick: (one: Counted) => number) => judged.reduce((all, one) => all + pick(one), 0);
  const right = sum((one) => one.right);
  return {
    figures: {
      pairs: judged.length,
      precision: share(
        right,
        sum(({ found }) => found),
      ),
      recall: share(
        right,
        sum(({ expected }) => expected),
      ),
      formOnlyCalledChanges: [...judged, ...formats].reduce((all, one) => all + one.formOnly, 0),
    },
    differs: [...judged, ...formats].flatMap(({ lines }) => lines),
  };
}

/** Four digits; 1 of nothing. */
function share(part: number, all: number): number {
  return all === 0 ? 1 : Number((part / all).toFixed(4));
}

function judgePair(
  editions: Editions,
  pair: Omit<Pair, 'title'>,
): Counted & { formOnly: number; lines: string[] } {
  const old = clausesOf(editions.textOf(pair.old), pair.joins_old ?? []);
  const next = clausesOf(editions.textOf(pair.new), pair.joins_new ?? []);
  const comparison = compareEditions(old, next, { level: pair.level });
  const expected = new Set(pair.changes.map(expectedKey));
  const found = new Set(foundKeys(comparison, old, next));
  const form = comparison.changes.filter(isFormOnly);
  const right = [...expected].filter((key) => found.has(key)).length;
  const figures = `准确 ${share(right, found.size)} 查全 ${share(right, expected.size)}`;
  return {
    expected: expected.size,
    found: found.size,
    right,
    formOnly: form.length,
    lines: [
      `${pair.id} 应有 ${expected.size} 找到 ${found.size} 对 ${right} ${figures}`,
      ...[...expected].filter((key) => !found.has(key)).map((key) => `    少 ${key}`),
      ...[...found].filter((key) => !expected.has(key)).map((key) => `    多 ${key}`),
      ...form.map(
        ({ kind, next: [unit] }) => `    只是形式不同，说成了 ${kind} ${unit?.clause ?? ''}`,
      ),
    ],
  };
}

/** A line to be joined is the one that goes on; it begins with what is no number there. */
function clausesOf(text: string, joins: readonly number[]): Clause[] {
  const reason = 'manifest';
  return splitPolicy(text, {
    joins: joins.map((line) => ({ line: line - 1, reason })),
    roles: joins.map((line) => ({ line, role: 'body' as const, reason })),
  }).clauses;
}

/** Whether a reported amendment changes no word. */
function isFormOnly({ kind, old, next }: Change): boolean {
  if (kind === 'form' || kind === 'renumbered' || kind === 'moved') return false;
  const words = (units: readonly Unit[]) => foldForm(units.map(({ text }) => text).join(''));
  return words(old) === words(next);
}
