import { LIST_LEVELS } from './list-levels.ts';
import type { Level } from './marker.ts';

/** A word that people write for a level. */
interface Spoken {
  /** The levels it may stand for, official first. */
  levels: readonly Level[];
  /** A level stands inside one that is less deep. */
  depth: number;
  /** Characters that make another word of it: 第一条件, 第三项目. */
  not?: string;
}

const part = { levels: ['division', 'part', 'decimal'], depth: 4, not: '人' } as const;
const inner = { levels: LIST_LEVELS, depth: 9 };

const SPOKEN: Record<string, Spoken> = {
  附件: { levels: ['annex'], depth: 0 },
  编: { levels: ['book'], depth: 1, not: '制外内号' },
  章: { levels: ['chapter'], depth: 2, not: '程' },
  节: { levels: ['section'], depth: 3, not: '能约假日' },
  部分: part,
  大部分: part,
  大点: part,
  大条: part,
  大项: part,
  大类: part,
  大块: part,
  条: { levels: ['article', 'item', 'point'], depth: 5, not: '件例约' },
  款: { levels: ['paragraph'], depth: 6, not: '项' },
  段: { levels: ['paragraph'], depth: 6, not: '时' },
  项: { levels: LIST_LEVELS, depth: 7, not: '目' },
  点: { levels: ['item', 'point', 'part', 'circle'], depth: 8 },
  目: { levels: ['point', 'subpoint', 'paren', 'circle'], depth: 8, not: '标前录' },
  小部分: inner,
  小点: { levels: ['point', 'subpoint', 'item'], depth: 9 },
  小条: inner,
  小项: inner,
  小节: inner,
  小目: { levels: ['subpoint', 'point'], depth: 9 },
};

/** What else a word is said for where nothing in the document is officially called so: 第三条 of six parts. */
const SAID_FOR: Partial<Record<Level, Level>> = {
  book: 'part',
  chapter: 'part',
  article: 'part',
  section: 'item',
  paragraph: 'item',
};

/** How deep numbers without a word stand: 三 is a part, （四） an item. */
export const DEPTH_OF_NUMBER = part.depth;
export const DEPTH_OF_BRACKET = 7;

export function depthOf(unit: string): number {
  return SPOKEN[unit]?.depth ?? DEPTH_OF_NUMBER;
}

/** The levels that a word may stand for in a document with some levels, official first. */
export function levelsOf(unit: string, present: ReadonlySet<Level | undefined>): readonly Level[] {
  const { levels = [] } = SPOKEN[unit] ?? {};
  const [official] = levels;
  const other = official && !present.has(official) ? SAID_FOR[official] : undefined;
  return other ? [...levels, other] : levels;
}

/** Whether a word is said of other things, too: 第三点, 第三项. */
export function isLoose(unit: string): boolean {
  return depthOf(unit) > depthOf('条');
}

/** Source of a regular expression for any of the words; 点 also stands between numbers and may be left out. */
export function unitPattern(withPoint: boolean): string {
  const words = Object.entries(SPOKEN)
    .filter(([word]) => word !== '附件' && (withPoint || word !== '点'))
    .sort(([a], [b]) => b.length - a.length)
    .map(([word, { not }]) => (not ? `${word}(?![${not}])` : word));
  return `(?:${words.join('|')})`;
}
