import { formatNumber, isDoubtful } from './format-number.ts';
import type { Level, Lists } from './lists.ts';
import { numberFormatName } from './number-formats.ts';
import type { ParagraphFormat } from './paragraph-format.ts';

/** The automatic number of a paragraph, as printed. */
export interface PrintedNumber {
  text: string;
  /** A mark of a list without numbers; its font tells which sign its character shows. */
  isBullet: boolean;
  font: number;
  follow: Level['follow'];
  /** Why an editor should compare it with the printed page; empty where it is sure. */
  doubt: string;
}

/** Counts the numbered paragraphs of a document in their order. */
export class Counters {
  readonly #lists: Lists;
  /** By list: the number reached in each level; null: none since it began anew. */
  readonly #reached = new Map<number, (number | null)[]>();
  /** Uses of lists whose own beginning has been taken. */
  readonly #begun = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The number of the next paragraph; null: it has none, or a hidden one. */
  next(format: ParagraphFormat): PrintedNumber | null {
    const use = this.#lists.uses[format.list - 1];
    const list = use && this.#lists.byId.get(use.list);
    if (!use || !list) return null;
    const at = levelOf(format, list.styles, list.levels.length);
    const levels = list.levels.map(
      (level, i) => use.overrides.find((own) => own.level === i && own.replaced)?.replaced ?? level,
    );
    const level = levels[at];
    if (!level) return null;
    this.#count(format.list, use.list, at, levels);
    if (level.isHidden) return null;
    return this.#print(this.#reachedIn(use.list), at, level, levels);
  }

  #reachedIn(list: number): (number | null)[] {
    const reached = this.#reached.get(list) ?? [];
    this.#reached.set(list, reached);
    return reached;
  }

  #count(use: number, list: number, at: number, levels: Level[]): void {
    const reached = this.#reachedIn(list);
    const before = reached[at];
    const own = this.#ownStart(use, at);
    reached[at] = own ?? (before == null ? (levels[at]?.start ?? 1) : before + 1);
    for (const [i, { restartsBefore }] of levels.entries()) {
      if (i > at && at < restartsBefore) reached[i] = null;
    }
  }

  /** A use of a list begins with its own number once, at its first paragraph ([MS-DOC] 2.9.133). */
  #ownStart(use: number, at: number): number | null {
    const own = this.#lists.uses[use - 1]?.overrides.find(({ level }) => level === at);
    const key = `${use}:${at}`;
    if (own?.start == null || this.#begun.has(key)) return null;
    this.#begun.add(key);
    return own.start;
  }

  #print(reached: (number | null)[], at: number, level: Level, levels: Level[]): PrintedNumber {
    const isBullet = numberFormatName(level.format) === 'bullet';
    const parts = level.text.map((part) =>
      typeof part === 'string'
        ? { text: part, doubt: '' }
        : write(part, at, level, levels, reached),
    );
    return {
      text: parts.map(({ text }) => text).join(''),
      isBullet,
      font: level.font,
      follow: level.follow,
      doubt: parts.find(({ doubt }) => doubt)?.doubt ?? '',
    };
  }
}

/** The number of level `i` within the number of level `at`. */
const write = (
  i: number,
  at: number,
  { isLegal }: Level,
  levels: Level[],
  reached: (number | null)[],
): { text: string; doubt: string } => {
  const level = levels[i];
  if (!level) return { text: '', doubt: '' };
  const own = numberFormatName(level.format);
  const format = isLegal && own !== 'decimalZero' && own !== 'none' ? 'decimal' : own;
  const value = reached[i] ?? level.start;
  const text = formatNumber(format, value);
  const isSkipped = i < at && reached[i] == null;
  return { text: text ?? String(value), doubt: doubtOf(isSkipped, text === null, format, value) };
};

const doubtOf = (isSkipped: boolean, isUnknown: boolean, format: string, value: number): string => {
  if (isSkipped) return '它的上一级编号在前面没有出现';
  if (isUnknown) return '它的编号格式这里不认识，先写成了阿拉伯数字';
  return isDoubtful(format, value) ? '不同版本的 Word 对这么大的编号写法不同' : '';
};

/** As the paragraph says; else the level that its style belongs to. */
const levelOf = ({ level, style }: ParagraphFormat, styles: number[], count: number): number => {
  const own = level ?? Math.max(0, styles.indexOf(style));
  return Math.min(own, count - 1);
};
