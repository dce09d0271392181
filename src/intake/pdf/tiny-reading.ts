/** For tests: made-up words on pages, and what is read of them. */
import type { Fate, Reading } from '../reading.ts';
import { countCharacters } from './glyph.ts';
import { readPages } from './read-pages.ts';
import { pdfOf, show } from './tiny-pdf.ts';

export const LEFT = 80;
export const SIZE = 16;
/** A full line has 27 characters. */
export const FULL = 27;
export const STEP = 28;

/** Words that mean nothing, as many characters as asked, different for each `seed`. */
export function words(count: number, seed = 0): string {
  const all = '早餐网点按照规定设在街道两旁并由经营者保持清洁每天开始营业以前把桌椅摆放整齐';
  return Array.from({ length: count }, (_, i) => all[(i + seed * 7) % all.length]).join('');
}

/** Lines one below the other, from `top`: those that begin with two blanks are indented. */
export function page(lines: readonly string[], top = 100): string {
  return lines
    .map((line, i) => {
      const indent = line.startsWith('  ') ? 2 * SIZE : 0;
      return show(line.trim(), LEFT + indent, top + i * STEP, SIZE);
    })
    .join('');
}

export const paragraph = (seed: number) => [
  `  ${words(FULL - 2, seed)}`,
  words(FULL, seed + 1),
  `${words(5, seed)}。`,
];

export const read = (pages: readonly string[], options = {}) =>
  readPages(pdfOf(pages, options), () => {});

export const said = ({ lines }: Reading) =>
  lines
    .map(({ pieces }) =>
      pieces
        .filter(({ fate }) => fate !== 'dropped')
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '');

export const those = ({ lines }: Reading, fate: Fate) =>
  lines.flatMap(({ pieces }) =>
    pieces
      .filter((piece) => piece.fate === fate)
      .map(({ text, reason }) => `${text.trim()} ${reason}`),
  );

/** Every character has a fate. */
export function isWhole(reading: Reading): boolean {
  const pieces = reading.lines.flatMap((line) =>
    line.pieces.filter(({ fate }) => fate !== 'added'),
  );
  return countCharacters(pieces.map(({ text }) => text).join('')) === reading.characters;
}
