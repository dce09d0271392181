import type { Content } from '../read/content.ts';
import { behindEditions } from './editions.ts';
import { guesses } from './guesses.ts';
import { lookAgain } from './look-again.ts';
import { oneSided } from './one-sided.ts';
import { overdue } from './overdue.ts';
import { stubs } from './stubs.ts';
import { suggested } from './suggested.ts';
import { toldOpen } from './told-open.ts';
import { unexplained } from './unexplained.ts';

/** What there may be to look at, the most urgent first, and what it is called. */
export const UPKEEP = {
  'day-passed': '到了日子，请核对',
  'edition-behind': '现行的是哪一版',
  'one-sided': '只有一份文件这样写',
  unknown: '效力没有核实',
  stale: '很久没有核对',
  'ends-soon': '快到期',
  'look-again': '这一句变了，请重看',
  'not-shown': '写了由哪一句写明，没有显示',
  open: '没有写明的事',
  wordless: '没有说明的条款',
  suggested: '原文说到的关系',
  stub: '没有收录的文件',
  guessed: '收录时猜的，没有看过',
} as const;

export type UpkeepKind = keyof typeof UPKEEP;

/** Kinds that the build warns of, too. */
export const WARNED: ReadonlySet<UpkeepKind> = new Set([
  'day-passed',
  'edition-behind',
  'stale',
  'one-sided',
]);

/** A thing for the office to look at; nothing is wrong with the content. */
export interface Upkeep {
  kind: UpkeepKind;
  /** The policy's id. */
  policy: string;
  /** Path in the content folder, and the line, from 1. */
  file: string;
  line: number;
  /** What stands there, one sentence. */
  what: string;
  /** What one may do. */
  todo: string;
  /** The page concerned, root-absolute. */
  href: string;
  /** What it is made of, where it is several. */
  list?: { text: string; href?: string }[];
}

/**
 * Everything that the office should look at on a day: policies in the order of their ids, of each the most urgent first.
 * Pure; what cannot be read is left to the check.
 */
export function upkeepOf(content: Content, day: string): Upkeep[] {
  const kinds = Object.keys(UPKEEP);
  const found = [
    ...content.policies.flatMap((folder) => [
      ...overdue(folder, day, content.site.data?.recheckAfter),
      ...behindEditions(folder, day),
      ...lookAgain(folder, content),
      ...toldOpen(folder, content, day),
      ...unexplained(folder, content, day),
    ]),
    ...oneSided(content),
    ...suggested(content),
    ...stubs(content),
    ...guesses(content),
  ];
  return found.sort((a, b) =>
    a.policy === b.policy
      ? kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
      : a.policy < b.policy
        ? -1
        : 1,
  );
}

/** How many matters some items are: of one that is made of several each counts. */
export function mattersIn(items: readonly Upkeep[]): number {
  return items.reduce((sum, { list }) => sum + (list?.length || 1), 0);
}
