/** The formats of ECMA-376 Part 1, 17.18.59 by their number in binary files ([MS-OSHARED] 2.2.1.3, MSONFC). */
const NAMES = [
  ...['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal'],
  ...['cardinalText', 'ordinalText', 'hex', 'chicago', 'ideographDigital', 'japaneseCounting'],
  ...['aiueo', 'iroha', 'decimalFullWidth', 'decimalHalfWidth', 'japaneseLegal'],
  ...['japaneseDigitalTenThousand', 'decimalEnclosedCircle', 'decimalFullWidth2'],
  ...['aiueoFullWidth', 'irohaFullWidth', 'decimalZero', 'bullet', 'ganada', 'chosung'],
  ...['decimalEnclosedFullstop', 'decimalEnclosedParen', 'decimalEnclosedCircleChinese'],
  ...['ideographEnclosedCircle', 'ideographTraditional', 'ideographZodiac'],
  ...['ideographZodiacTraditional', 'taiwaneseCounting', 'ideographLegalTraditional'],
  ...['taiwaneseCountingThousand', 'taiwaneseDigital', 'chineseCounting'],
  ...['chineseLegalSimplified', 'chineseCountingThousand'],
];

const NONE = 0xff;
const IN_DASHES = 0x39;

/** '' where the number stands for none of those known here. */
export const numberFormatName = (msonfc: number): string => {
  if (msonfc === NONE) return 'none';
  if (msonfc === IN_DASHES) return 'numberInDash';
  return NAMES[msonfc] ?? '';
};
