import type { PrintedNumber } from '../numbering/counters.ts';
import { hole } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { paragraphLines, placed } from '../word/lines.ts';
import { isVisible, type Taken } from '../word/pieces.ts';
import { joinCells } from '../word/row.ts';
import type { DocumentContext, Story } from './document.ts';
import { Fields, fieldsPair } from './fields.ts';
import { type Found, flatten } from './flatten.ts';
import { InlineReader } from './inline.ts';
import type { Inline } from './inline-output.ts';
import { layOut, type Table } from './table.ts';
import { childOf, valOf, type XmlElement } from './xml.ts';

/** A line, or one of a box, which stands before what it is anchored in. */
export interface Block {
  line: Line;
  box: boolean;
}

/** A run or formula outside of any paragraph is not valid, and read as one. */
const BLOCKS = new Set(['w:p', 'w:tbl', 'w:r', 'm:oMath', 'w:altChunk', 'w:subDoc']);

/** Reads paragraphs and tables of one story in their order. */
export class BlockReader {
  private readonly inline: InlineReader;
  private paragraphs = 0;
  private tables = 0;
  private carried: Piece[] = [];

  private readonly context: DocumentContext;
  private readonly story: Story;
  private readonly place: string;
  private readonly inCell: boolean;

  /** `place`: where all of it stands; empty for the body, whose paragraphs and tables are counted. */
  constructor(context: DocumentContext, story: Story, place: string, inCell = false) {
    this.context = context;
    this.story = story;
    this.place = place;
    this.inCell = inCell;
    this.inline = new InlineReader(context, story, (content, taken) =>
      this.readBox(content, taken),
    );
  }

  /** All that stands in a container; `progress` is told after each block. */
  read(
    container: XmlElement,
    taken: Taken,
    progress?: (done: number, total: number) => void,
  ): Block[] {
    const found = flatten(container, BLOCKS, taken);
    const blocks = found.flatMap((block, i) => {
      progress?.(i + 1, found.length);
      return this.block(block, found[i + 1]?.element.name === 'w:p');
    });
    return [...blocks, ...this.lines([], undefined, this.place)];
  }

  private block({ element, taken }: Found, beforeParagraph: boolean): Block[] {
    if (element.name === 'w:tbl') {
      return [...this.lines([], undefined, this.place), ...this.table(element, taken)];
    }
    if (element.name === 'w:altChunk' || element.name === 'w:subDoc') return this.otherFile(taken);
    const loose = element.name !== 'w:p';
    const paragraph = loose ? { name: 'w:p', attributes: {}, children: [element] } : element;
    return this.paragraph(paragraph, taken, beforeParagraph);
  }

  /** Another file that is to be printed here (17.17.2): not opened. */
  private otherFile({ drop }: Taken): Block[] {
    if (drop) return [];
    const place = this.place || `第${Math.max(1, this.paragraphs)}段`;
    this.context.sights.push({ kind: '插入的文件', place });
    return this.lines([hole('这里插入了另一个文件')], undefined, place);
  }

  private paragraph(paragraph: XmlElement, taken: Taken, beforeParagraph: boolean): Block[] {
    const pPr = childOf(paragraph, 'w:pPr');
    const style = valOf(pPr, 'w:pStyle') ?? this.context.styles.defaultParagraph;
    const inline = this.inline.read(paragraph, taken, style);
    const ends = this.ends(pPr, style);
    const number = taken.drop || !ends ? undefined : this.number(pPr, style);
    const place = this.placeOf(inline, number);
    const boxes = this.boxes(inline, place);
    if (childOf(pPr, 'w:sectPr')) this.context.notes.nextSection();
    if (beforeParagraph && !(ends && !isDropCap(pPr))) {
      this.carried.push(...inline.pieces);
      return boxes;
    }
    return [...boxes, ...this.lines(inline.pieces, number, place)];
  }

  private number(pPr: XmlElement | undefined, style: string): PrintedNumber | undefined {
    const numbered = this.context.numbering.placeOf(pPr, style);
    return numbered && this.story.counters.next(numbered.list, numbered.level);
  }

  /** Whether a paragraph ends here in print; where its mark is deleted or hidden, the next goes on in its line. */
  private ends(pPr: XmlElement | undefined, style: string): boolean {
    const mark = childOf(pPr, 'w:rPr');
    const deleted = childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom');
    return !deleted && !this.context.styles.isOn('w:vanish', mark, style);
  }

  private placeOf({ pieces, sights }: Inline, number: PrintedNumber | undefined): string {
    if (this.place) return this.place;
    const seen = isVisible(pieces) || isVisible(this.carried) || sights.length > 0 || number?.text;
    if (seen) this.paragraphs += 1;
    return `第${Math.max(1, this.paragraphs)}段`;
  }

  private boxes({ boxes, sights }: Inline, place: string): Block[] {
    this.context.sights.push(...sights.map((kind) => ({ kind, place })));
    return boxes.map(({ pieces }) => ({
      line: { place: `${place}旁的文本框`, pieces },
      box: true,
    }));
  }

  private readBox(content: XmlElement, taken: Taken): Line[] {
    const fields = new Fields(!fieldsPair(content));
    const story = { fields, counters: this.context.apart, mark: [] };
    const reader = new BlockReader(this.context, story, '文本框');
    return reader.read(content, taken).map(({ line }) => line);
  }

  /** What was carried over and what a paragraph holds, as lines. */
  private lines(own: Piece[], number: PrintedNumber | undefined, place: string): Block[] {
    const pieces = [...this.carried, ...own];
    this.carried = [];
    const lines = paragraphLines(pieces, number, this.inCell);
    const all = this.place ? lines.map((line) => ({ place, pieces: line })) : placed(lines, place);
    return all.map((line) => ({ line, box: false }));
  }

  private table(element: XmlElement, taken: Taken): Block[] {
    const table = layOut(element, taken);
    this.tables += 1;
    const single = table.rows.every(({ cells }) => cells.length <= 1);
    return table.rows.flatMap((_, i) => {
      const place = this.place || `表${this.tables}第${i + 1}行`;
      return single ? this.boxed(table, i, place) : this.row(table, i, place);
    });
  }

  /** Rows of one cell are text in a frame. */
  private boxed(table: Table, at: number, place: string): Block[] {
    return this.cells(table, at, place, this.inCell).flat();
  }

  private row(table: Table, at: number, place: string): Block[] {
    const row = table.rows[at] ?? { cells: [] };
    const cells = this.cells(table, at, place, true);
    const boxes = cells.flat().filter(({ box }) => box);
    const contents = cells.map((cell) =>
      cell.filter(({ box }) => !box).map(({ line }) => line.pieces),
    );
    const starts = row.cells.map(({ start }) => start);
    const pieces = joinCells(contents, starts, table.columns);
    if (pieces.length === 0) return boxes;
    return [...boxes, { line: { place, pieces }, box: false }];
  }

  private cells(table: Table, at: number, place: string, inCell: boolean): Block[][] {
    return (table.rows[at]?.cells ?? []).map(({ content }) =>
      new BlockReader(this.context, this.story, place, inCell).read(content.element, content.taken),
    );
  }
}

/** A first letter that is set large stands in a paragraph of its own (ECMA-376 17.3.1.11). */
function isDropCap(pPr: XmlElement | undefined): boolean {
  const kind = childOf(pPr, 'w:framePr')?.attributes['w:dropCap'];
  return kind === 'drop' || kind === 'margin';
}
