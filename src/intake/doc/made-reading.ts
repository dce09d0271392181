import type { Reading } from '../reading.ts';
import type { MadeDoc } from './made-doc.ts';
import { makeDoc } from './made-doc.ts';
import { readDoc } from './read-doc.ts';

/** For tests: what the reader makes of a made document. */
export const readMade = (doc: MadeDoc): Promise<Reading> => readDoc(makeDoc(doc), () => {});

/** The lines as they would stand in `source.txt`. */
export const shown = ({ lines }: Reading): string[] =>
  lines
    .filter(({ pieces }) => pieces.some(({ fate }) => fate !== 'dropped'))
    .map(({ pieces }) =>
      pieces
        .filter(({ fate }) => fate !== 'dropped')
        .map(({ text }) => text)
        .join(''),
    );

/** Pieces of a fate, with their reasons. */
export const ofFate = ({ lines }: Reading, fate: 'dropped' | 'uncertain' | 'added'): string[] =>
  lines.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.fate === fate).map(({ text, reason }) => `${reason}：${text}`),
  );

/** How many characters of the file the lines account for. */
export const accounted = ({ lines }: Reading): number =>
  lines
    .flatMap(({ pieces }) => pieces)
    .filter(({ fate }) => fate !== 'added')
    .reduce((sum, { text }) => sum + Array.from(text).filter((c) => /\S/.test(c)).length, 0);
