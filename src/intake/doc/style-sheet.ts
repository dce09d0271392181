import type { Bytes } from './bytes.ts';
import type { Place } from './fib.ts';

/** What a style changes, as Sprms ([MS-DOC] 2.9.260). */
export interface Style {
  /** The number of the style that it is based on. */
  base: number;
  paragraph: Uint8Array;
  characters: Uint8Array;
}

/** Numbers of styles are places in this list; null: there is none. */
export type StyleSheet = (Style | null)[];

const NONE = new Uint8Array();
const PARAGRAPH = 1;
const CHARACTER = 2;

/** Reads the STSH ([MS-DOC] 2.9.271). */
export const readStyles = (table: Bytes, { at, length }: Place): StyleSheet => {
  if (length === 0) return [];
  const sheet = table.sub(at, length);
  const headSize = sheet.u16(0);
  const count = sheet.u16(2);
  const baseSize = sheet.u16(4);
  const styles: StyleSheet = [];
  let next = 2 + headSize;
  for (let i = 0; i < count && next + 2 <= sheet.length; i++) {
    const size = sheet.u16(next);
    styles.push(size > 0 ? readStyle(sheet.sub(next + 2, size), baseSize) : null);
    next += 2 + size + (size % 2);
  }
  return styles;
};

const readStyle = (style: Bytes, baseSize: number): Style | null => {
  const kind = style.u16(2) & 0xf;
  const base = style.u16(2) >> 4;
  const nameLength = style.u16(baseSize);
  const changes = readChanges(style, even(baseSize + 2 + nameLength * 2 + 2));
  if (kind === PARAGRAPH) {
    const [paragraph = NONE, characters = NONE] = changes;
    return { base, paragraph: paragraph.subarray(2), characters };
  }
  if (kind === CHARACTER) return { base, paragraph: NONE, characters: changes[0] ?? NONE };
  return { base, paragraph: NONE, characters: NONE };
};

/** The changes of a paragraph style (those of paragraphs begin with its number), then those of characters. */
const readChanges = (style: Bytes, start: number): Uint8Array[] => {
  const changes: Uint8Array[] = [];
  let at = start;
  while (at + 2 <= style.length && changes.length < 2) {
    const size = style.u16(at);
    if (at + 2 + size > style.length) break;
    changes.push(style.slice(at + 2, size));
    at = even(at + 2 + size);
  }
  return changes;
};

const even = (at: number): number => at + (at % 2);

/** Word allows eleven; a loop ends here too. */
const MAX_BASES = 20;

/** A style's own and inherited changes, the most general first. */
export const withBases = (styles: StyleSheet, number: number): Style[] => {
  const chain: Style[] = [];
  let style = styles[number];
  while (style && chain.length < MAX_BASES) {
    chain.unshift(style);
    style = styles[style.base];
  }
  return chain;
};

/** Names of fonts by their numbers ([MS-DOC] 2.9.286, 2.9.80). */
export const readFonts = (table: Bytes, { at, length }: Place): string[] => {
  if (length === 0) return [];
  const fonts = table.sub(at, length);
  const names: string[] = [];
  let next = 4;
  for (let i = fonts.u16(0); i > 0 && next < fonts.length; i--) {
    const size = fonts.u8(next);
    if (next + 1 + size > fonts.length) break;
    names.push(fontName(fonts.sub(next + 1, size)));
    next += 1 + size;
  }
  return names;
};

const FONT_NAME = 39;

const fontName = (font: Bytes): string => {
  if (font.length <= FONT_NAME) return '';
  const text = font.utf16(FONT_NAME, (font.length - FONT_NAME) >> 1);
  return text.split('\0')[0] ?? '';
};
