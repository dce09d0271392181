import type { Bytes } from './bytes.ts';
import type { Place } from './fib.ts';
import { SPRM, sprmsOf } from './sprm.ts';

/** One level of a list ([MS-DOC] 2.9.149, 2.9.150). */
export interface Level {
  start: number;
  /** MSONFC ([MS-OSHARED] 2.2.1.3). */
  format: number;
  /** Numbers of higher levels are written 1, 2, 3. */
  isLegal: boolean;
  /** It begins anew after a level before this one. */
  restartsBefore: number;
  follow: 'tab' | 'space' | 'nothing';
  /** The text, where numbers stand for that of their level (from 0). */
  text: (string | number)[];
  isHidden: boolean;
  /** The font of a bullet. */
  font: number;
}

export interface List {
  /** Which style each level belongs to. */
  styles: number[];
  levels: Level[];
}

/** A use of a list ([MS-DOC] 2.9.131), with its own beginnings or levels where it has them. */
export interface ListUse {
  list: number;
  overrides: { level: number; start: number | null; replaced: Level | null }[];
}

export interface Lists {
  byId: Map<number, List>;
  /** Paragraphs name them from 1. */
  uses: ListUse[];
}

const LIST_SIZE = 28;
const LEVELS = 9;

export const readLists = (table: Bytes, lists: Place, uses: Place): Lists => ({
  byId: lists.length > 0 ? readPlfLst(table, lists.at) : new Map(),
  uses: uses.length > 0 ? readPlfLfo(table, uses.at) : [],
});

/** [MS-DOC] 2.9.201: the lists, then beyond its stated length the levels of each. */
const readPlfLst = (table: Bytes, at: number): Map<number, List> => {
  const count = Math.max(0, table.i16(at));
  const byId = new Map<number, List>();
  let next = at + 2 + count * LIST_SIZE;
  for (let i = 0; i < count; i++) {
    const list = at + 2 + i * LIST_SIZE;
    const styles = Array.from({ length: LEVELS }, (_, level) => table.u16(list + 8 + level * 2));
    const levels: Level[] = [];
    const isSimple = (table.u8(list + 26) & 1) !== 0;
    while (levels.length < (isSimple ? 1 : LEVELS)) {
      const { level, end } = readLevel(table, next);
      levels.push(level);
      next = end;
    }
    byId.set(table.i32(list), { styles, levels });
  }
  return byId;
};

/** [MS-DOC] 2.9.200, 2.9.132, 2.9.133. */
const readPlfLfo = (table: Bytes, at: number): ListUse[] => {
  const count = table.u32(at);
  table.slice(at + 4, count * 16);
  const uses: ListUse[] = [];
  let next = at + 4 + count * 16;
  for (let i = 0; i < count; i++) {
    const use: ListUse = { list: table.i32(at + 4 + i * 16), overrides: [] };
    next += 4;
    for (let left = table.u8(at + 4 + i * 16 + 12); left > 0; left--) {
      next = readOverride(table, next, use);
    }
    uses.push(use);
  }
  return uses;
};

const readOverride = (table: Bytes, at: number, use: ListUse): number => {
  const flags = table.u32(at + 4);
  const replaced = flags & 0x20 ? readLevel(table, at + 8) : null;
  const start = flags & 0x10 ? (replaced?.level.start ?? table.i32(at)) : null;
  use.overrides.push({ level: flags & 0xf, start, replaced: replaced?.level ?? null });
  return replaced?.end ?? at + 8;
};

const readLevel = (table: Bytes, at: number): { level: Level; end: number } => {
  const characters = table.u8(at + 24);
  const paragraph = table.u8(at + 25);
  const text = at + LIST_SIZE + paragraph + characters;
  const length = table.u16(text);
  const flags = table.u8(at + 5);
  const level: Level = {
    start: table.i32(at),
    format: table.u8(at + 4),
    isLegal: (flags & 4) !== 0,
    restartsBefore: flags & 8 ? table.u8(at + 26) : LEVELS,
    follow: (['tab', 'space', 'nothing'] as const)[table.u8(at + 15)] ?? 'tab',
    text: splitText(table.utf16(text + 2, length), table.slice(at + 6, LEVELS)),
    ...readLook(table.slice(at + LIST_SIZE + paragraph, characters)),
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

const readLook = (sprms: Uint8Array): Pick<Level, 'isHidden' | 'font'> => {
  const look = { isHidden: false, font: 0 };
  for (const { code, operand } of sprmsOf(sprms)) {
    if (code === SPRM.charHidden) look.isHidden = operand.u8(0) === 1;
    if (code === SPRM.charFont) look.font = operand.u16(0);
  }
  return look;
};
