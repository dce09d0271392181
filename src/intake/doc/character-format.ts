import type { Bytes } from './bytes.ts';
import type { Sprm } from './sprm.ts';
import { SPRM, sprmsOf } from './sprm.ts';
import type { StyleSheet } from './style-sheet.ts';
import { withBases } from './style-sheet.ts';

/** What decides how characters are read. */
export interface CharacterFormat {
  isHidden: boolean;
  /** Deleted, where changes were tracked. */
  isDeleted: boolean;
  /** U+0001 is data of a form field, not a picture. */
  isData: boolean;
  isObject: boolean;
  isStruck: boolean;
  /** Above the line. */
  isRaised: boolean;
  /** Where the picture lies in the data stream. */
  picture: number | null;
  /** The character to show in place of the one in the text: its number in the font. */
  symbol: { font: number; code: number } | null;
  font: number;
}

const plain = (): CharacterFormat => ({
  isHidden: false,
  isDeleted: false,
  isData: false,
  isObject: false,
  isStruck: false,
  isRaised: false,
  picture: null,
  symbol: null,
  font: 0,
});

/** The paragraph's style, a character style, then the characters' own changes ([MS-DOC] 2.4.6.2). */
export const characterFormat = (
  lists: Uint8Array[],
  paragraphStyle: number,
  styles: StyleSheet,
): CharacterFormat => {
  const base = styled(plain(), paragraphStyle, styles);
  let format = { ...base };
  for (const list of lists) {
    for (const sprm of sprmsOf(list)) {
      if (sprm.code === SPRM.charStyle) format = styled(format, sprm.operand.u16(0), styles);
      else if (sprm.code === SPRM.charPlain) format = { ...base };
      else apply(format, sprm, base);
    }
  }
  return format;
};

const styled = (format: CharacterFormat, number: number, styles: StyleSheet): CharacterFormat => {
  const result = { ...format };
  for (const { characters } of withBases(styles, number)) {
    for (const sprm of sprmsOf(characters)) apply(result, sprm, { ...result });
  }
  return result;
};

const apply = (format: CharacterFormat, { code, operand }: Sprm, base: CharacterFormat): void => {
  if (code === SPRM.charHidden) format.isHidden = toggled(operand.u8(0), base.isHidden);
  else if (code === SPRM.charStruck) format.isStruck = toggled(operand.u8(0), base.isStruck);
  else APPLY[code]?.(format, operand);
};

/** [MS-DOC] 2.9.327: off, on, as the style has it, or the opposite of that. */
const toggled = (value: number, inStyle: boolean): boolean => {
  if (value === 0x80) return inStyle;
  return value === 0x81 ? !inStyle : value !== 0;
};

/** [MS-DOC] 2.6.1 sprmCIss */
const RAISED = 1;

const APPLY: Record<number, (format: CharacterFormat, operand: Bytes) => void> = {
  [SPRM.charDeleted]: (format, operand) => {
    format.isDeleted = operand.u8(0) !== 0;
  },
  [SPRM.charIsData]: (format, operand) => {
    format.isData = operand.u8(0) !== 0;
  },
  [SPRM.charIsObject]: (format, operand) => {
    format.isObject = operand.u8(0) !== 0;
  },
  [SPRM.charStruckTwice]: (format, operand) => {
    format.isStruck ||= operand.u8(0) !== 0;
  },
  [SPRM.charPosition]: (format, operand) => {
    format.isRaised = operand.u8(0) === RAISED;
  },
  [SPRM.charPicture]: (format, operand) => {
    format.picture = operand.u32(0);
  },
  [SPRM.charSymbol]: (format, operand) => {
    format.symbol = { font: operand.u16(0), code: operand.u16(2) };
  },
  [SPRM.charFont]: (format, operand) => {
    format.font = operand.u16(0);
  },
};
