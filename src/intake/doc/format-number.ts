/**
 * A number as Word prints it in a format of ECMA-376 Part 1, 17.18.59; null where the format is not known here.
 * Beyond the characters that a format has, Word prints the digits.
 */
export const formatNumber = (format: string, value: number): string | null => {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!write) return null;
  return write(value) ?? String(value);
};

/** Whether Word is known to print this otherwise in some version or language, so that an editor should look. */
export const isDoubtful = (format: string, value: number): boolean => {
  const limit = DOUBTFUL_FROM[format];
  return limit !== undefined && value >= limit;
};

const DOUBTFUL_FROM: Record<string, number> = {
  chineseCounting: 100,
  chineseCountingThousand: 101,
  taiwaneseCounting: 100,
  taiwaneseCountingThousand: 101,
  japaneseCounting: 101,
  decimalEnclosedCircle: 21,
  decimalEnclosedCircleChinese: 11,
  decimalEnclosedParen: 21,
  decimalEnclosedFullstop: 21,
  ideographEnclosedCircle: 11,
  ideographTraditional: 11,
  ideographZodiac: 13,
};

/** null: the format has no character for it. */
type Write = (value: number) => string | null;

/** The characters of Unicode that follow each other from `first`, for 1 to `count`. */
const enclosed =
  (first: number, count: number): Write =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : null;

const oneOf =
  (characters: string): Write =>
  (value) =>
    characters[value - 1] ?? null;

const digits =
  (characters: string): Write =>
  (value) =>
    String(value).replace(/\d/g, (digit) => characters[Number(digit)] ?? digit);

/** A, B … Z, AA, BB … */
const letters =
  (first: number): Write =>
  (value) =>
    value < 1 || value > 780
      ? null
      : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman: Write = (value) => {
  if (value < 1 || value > 32_767) return null;
  let left = value;
  let text = '';
  for (const [worth, letter] of ROMAN) {
    text += letter.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
};

interface Ideographs {
  digits: string;
  zero: string;
  units: string;
  /** 一百, 一千 and not 百, 千. */
  saysOne: boolean;
  /** 一十 and not 十 at the beginning. */
  saysOneTen: boolean;
}

/** Counting with units, up to 9999: a zero is said once for the places left out, and not at the end. */
const counted =
  (ideographs: Ideographs): Write =>
  (value) => {
    if (value < 1 || value > 9999) return null;
    const figures = [...String(value)].map(Number);
    const places = figures.map((figure, i) => place(figure, i, figures.length, ideographs));
    const said = places.filter((text, i) => text !== ideographs.zero || places[i - 1] !== text);
    return said.at(-1) === ideographs.zero ? said.slice(0, -1).join('') : said.join('');
  };

const place = (figure: number, i: number, length: number, ideographs: Ideographs): string => {
  const { digits: figures, zero, units, saysOne, saysOneTen } = ideographs;
  if (figure === 0) return zero;
  const unit = units[length - 2 - i] ?? '';
  const isBareTen = i === 0 && unit === units[0] && !saysOneTen;
  const isSilent = figure === 1 && unit !== '' && (!saysOne || isBareTen);
  return isSilent ? unit : `${figures[figure - 1]}${unit}`;
};

const SIMPLE = '一二三四五六七八九';
const CHINESE = { digits: SIMPLE, zero: '〇', units: '十百千', saysOne: true, saysOneTen: false };
const SIMPLIFIED_LEGAL = {
  digits: '壹贰叁肆伍陆柒捌玖',
  zero: '零',
  units: '拾佰仟',
  saysOne: true,
  saysOneTen: true,
};

/** Units up to 99, then figure by figure. */
const countedToHundred: Write = (value) =>
  value < 100 ? counted(CHINESE)(value) : digits(`○${SIMPLE}`)(value);

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const FORMATS: Record<string, Write> = {
  none: () => '',
  bullet: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: letters(0x41),
  lowerLetter: letters(0x61),
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase() ?? null,
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 10),
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  ideographEnclosedCircle: enclosed(0x3220, 10),
  ideographDigital: digits(`〇${SIMPLE}`),
  taiwaneseDigital: digits(`○${SIMPLE}`),
  japaneseDigitalTenThousand: digits(`〇${SIMPLE}`),
  chineseCounting: countedToHundred,
  taiwaneseCounting: countedToHundred,
  chineseCountingThousand: counted(CHINESE),
  taiwaneseCountingThousand: counted(CHINESE),
  japaneseCounting: counted({ ...CHINESE, zero: '', saysOne: false }),
  chineseLegalSimplified: counted(SIMPLIFIED_LEGAL),
  ideographLegalTraditional: counted({ ...SIMPLIFIED_LEGAL, digits: '壹貳參肆伍陸柒捌玖' }),
  ideographTraditional: oneOf(STEMS),
  ideographZodiac: oneOf(BRANCHES),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60 ? `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}` : null,
};
