import { uncertain } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { BOX_DOUBT, LOST_BOX, WORD_ART } from '../word/reasons.ts';
import type { Box, Boxes } from './boxes.ts';
import type { Shared } from './lines.ts';
import { linesOf } from './lines.ts';
import type { Anchor } from './paragraphs.ts';
import type { StoryContext } from './read-story.ts';
import { readStory } from './read-story.ts';
import type { WordFile } from './word-file.ts';

/** The lines of text boxes and WordArt, each given out once. */
export class Floating {
  readonly #file: WordFile;
  readonly #boxes: Boxes;
  readonly #story: StoryContext;
  readonly #shared: Shared;

  constructor(file: WordFile, boxes: Boxes, story: StoryContext, shared: Shared) {
    this.#file = file;
    this.#boxes = boxes;
    this.#story = story;
    this.#shared = shared;
  }

  /** Those at an anchor; `place`: the paragraph that they stand before. */
  at({ position, dropped }: Anchor, place: string): Line[] {
    const boxes = this.#boxes.byAnchor.get(position) ?? [];
    this.#boxes.byAnchor.delete(position);
    const lines = boxes.flatMap((box) => this.#lines(box, `${place}旁的文本框`, WORD_ART));
    if (dropped) return lines.map((line) => refated(line, 'dropped', dropped));
    return lines.map((line) => refated(line, 'uncertain', BOX_DOUBT));
  }

  /** Those whose anchor was not met in the text. */
  rest(): Line[] {
    const boxes = [...this.#boxes.byAnchor.values()].flat().concat(this.#boxes.lost);
    return boxes.flatMap((box, i) => {
      const name = `不知位置的文本框${i + 1}`;
      return this.#lines(box, name, LOST_BOX).map((line) => refated(line, 'uncertain', LOST_BOX));
    });
  }

  /** `doubt`: that of WordArt. */
  #lines({ text, wordArt }: Box, name: string, doubt: string): Line[] {
    if (!text) {
      return [{ place: name, pieces: [uncertain(wordArt, doubt)] }];
    }
    return linesOf(readStory(this.#file, text, this.#story), {
      ...this.#shared,
      ...placesWithin(name),
      floating: () => [],
    });
  }
}

/** Names for the paragraphs and tables of a part of the text. */
export const placesWithin = (name: string) => ({
  placeOf: (paragraph: number) => (paragraph === 1 ? name : `${name}第${paragraph}段`),
  placeOfTable: (table: number) => `${name}表${table}`,
});

/** The line with another fate for what is kept; where it is dropped, all of it is, and what it would add goes too. */
export const refated = (line: Line, fate: 'dropped' | 'uncertain', reason: string): Line => ({
  ...line,
  pieces: line.pieces.flatMap((piece): Piece[] => {
    if (piece.fate === 'dropped') return [piece];
    if (fate === 'uncertain') return [piece.fate === 'kept' ? { ...piece, fate, reason } : piece];
    return piece.fate === 'added' ? [] : [{ ...piece, fate, reason }];
  }),
});
