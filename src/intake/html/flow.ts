import { added, piecesOf } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';

/** What becomes of a text that is put into a flow: kept where nothing is said. */
export interface Mark {
  fate: 'kept' | 'dropped' | 'uncertain';
  reason: string;
}

const KEPT: Mark = { fate: 'kept', reason: '' };
/** Characters between which a line break of the source is none of the text (CSS Text 3, 4.1.3). */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
/** Blanks that a page shows as one; others stand as they are. */
const COLLAPSING = /[ \t\n\r\f]+/u;

/** Puts the texts of a page into paragraphs, with blanks as a browser shows them. */
export class Flow {
  readonly lines: Line[] = [];
  private readonly place: () => string;
  private pieces: Piece[] = [];
  private gap: '' | ' ' | '\n' = '';
  private before = '';
  private leading: Piece | null = null;

  /** `place` is asked once a line. */
  constructor(place: () => string) {
    this.place = place;
  }

  /** `keepsBreaks`: as in `<pre>`, where every line break ends a line. */
  text(text: string, mark: Mark = KEPT, keepsBreaks = false): void {
    if (keepsBreaks) {
      for (const [i, line] of text.split(/\r\n|[\r\n]/u).entries()) {
        if (i) this.break();
        this.text(line, mark);
      }
      return;
    }
    for (const part of text.split(/([ \t\n\r\f]+)/u)) {
      if (part === '') continue;
      if (COLLAPSING.test(part)) this.gap = this.gap || (part.includes('\n') ? '\n' : ' ');
      else this.word(part.replaceAll('\u00A0', ' '), mark);
    }
  }

  private word(word: string, mark: Mark): void {
    const blank = this.gap === ' ' || (this.gap === '\n' && !joins(this.before, word));
    const text = blank && this.before ? ` ${word}` : word;
    this.gap = '';
    this.before = word;
    if (this.leading && mark.fate !== 'dropped') {
      this.put(this.leading);
      this.leading = null;
    }
    const pieces = mark.fate === 'kept' ? piecesOf(text) : [{ text, ...mark }];
    for (const piece of pieces)
      this.put(isInvisible(piece) ? { ...piece, fate: 'dropped' } : piece);
  }

  /** What the next text begins with, on whatever line that is: the number of an entry; `null` takes it back. */
  lead(piece: Piece | null): void {
    this.leading = piece;
  }

  /** A piece as it is, at the end of the line. */
  put(piece: Piece): void {
    const last = this.pieces.at(-1);
    if (last && last.fate === piece.fate && last.reason === piece.reason && piece.fate !== 'added')
      this.pieces[this.pieces.length - 1] = { ...last, text: last.text + piece.text };
    else this.pieces.push(piece);
  }

  /** Ends the line, if there is anything on it. */
  break(): void {
    const pieces = trimmed(this.pieces);
    this.pieces = [];
    this.gap = '';
    this.before = '';
    if (pieces.some(({ text, fate }) => fate !== 'added' && text !== ''))
      this.lines.push({ place: this.place(), pieces });
  }

  /** Puts what was read apart at the end of the line, its paragraphs parted as those of a cell. */
  cell(paragraphs: readonly Line[]): void {
    for (const [i, { pieces }] of paragraphs.entries()) {
      if (i) this.put(added('\u000B', '单元格里分段'));
      for (const piece of pieces) this.put(piece);
    }
  }
}

/** Editors of web pages leave such characters between others, and nobody has ever seen them. */
function isInvisible({ text, fate }: Piece): boolean {
  return fate === 'uncertain' && /^[\u00AD\u200B-\u200D\u2060\uFEFF]+$/u.test(text);
}

/** Whether a line break of the source between two texts is to go. */
function joins(before: string, after: string): boolean {
  return WIDE.test(before.slice(-1)) && WIDE.test(Array.from(after)[0] ?? '');
}

/** Pieces without the blanks at both ends of the line; tabs that part cells stay. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const all = [...pieces];
  for (const [index, cut] of [
    [0, (text: string) => text.replace(/^[^\S\uFEFF]+/u, '')],
    [-1, (text: string) => text.replace(/[^\S\uFEFF]+$/u, '')],
  ] as const) {
    for (let end = all.at(index); end && end.fate !== 'added'; end = all.at(index)) {
      const text = cut(end.text);
      if (text !== '') {
        all[index === 0 ? 0 : all.length - 1] = { ...end, text };
        break;
      }
      if (index === 0) all.shift();
      else all.pop();
    }
  }
  return all;
}
