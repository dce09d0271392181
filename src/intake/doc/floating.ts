import type { Line, Piece } from '../reading.ts';
import type { Box, Boxes } from './boxes.ts';
import { Counters } from './counters.ts';
import { linesOf } from './lines.ts';
import type { Anchor } from './paragraphs.ts';
import { added } from './paragraphs.ts';
import type { StoryContext } from './read-story.ts';
import { readStory } from './read-story.ts';
import type { Report } from './report.ts';
import type { WordFile } from './word-file.ts';

/** The lines of text boxes and WordArt, each given out once. */
export class Floating {
  readonly #file: WordFile;
  readonly #boxes: Boxes;
  readonly #story: StoryContext;
  readonly #report: Report;
  #count = 0;

  constructor(file: WordFile, boxes: Boxes, story: StoryContext, report: Report) {
    this.#file = file;
    this.#boxes = boxes;
    this.#story = story;
    this.#report = report;
  }

  /** Those at an anchor; `place`: the paragraph that they stand before. */
  at({ position, dropped }: Anchor, place: string): Line[] {
    const boxes = this.#boxes.byAnchor.get(position) ?? [];
    this.#boxes.byAnchor.delete(position);
    if (boxes.length > 0 && !dropped) this.#report.box(place);
    const lines = boxes.flatMap((box) => this.#lines(box));
    return dropped ? lines.map((line) => refated(line, 'dropped', dropped)) : lines;
  }

  /** Those whose anchor was not met in the text. */
  rest(): Line[] {
    const boxes = [...this.#boxes.byAnchor.values()].flat().concat(this.#boxes.lost);
    return boxes.flatMap((box) => {
      const lines = this.#lines(box);
      if (lines[0]) this.#report.lostBox(lines[0].place);
      return lines.map((line) => refated(line, 'uncertain', '不知道在文中哪一处'));
    });
  }

  #lines({ text, wordArt }: Box): Line[] {
    this.#count += 1;
    const name = `文本框${this.#count}`;
    if (!text) return [{ place: name, pieces: [added(wordArt, '艺术字')] }];
    return linesOf(readStory(this.#file, text, this.#story), {
      counters: new Counters(this.#file.lists),
      fonts: this.#file.fonts,
      report: this.#report,
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

/** The line with another fate for what is kept or uncertain of it; where it is dropped, what it would add goes too. */
export const refated = (line: Line, fate: 'dropped' | 'uncertain', reason: string): Line => ({
  ...line,
  pieces: line.pieces.flatMap((piece): Piece[] => {
    if (piece.fate === 'dropped') return [piece];
    if (piece.fate === 'added') return fate === 'dropped' ? [] : [piece];
    return [{ text: piece.text, fate, reason }];
  }),
});
