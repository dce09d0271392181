import { Bytes } from './bytes.ts';

/** A change of one property ([MS-DOC] 2.2.5.1, 2.6). */
export interface Sprm {
  code: number;
  /** What it is changed to; of variable length ones without their count. */
  operand: Bytes;
}

/** Names of the Sprms that decide what is read: [MS-DOC] 2.6.1 characters, 2.6.2 paragraphs, 2.6.3 tables, 2.6.4 sections. */
export const SPRM = {
  charDeleted: 0x0800,
  charIsData: 0x0806,
  charIsObject: 0x080a,
  charHidden: 0x083c,
  charStruck: 0x0837,
  charStruckTwice: 0x2a53,
  charPosition: 0x2a48,
  charPicture: 0x6a03,
  charSymbol: 0x6a09,
  charStyle: 0x4a30,
  charPlain: 0x2a33,
  charFont: 0x4a4f,
  paraStyle: 0x4600,
  paraListLevel: 0x260a,
  paraList: 0x460b,
  paraOldList: 0xc63e,
  paraInTable: 0x2416,
  paraRowEnd: 0x2417,
  paraDepth: 0x6649,
  paraDepthChange: 0x664a,
  paraInnerCellEnd: 0x244b,
  paraInnerRowEnd: 0x244c,
  paraElsewhere: 0x6646,
  paraElsewhereToo: 0x6645,
  tableCells: 0xd608,
  tableCellsOld: 0xd606,
  paraTabs: 0xc615,
  footnoteRestart: 0x303c,
  footnoteStart: 0x503f,
  footnoteFormat: 0x5040,
  endnoteRestart: 0x303e,
  endnoteStart: 0x5041,
  endnoteFormat: 0x5042,
} as const;

const FIXED_SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const VARIABLE = 6;

/** The Sprms of a list of them, in order; one that is cut off ends the list. */
export function* sprmsOf(list: Uint8Array): Generator<Sprm> {
  const bytes = new Bytes(list);
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = bytes.u16(at);
    const spra = code >> 13;
    const { skip, size } =
      spra === VARIABLE
        ? variableSize(code, bytes, at + 2)
        : { skip: 0, size: FIXED_SIZES[spra] ?? 1 };
    const start = at + 2 + skip;
    if (start + size > bytes.length) return;
    yield { code, operand: new Bytes(bytes.slice(start, size)) };
    at = start + size;
  }
}

/** A byte tells the size, but for two ([MS-DOC] 2.6.3 sprmTDefTable, 2.9.196 PChgTabsOperand). */
const variableSize = (code: number, bytes: Bytes, at: number) => {
  if (code === SPRM.tableCells || code === SPRM.tableCellsOld) {
    if (at + 2 > bytes.length) return { skip: 2, size: 0 };
    return { skip: 2, size: Math.max(0, bytes.u16(at) - 1) };
  }
  const size = bytes.u8(at);
  if (code === SPRM.paraTabs && size === 255) return { skip: 1, size: tabsSize(bytes, at + 1) };
  return { skip: 1, size };
};

const tabsSize = (bytes: Bytes, at: number): number => {
  const deleted = 1 + bytes.u8(at) * 4;
  return deleted + 1 + bytes.u8(at + deleted) * 3;
};
