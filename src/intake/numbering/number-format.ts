import { CHINESE, counted, JAPANESE, LEGAL, LEGAL_TRADITIONAL, spelled } from './counting.ts';
import { circled, series } from './enclosed.ts';
import { roman } from './roman.ts';

/** A number as it is printed; `doubt`: why a person must compare it with the original, empty where it is sure. */
export interface Written {
  text: string;
  doubt: string;
}

const UNKNOWN = '它的编号格式这里不认识，先写成了阿拉伯数字';
const DIFFERS = '不同版本的 Word 对这个编号的写法不同';

/**
 * A number as Word prints it in a format of ECMA-376 part 1, 17.18.59, or in one that writes out its zeros
 * (`001, 002, 003, ...`). Where the format is not known here, or has no sign for the number, that are its digits, in doubt.
 */
export function formatNumber(value: number, format: string): Written {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : withZeros(format);
  if (!write || !Number.isInteger(value)) return { text: String(value), doubt: UNKNOWN };
  const text = write(value);
  if (text === null) return { text: String(value), doubt: DIFFERS };
  return { text, doubt: isDisputed(format, value, text) ? DIFFERS : '' };
}

/** From which number on versions and languages of Word are known to differ. */
const DISPUTED_FROM: Readonly<Record<string, number>> = {
  chineseCounting: 100,
  taiwaneseCounting: 100,
  japaneseCounting: 101,
  decimalEnclosedCircle: 21,
  decimalEnclosedCircleChinese: 11,
};
/** Where the dispute is of the zero: 一百〇一 or 一百零一. */
const DISPUTED_ZERO = new Set(['chineseCountingThousand', 'taiwaneseCountingThousand']);

function isDisputed(format: string, value: number, text: string): boolean {
  if (DISPUTED_ZERO.has(format)) return text.includes('〇');
  return value >= (DISPUTED_FROM[format] ?? Number.POSITIVE_INFINITY);
}

/** `null`: the format has no sign for it. */
type Write = (value: number) => string | null;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const MARKS = ['*', '†', '‡', '§'];

const FORMATS: Readonly<Record<string, Write>> = {
  none: () => '',
  bullet: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: padded(2),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value)?.toLowerCase() ?? null,
  upperRoman: romanUpToLimit,
  lowerRoman: (value) => romanUpToLimit(value)?.toLowerCase() ?? null,
  chicago: (value) => repeated(MARKS, value),
  decimalEnclosedCircle: circledFromOne,
  decimalEnclosedCircleChinese: circledFromOne,
  decimalEnclosedParen: series('⑴', 20),
  decimalEnclosedFullstop: series('⒈', 20),
  ideographEnclosedCircle: series('㈠', 10),
  ideographDigital: (value) => spelled(value, '〇'),
  japaneseDigitalTenThousand: (value) => spelled(value, '〇'),
  taiwaneseDigital: (value) => spelled(value, '○'),
  chineseCounting: countedToHundred,
  taiwaneseCounting: countedToHundred,
  chineseCountingThousand: (value) => counted(value, CHINESE),
  taiwaneseCountingThousand: (value) => counted(value, CHINESE),
  japaneseCounting: (value) => counted(value, JAPANESE),
  chineseLegalSimplified: (value) => counted(value, LEGAL),
  ideographLegalTraditional: (value) => counted(value, LEGAL_TRADITIONAL),
  ideographTraditional: (value) => STEMS[value - 1] ?? null,
  ideographZodiac: (value) => BRANCHES[value - 1] ?? null,
  ideographZodiacTraditional: sexagenary,
};

function withZeros(format: string): Write | undefined {
  const zeros = /^(0+1),/u.exec(format)?.[1];
  return zeros ? padded(zeros.length) : undefined;
}

function padded(width: number): Write {
  return (value) => String(value).padStart(width, '0');
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function circledFromOne(value: number): string | null {
  return value < 1 ? null : circled(value);
}

/** Units up to 99, then figure by figure: 一○○. */
function countedToHundred(value: number): string | null {
  return value < 100 ? counted(value, CHINESE) : spelled(value, '○');
}

/** 甲子 to 癸亥 */
function sexagenary(value: number): string | null {
  if (value < 1 || value > 60) return null;
  return STEMS.charAt((value - 1) % 10) + BRANCHES.charAt((value - 1) % 12);
}

/** Word goes no further. */
const LAST_ROMAN = 32_767;

function romanUpToLimit(value: number): string | null {
  return value < 1 || value > LAST_ROMAN ? null : roman(value);
}

/** A … Z, AA, BB … up to thirty letters. */
function letters(value: number): string | null {
  return value > 30 * LETTERS.length ? null : repeated(LETTERS, value);
}

function repeated(signs: readonly string[], value: number): string | null {
  if (value < 1) return null;
  const times = Math.ceil(value / signs.length);
  return (signs[(value - 1) % signs.length] ?? '').repeat(times);
}
