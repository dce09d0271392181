import type { Level, ListUse } from '../numbering/level.ts';
import { damaged } from '../word/refusals.ts';
import type { Bytes } from './bytes.ts';
import type { Place } from './fib.ts';
import { numberFormatName } from './number-formats.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import { SPRM, sprmsOf } from './sprm.ts';

interface List {
  /** Which style each level belongs to. */
  styles: number[];
  levels: Level[];
}

/** A use of a list ([MS-DOC] 2.9.131); paragraphs name it from 1. */
export type Use = ListUse & Pick<List, 'styles'>;

const LIST_SIZE = 28;
const LEVELS = 9;

/** `undefined` stands for a use of a list that is not there. */
export const readLists = (
  table: Bytes,
  lists: Place,
  uses: Place,
  fonts: string[],
): (Use | undefined)[] => {
  const byId = lists.length > 0 ? readPlfLst(table, lists.at, fonts) : new Map();
  return uses.length > 0 ? readPlfLfo(table, uses.at, byId, fonts) : [];
};

/** [MS-DOC] 2.9.201: the lists, then beyond its stated length the levels of each. */
const readPlfLst = (table: Bytes, at: number, fonts: string[]): Map<number, List> => {
  const count = Math.max(0, table.i16(at));
  const byId = new Map<number, List>();
  let next = at + 2 + count * LIST_SIZE;
  for (let i = 0; i < count; i++) {
    const list = at + 2 + i * LIST_SIZE;
    const styles = Array.from({ length: LEVELS }, (_, level) => table.u16(list + 8 + level * 2));
    const levels: Level[] = [];
    const isSimple = (table.u8(list + 26) & 1) !== 0;
    while (levels.length < (isSimple ? 1 : LEVELS)) {
      const { level, end } = readLevel(table, next, fonts);
      levels.push(level);
      next = end;
    }
    byId.set(table.i32(list), { styles, levels });
  }
  return byId;
};

/** Word allows 2,047. */
const MAX_USES = 20_000;

/** [MS-DOC] 2.9.200, 2.9.132: the uses, then behind all of them what each overrides. */
const readPlfLfo = (
  table: Bytes,
  at: number,
  byId: Map<number, List>,
  fonts: string[],
): (Use | undefined)[] => {
  const count = table.u32(at);
  if (count > MAX_USES) throw damaged('列表太多');
  let next = at + 4 + count * 16;
  return Array.from({ length: count }, (_, i) => {
    const id = table.i32(at + 4 + i * 16);
    const list = byId.get(id);
    const levels: Level[] = [...(list?.levels ?? [])];
    const starts = new Map<number, number>();
    next += 4;
    for (let left = table.u8(at + 4 + i * 16 + 12); left > 0; left--) {
      const { level, start, replaced, end } = readOverride(table, next, fonts);
      if (replaced) levels[level] = replaced;
      if (start !== null) starts.set(level, start);
      next = end;
    }
    return list && { list: String(id), use: String(i), levels, starts, styles: list.styles };
  });
};

/** [MS-DOC] 2.9.133 */
const readOverride = (table: Bytes, at: number, fonts: string[]) => {
  const flags = table.u32(at + 4);
  const own = flags & 0x20 ? readLevel(table, at + 8, fonts) : null;
  const start = flags & 0x10 ? (own?.level.start ?? table.i32(at)) : null;
  return { level: flags & 0xf, start, replaced: own?.level, end: own?.end ?? at + 8 };
};

const readLevel = (table: Bytes, at: number, fonts: string[]): { level: Level; end: number } => {
  const characters = table.u8(at + 24);
  const paragraph = table.u8(at + 25);
  const text = at + LIST_SIZE + paragraph + characters;
  const length = table.u16(text);
  const flags = table.u8(at + 5);
  const level: Level = {
    start: table.i32(at),
    format: numberFormatName(table.u8(at + 4)),
    isLegal: (flags & 4) !== 0,
    restartsBefore: flags & 8 ? table.u8(at + 26) : LEVELS,
    follow: (['tab', 'space', 'nothing'] as const)[table.u8(at + 15)] ?? 'tab',
    text: splitText(table.utf16(text + 2, length), table.slice(at + 6, LEVELS)),
    ...readLook(table.slice(at + LIST_SIZE + paragraph, characters), fonts),
  };
  return { level, end: text + 2 + length * 2 };
};

/** `places`: where in the text, from 1, the number of a level stands; 0 ends them. */
const splitText = (text: string, places: Uint8Array): (string | number)[] => {
  const isPlace = (i: number) => places.includes(i + 1) && text.charCodeAt(i) < LEVELS;
  return Array.from({ length: text.length }, (_, i) =>
    isPlace(i) ? text.charCodeAt(i) : text.charAt(i),
  );
};

const readLook = (sprms: Uint8Array, fonts: string[]): Pick<Level, 'isHidden' | 'font'> => {
  const look = { isHidden: false, font: fonts[0] ?? '' };
  for (const { code, operand } of sprmsOf(sprms)) {
    if (code === SPRM.charHidden) look.isHidden = operand.u8(0) === 1;
    if (code === SPRM.charFont) look.font = fonts[operand.u16(0)] ?? '';
  }
  return look;
};

/** Where a paragraph stands: the level that it says, else the one that its style belongs to. */
export const levelIn = (
  { styles, levels }: Use,
  { level, style }: Pick<ParagraphFormat, 'level' | 'style'>,
): number => Math.min(level ?? Math.max(0, styles.indexOf(style)), levels.length - 1);
