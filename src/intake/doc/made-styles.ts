import { join } from './made-compound-file.ts';
import { u16 } from './made-paragraphs.ts';

/** What a style changes: of the paragraph, of its characters. */
export interface MadeStyle {
  paragraph?: Uint8Array;
  characters?: Uint8Array;
}

/** The first is that of every paragraph without another. */
export const makeStyles = (styles: MadeStyle[]): Uint8Array => {
  const made = [{}, ...styles].map(makeStyle);
  const head = u16(18, made.length, 10, 0, 0, 0, 0, 0, 0, 0);
  return join([Uint8Array.from(head), ...made]);
};

const NO_BASE = 0xfff;

const makeStyle = (style: MadeStyle, number: number): Uint8Array => {
  const paragraph = [...u16(number), ...(style.paragraph ?? [])];
  const characters = [...(style.characters ?? [])];
  const changes = [paragraph, characters].flatMap((change) => [
    ...u16(change.length),
    ...change,
    ...(change.length % 2 ? [0] : []),
  ]);
  const std = [...u16(0, 1 | (NO_BASE << 4), 2, 0, 0), ...u16(1, 0x41, 0), ...changes];
  return Uint8Array.from([...u16(std.length), ...std, ...(std.length % 2 ? [0] : [])]);
};

export const makeFonts = (names: string[]): Uint8Array =>
  join([
    Uint8Array.from(u16(names.length, 0)),
    ...names.map((name) => {
      const font = [...new Uint8Array(39), ...Buffer.from(`${name}\0`, 'utf16le')];
      return Uint8Array.from([font.length, ...font]);
    }),
  ]);
