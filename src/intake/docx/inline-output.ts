import { dropped, hole } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { isBlank, type Taken } from '../word/pieces.ts';
import { sightHole } from '../word/sights.ts';
import type { Story } from './document.ts';

/** What a paragraph holds. */
export interface Inline {
  pieces: Piece[];
  /** Lines of boxes that are anchored in it. */
  boxes: Line[];
  /** What is seen in it and is no text. */
  sights: string[];
}

const CODE = '域代码';

/** Takes what is read of a paragraph: into what is printed, or into the code of a field. */
export class InlineOutput implements Inline {
  readonly pieces: Piece[] = [];
  readonly boxes: Line[] = [];
  readonly sights: string[] = [];
  private readonly story: Story;

  constructor(story: Story) {
    this.story = story;
  }

  emit(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (this.story.fields.inCode) this.emitCode(piece);
      else this.emitPrint(piece);
    }
  }

  /** A tab or a break. */
  layout(piece: Piece, { drop }: Taken): void {
    if (this.story.fields.inCode) this.story.fields.code(' ');
    else if (!drop) this.pieces.push(piece);
  }

  doubt(reason: string): void {
    if (reason && !this.story.fields.inCode) this.pieces.push(hole(reason));
  }

  box(pieces: Piece[]): void {
    this.boxes.push({ place: '', pieces });
  }

  /** Something that is seen and is no text; in the line, where it does not float over the page. */
  see(kind: string, floating: boolean): void {
    this.sights.push(kind);
    if (floating) return;
    if (!this.story.fields.inCode) this.pieces.push(sightHole(kind));
    this.story.fields.printed();
  }

  private emitCode(piece: Piece): void {
    const { text, fate, reason } = piece;
    if (fate !== 'dropped') this.story.fields.code(text);
    if (fate !== 'added') this.pieces.push(dropped(text, fate === 'dropped' ? reason : CODE));
  }

  private emitPrint(piece: Piece): void {
    this.pieces.push(piece);
    if (piece.fate !== 'dropped' && !isBlank(piece.text)) this.story.fields.printed();
  }
}
