import { join, numbers } from './made-compound-file.ts';
import { SPRM } from './sprm.ts';

/** Parts of made Word files, for tests. */

export interface MadeRun {
  text: string;
  sprms?: Uint8Array;
}

export interface MadeParagraph {
  runs: MadeRun[];
  /** Its mark; U+000D where none is told. */
  mark?: '\r' | '\x07' | '\f';
  markSprms?: Uint8Array;
  style?: number;
  sprms?: Uint8Array;
}

/** A Sprm with its operand. */
export const sprm = (code: number, ...operand: number[]): Uint8Array =>
  Uint8Array.of(code & 0xff, code >> 8, ...operand);

const sprms = (...list: Uint8Array[]): Uint8Array => join(list);

export const u16 = (...values: number[]): number[] =>
  values.flatMap((n) => [n & 0xff, (n >> 8) & 0xff]);

/** Text without changes of its properties, or with some. */
export const run = (text: string, ...changes: Uint8Array[]): MadeRun =>
  changes.length > 0 ? { text, sprms: sprms(...changes) } : { text };

/** A paragraph of one run. */
export const para = (text: string, ...changes: Uint8Array[]): MadeParagraph =>
  changes.length > 0 ? { runs: [run(text)], sprms: sprms(...changes) } : { runs: [run(text)] };

/** A row of a table; `edges`: where the borders between cells stand, in twentieths of a point. */
export const row = (cells: string[], edges?: number[]): MadeParagraph[] => {
  const inTable = sprm(SPRM.paraInTable, 1);
  const borders = edges ? [cellEdges(edges)] : [];
  return [
    ...cells.flatMap((cell) =>
      cell.split('\n').map(
        (text, i, all): MadeParagraph => ({
          runs: [run(text)],
          mark: i === all.length - 1 ? '\x07' : '\r',
          sprms: inTable,
        }),
      ),
    ),
    { runs: [], mark: '\x07', sprms: sprms(inTable, sprm(SPRM.paraRowEnd, 1), ...borders) },
  ];
};

/** [MS-DOC] 2.9.321 */
const cellEdges = (edges: number[]): Uint8Array => {
  const operand = [edges.length - 1, ...edges.flatMap((edge) => u16(edge))];
  return sprm(SPRM.tableCells, ...u16(operand.length + 1), ...operand);
};

/** A PLC ([MS-DOC] 2.2.2): positions, one more than data. */
export const plc = (positions: number[], data: Uint8Array[]): Uint8Array =>
  join([numbers(positions), ...data]);
