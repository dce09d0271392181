import { bulletOf } from './bullet.ts';
import type { Level, ListUse } from './level.ts';
import { formatNumber, type Written } from './number-format.ts';

/** What is printed before a paragraph's text; its text is empty where nothing is. */
export interface PrintedNumber extends Written {
  isBullet: boolean;
  follow: Level['follow'];
}

type Reached = (number | undefined)[];

/** How far each list has come in one story: the body, or what stands apart from it. */
export class Counters {
  private readonly reached = new Map<string, Reached>();
  private readonly begun = new Set<string>();

  /** Counts a paragraph of a level and gives its number (ECMA-376 17.9); `undefined` where there is no such level. */
  next(use: ListUse, at: number): PrintedNumber | undefined {
    const level = use.levels[at];
    if (!level) return undefined;
    const { text, doubt } = print(use, at, level, this.count(use, at));
    const isBullet = level.format === 'bullet';
    return { text: level.isHidden ? '' : text, doubt, isBullet, follow: level.follow };
  }

  /** One more at a level; what is below it begins anew where it says so (17.9.10). */
  private count(use: ListUse, at: number): Reached {
    const reached = this.reached.get(use.list) ?? [];
    this.reached.set(use.list, reached);
    const before = reached[at];
    const begins = before === undefined || this.beginsItself(use, at);
    reached[at] = begins ? startOf(use, at) : before + 1;
    for (const [i, level] of use.levels.entries()) {
      if (i > at && level && at < level.restartsBefore) reached[i] = undefined;
    }
    return reached;
  }

  /** Whether a use has its own beginning at a level and has not taken it yet (17.9.26). */
  private beginsItself({ use, starts }: ListUse, at: number): boolean {
    const key = `${use}:${at}`;
    if (!starts.has(at) || this.begun.has(key)) return false;
    this.begun.add(key);
    return true;
  }
}

function startOf({ starts, levels }: ListUse, at: number): number {
  return starts.get(at) ?? levels[at]?.start ?? 0;
}

function print(use: ListUse, at: number, level: Level, reached: Reached): Written {
  const parts = level.text.map((part) =>
    typeof part === 'string'
      ? { text: part, doubt: '' }
      : numberWithin(use, part, at, level, reached),
  );
  const text = parts
    .map((part) => part.text)
    .join('')
    .trim();
  if (level.format === 'bullet') return bulletOf(text, level.font);
  return { text, doubt: parts.find(({ doubt }) => doubt)?.doubt ?? '' };
}

/** The number of level `i` within the number of level `at`; one that has not begun is printed as it would begin. */
function numberWithin(
  use: ListUse,
  i: number,
  at: number,
  { isLegal }: Level,
  reached: Reached,
): Written {
  const level = use.levels[i];
  if (!level) return { text: '', doubt: '' };
  const value = reached[i];
  const { text, doubt } = formatNumber(
    value ?? startOf(use, i),
    isLegal ? legal(level.format) : level.format,
  );
  if (i < at && value === undefined) return { text, doubt: SKIPPED };
  return { text, doubt };
}

const SKIPPED = '它的上一级编号在前面没有出现';

/** The format in legal numbering (17.9.4); a zero in front stays, and what prints nothing goes on doing so. */
function legal(format: string): string {
  return format === 'decimalZero' || format === 'none' ? format : 'decimal';
}
