/** Writes numbers as Word prints them: the formats of ECMA-376 17.18.59 that are met in Chinese documents. */

const HAN = '〇一二三四五六七八九';
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CHICAGO = ['*', '†', '‡', '§'];
const ROMAN: [string, number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

type Format = (value: number) => string;

const plain: Format = String;

/** Formats by name. Beyond the signs that a format has it goes on in plain digits. */
const FORMATS: Readonly<Record<string, Format>> = {
  decimal: plain,
  decimalHalfWidth: plain,
  decimalZero: padded(2),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: signs('⑴', 20),
  decimalEnclosedFullstop: signs('⒈', 20),
  ideographEnclosedCircle: signs('㈠', 10),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chicago: (value) => repeated(CHICAGO, value),
  hex: (value) => value.toString(16).toUpperCase(),
  chineseCounting: counted('○'),
  taiwaneseCounting: counted('○'),
  chineseCountingThousand: (value) => positional(value, HAN, '千百十', true),
  taiwaneseCountingThousand: (value) => positional(value, HAN, '千百十', true),
  chineseLegalSimplified: (value) => positional(value, LEGAL_SIMPLIFIED, '仟佰拾', false),
  ideographLegalTraditional: (value) => positional(value, LEGAL_TRADITIONAL, '仟佰拾', false),
  japaneseCounting: japanese,
  ideographDigital: (value) => digits(value, '〇'),
  japaneseDigitalTenThousand: (value) => digits(value, '〇'),
  taiwaneseDigital: (value) => digits(value, '○'),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: sexagenary,
  none: () => '',
  bullet: () => '',
};

/** A number as it is printed, and whether the format is one that is known here. */
export function formatNumber(value: number, format: string): { text: string; known: boolean } {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : custom(format);
  if (!write || !Number.isInteger(value) || value < 0 || value > 9999) {
    return { text: String(value), known: false };
  }
  return { text: write(value), known: true };
}

/** `001, 002, 003, ...`: as many digits as are written out (w:numFmt/@w:format). */
function custom(format: string): Format | undefined {
  const zeros = /^(0+1),/u.exec(format)?.[1];
  return zeros ? padded(zeros.length) : undefined;
}

function padded(width: number): Format {
  return (value) => String(value).padStart(width, '0');
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

/** `1 → ①`, `21 → ㉑`, `50 → ㊿` */
export function circled(value: number): string {
  if (value === 0) return '⓪';
  if (value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return String(value);
}

/** Signs that follow each other in Unicode. */
function signs(first: string, last: number): Format {
  const start = first.codePointAt(0) ?? 0;
  return (value) =>
    value >= 1 && value <= last ? String.fromCodePoint(start + value - 1) : String(value);
}

function cycle(alphabet: string): Format {
  return (value) => alphabet[value - 1] ?? String(value);
}

/** 甲子 to 癸亥 */
function sexagenary(value: number): string {
  if (value < 1 || value > 60) return String(value);
  return STEMS.charAt((value - 1) % 10) + BRANCHES.charAt((value - 1) % 12);
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [sign, worth] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text || '0';
}

/** A … Z, AA, BB, CC … */
function letters(value: number): string {
  return repeated([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], value);
}

function repeated(alphabet: readonly string[], value: number): string {
  if (value < 1) return String(value);
  const times = Math.ceil(value / alphabet.length);
  return (alphabet[(value - 1) % alphabet.length] ?? '').repeat(times);
}

/** 一 … 十 … 九十九, then digit by digit: 一○○. */
function counted(zero: string): Format {
  return (value) => (value < 100 ? positional(value, HAN, '千百十', true) : digits(value, zero));
}

function digits(value: number, zero: string): string {
  return Array.from(String(value), (digit) =>
    digit === '0' ? zero : HAN.charAt(Number(digit)),
  ).join('');
}

/** `101 → 一百〇一`, `110 → 一百一十`, `10 → 十`, or `壹拾` where the one is always written. */
function positional(value: number, names: string, units: string, shortTen: boolean): string {
  if (value === 0) return names.charAt(0);
  let text = '';
  let gap = false;
  [1000, 100, 10, 1].forEach((worth, i) => {
    const digit = Math.floor(value / worth) % 10;
    if (digit === 0) {
      gap = text !== '';
      return;
    }
    const short = shortTen && worth === 10 && digit === 1 && text === '';
    text += (gap ? names.charAt(0) : '') + (short ? '' : names.charAt(digit)) + units.charAt(i);
    gap = false;
  });
  return text;
}

/** 百一, 千百十: neither a one before a unit nor a zero. */
function japanese(value: number): string {
  if (value === 0) return HAN.charAt(0);
  return positional(value, HAN, '千百十', true).replace(/〇|一(?=[千百十])/gu, '');
}
