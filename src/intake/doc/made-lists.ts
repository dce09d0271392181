import { join, numbers } from './made-compound-file.ts';

/** A level of a list: its text with %1 to %9 where the numbers of levels stand. */
export interface MadeLevel {
  text: string;
  /** MSONFC ([MS-OSHARED] 2.2.1.3); 0: 1, 2, 3. */
  format?: number;
  start?: number;
  isLegal?: boolean;
  /** It begins anew only after levels before this one. */
  restartsBefore?: number;
  follow?: 'tab' | 'space' | 'nothing';
  sprms?: Uint8Array;
}

export interface MadeList {
  id: number;
  /** Fewer than nine are filled up; one alone is a simple list. */
  levels: MadeLevel[];
  styles?: number[];
}

export interface MadeUse {
  list: number;
  overrides?: { level: number; start?: number; replaced?: MadeLevel }[];
}

const LEVELS = 9;
const NO_STYLE = 0x0fff;

/** The lists, then their levels ([MS-DOC] 2.9.201). */
export const makeLists = (lists: MadeList[]): Uint8Array =>
  join([
    Uint8Array.of(lists.length & 0xff, lists.length >> 8),
    ...lists.map(makeList),
    ...lists.flatMap(({ levels }) => filled(levels).map(makeLevel)),
  ]);

const filled = (levels: MadeLevel[]): MadeLevel[] =>
  levels.length === 1
    ? levels
    : Array.from({ length: LEVELS }, (_, i) => levels[i] ?? { text: '', format: 0xff });

const makeList = ({ id, levels, styles = [] }: MadeList): Uint8Array => {
  const bytes = new Uint8Array(28);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, id, true);
  for (let i = 0; i < LEVELS; i++) view.setUint16(8 + i * 2, styles[i] ?? NO_STYLE, true);
  view.setUint8(26, levels.length === 1 ? 1 : 0);
  return bytes;
};

const makeLevel = (level: MadeLevel): Uint8Array => {
  const { text, places } = placeholders(level.text);
  const head = new Uint8Array(28);
  const view = new DataView(head.buffer);
  view.setInt32(0, level.start ?? 1, true);
  view.setUint8(4, level.format ?? 0);
  const noRestart = level.restartsBefore === undefined ? 0 : 8;
  view.setUint8(5, (level.isLegal ? 4 : 0) | noRestart);
  head.set(places, 6);
  view.setUint8(15, ['tab', 'space', 'nothing'].indexOf(level.follow ?? 'tab'));
  const sprms = level.sprms ?? new Uint8Array();
  view.setUint8(24, sprms.length);
  view.setUint8(26, level.restartsBefore ?? 0);
  const length = Uint8Array.of(text.length & 0xff, text.length >> 8);
  return join([head, sprms, length, new Uint8Array(Buffer.from(text, 'utf16le'))]);
};

const placeholders = (pattern: string): { text: string; places: number[] } => {
  const places: number[] = [];
  let text = '';
  for (const part of pattern.split(/(%\d)/)) {
    if (/^%\d$/.test(part)) {
      text += String.fromCharCode(Number(part[1]) - 1);
      places.push(text.length);
    } else text += part;
  }
  return { text, places };
};

/** [MS-DOC] 2.9.200 */
export const makeUses = (uses: MadeUse[]): Uint8Array =>
  join([
    numbers([uses.length]),
    ...uses.map(({ list, overrides = [] }) =>
      join([numbers([list, 0, 0]), Uint8Array.of(overrides.length, 0, 0, 0)]),
    ),
    ...uses.flatMap(({ overrides = [] }) => [
      numbers([0xffffffff]),
      ...overrides.map(({ level, start, replaced }) =>
        join([
          numbers([start ?? 0, level | (start === undefined ? 0 : 0x10) | (replaced ? 0x20 : 0)]),
          ...(replaced ? [makeLevel(replaced)] : []),
        ]),
      ),
    ]),
  ]);
