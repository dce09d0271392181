import type { Piece } from '../reading.ts';
import { paragraphLines } from '../word/lines.ts';
import { joinCells } from '../word/row.ts';
import type { Numbered } from './lines.ts';
import type { ParagraphFormat } from './paragraph-format.ts';

/** A table within a cell: each of its rows becomes a paragraph of the cell. */
export class InnerTable {
  #cells: Piece[][][] = [];
  #cell: Piece[][] = [];

  /** The row that a paragraph ends, if it ends one. */
  add(format: ParagraphFormat, { pieces, number }: Numbered): Numbered[] {
    if (format.isInnerRowEnd) return this.rest();
    this.#cell.push(...paragraphLines(pieces, number, true));
    if (format.isInnerCellEnd) this.#endCell();
    return [];
  }

  /** What stands there though no row was ended. */
  rest(): Numbered[] {
    if (this.#cell.length > 0) this.#endCell();
    const starts = this.#cells.map((_, i) => i);
    const row = joinCells(this.#cells, starts, starts.length);
    this.#cells = [];
    return row.length > 0 ? [{ pieces: row, number: undefined }] : [];
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = [];
  }
}
