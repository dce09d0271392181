import { PLACE } from './fib.ts';
import type { WordFile } from './word-file.ts';
import { readPlc, storyRange } from './word-file.ts';

/** A shape that floats over the pages and holds words. Positions are among all text. */
export interface Box {
  /** Where its text stands; null: WordArt, whose words are `wordArt`. */
  text: { start: number; end: number } | null;
  wordArt: string;
  /** Distance from the top of what it is placed by, in twentieths of a point, and what that is (page, margin or line). */
  top: number;
  topOf: number;
}

export interface Boxes {
  /** By the position of their anchor, from the top down where they are placed by the same. */
  byAnchor: Map<number, Box[]>;
  /** Of which no anchor is known. */
  lost: Box[];
}

type ShapePlace = Pick<Box, 'top' | 'topOf'> & { anchor: number };

export const readBoxes = (file: WordFile): Boxes => {
  const places = readPlaces(file);
  const boxes: Boxes = { byAnchor: new Map(), lost: [] };
  const put = (shape: number, words: Pick<Box, 'text' | 'wordArt'>) => {
    const place = places.get(file.drawings.outermost.get(shape) ?? shape);
    const box = { ...words, top: place?.top ?? 0, topOf: place?.topOf ?? 0 };
    const group = place ? (boxes.byAnchor.get(place.anchor) ?? []) : boxes.lost;
    group.push(box);
    if (place) boxes.byAnchor.set(place.anchor, group);
  };
  for (const { shape, text } of readTexts(file)) put(shape, { text, wordArt: '' });
  for (const [shape, wordArt] of file.drawings.wordArt) put(shape, { text: null, wordArt });
  for (const group of boxes.byAnchor.values()) group.sort(byTop);
  return boxes;
};

const byTop = (a: Box, b: Box): number => (a.topOf === b.topOf ? a.top - b.top : 0);

/** Shapes by their id, with where they are fixed ([MS-DOC] 2.8.37, 2.9.253). */
const readPlaces = ({ table, fib }: WordFile): Map<number, ShapePlace> =>
  new Map(
    readPlc(table, fib.place(PLACE.shapes), 26).map(({ position, data }) => [
      data.u32(0),
      { anchor: position, top: data.i32(8), topOf: (data.u16(20) >> 3) & 3 },
    ]),
  );

/** The texts of boxes ([MS-DOC] 2.8.32, 2.9.88); the last position only ends them. */
const readTexts = ({ table, fib, text }: WordFile) => {
  const range = storyRange(fib.lengths, 'boxes');
  const entries = readPlc(table, fib.place(PLACE.boxTexts), 22);
  return entries
    .map(({ position, data }, i) => {
      const end = range.start + (entries[i + 1]?.position ?? range.end - range.start);
      return {
        shape: data.u32(14),
        text: { start: range.start + position, end: Math.min(end, range.end) },
      };
    })
    .filter((entry) => /\S/.test(text.slice(entry.text.start, entry.text.end)));
};
