import type { Line, Piece } from '../reading.ts';
import type { Box, Boxes } from './boxes.ts';
import type { LineContext } from './lines.ts';
import { linesOf } from './lines.ts';
import type { Anchor } from './paragraphs.ts';
import type { StoryContext } from './read-story.ts';
import { readStory } from './read-story.ts';
import { BOX_DOUBT, WORD_ART } from './reasons.ts';
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
    if (boxes.length > 0 && !dropped) this.#shared.report.box(place);
    const lines = boxes.flatMap((box) => this.#lines(box, `${place}旁的文本框`));
    if (dropped) return lines.map((line) => refated(line, 'dropped', dropped));
    return lines.map((line) => refated(line, 'uncertain', BOX_DOUBT));
  }

  /** Those whose anchor was not met in the text. */
  rest(): Line[] {
    const boxes = [...this.#boxes.byAnchor.values()].flat().concat(this.#boxes.lost);
    return boxes.flatMap((box, i) => {
      const name = `不知位置的文本框${i + 1}`;
      this.#shared.report.lostBox(name);
      return this.#lines(box, name).map((line) => refated(line, 'uncertain', BOX_DOUBT));
    });
  }

  #lines({ text, wordArt }: Box, name: string): Line[] {
    if (!text) {
      return [{ place: name, pieces: [{ text: wordArt, fate: 'uncertain', reason: WORD_ART }] }];
    }
    return linesOf(readStory(this.#file, text, this.#story), {
      ...this.#shared,
      fonts: this.#file.fonts,
      ...placesWithin(name),
      floating: () => [],
    });
  }
}

type Shared = Pick<LineContext, 'counters' | 'report'>;

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
