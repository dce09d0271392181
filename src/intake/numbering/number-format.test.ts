import { describe, expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';

const written = (format: string, values: number[]) =>
  values.map((value) => formatNumber(value, format).text).join(' ');
const isDoubtful = (format: string, value: number) => formatNumber(value, format).doubt !== '';

test.each([
  ['decimal', [1, 10, 101, 10_000], '1 10 101 10000'],
  ['decimalZero', [1, 9, 10, 100], '01 09 10 100'],
  ['decimalFullWidth', [1, 20], '１ ２０'],
  ['decimalEnclosedCircle', [1, 20, 21, 35, 36, 50, 51], '① ⑳ ㉑ ㉟ ㊱ ㊿ 51'],
  ['decimalEnclosedCircleChinese', [1, 10], '① ⑩'],
  ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
  ['decimalEnclosedFullstop', [1, 20, 21], '⒈ ⒛ 21'],
  ['ideographEnclosedCircle', [1, 10, 11], '㈠ ㈩ 11'],
  ['chineseCounting', [1, 10, 11, 20, 99, 100, 101], '一 十 十一 二十 九十九 一○○ 一○一'],
  ['taiwaneseCounting', [1, 10, 100], '一 十 一○○'],
  [
    'chineseCountingThousand',
    [10, 11, 20, 21, 100, 101, 110, 111, 1001, 1010, 1100, 2020, 9999],
    '十 十一 二十 二十一 一百 一百〇一 一百一十 一百一十一 一千〇一 一千〇一十 一千一百 二千〇二十 九千九百九十九',
  ],
  ['taiwaneseCountingThousand', [12, 105], '十二 一百〇五'],
  ['chineseLegalSimplified', [1, 10, 11, 100, 101], '壹 壹拾 壹拾壹 壹佰 壹佰零壹'],
  ['ideographLegalTraditional', [3, 10, 100], '參 壹拾 壹佰'],
  ['ideographDigital', [1, 10, 105], '一 一〇 一〇五'],
  ['taiwaneseDigital', [1, 10, 100], '一 一○ 一○○'],
  [
    'japaneseCounting',
    [10, 11, 100, 101, 110, 121, 1111, 2222],
    '十 十一 百 百一 百十 百二十一 千百十一 二千二百二十二',
  ],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12, 100], '子 亥 100'],
  ['ideographZodiacTraditional', [1, 10, 60, 61], '甲子 癸酉 癸亥 61'],
  ['upperLetter', [1, 26, 27, 53, 100], 'A Z AA AAA VVVV'],
  ['lowerLetter', [2], 'b'],
  ['upperRoman', [1, 4, 9, 40, 1994], 'I IV IX XL MCMXCIV'],
  ['lowerRoman', [3], 'iii'],
  ['chicago', [1, 4, 5], '* § **'],
  ['numberInDash', [2], '- 2 -'],
  ['none', [5], ''],
  ['001, 002, 003, ...', [7, 12], '007 012'],
])('%s: %j are %s', (format, values, expected) => {
  expect(written(format, values)).toBe(expected);
});

describe('digits in doubt are what stands for', () => {
  test.each(['hebrew1', 'cardinalText', 'constructor', ''])(
    'the format %j, not known',
    (format) => {
      expect(formatNumber(3, format)).toEqual({
        text: '3',
        doubt: '它的编号格式这里不认识，先写成了阿拉伯数字',
      });
    },
  );

  test.each([
    ['chineseCountingThousand', 0],
    ['chineseCountingThousand', 10_000],
    ['upperRoman', 0],
    ['decimalEnclosedCircle', 0],
    ['decimalEnclosedParen', 21],
    ['lowerLetter', 781],
  ])('a number beyond a format: %s, %i', (format, value) => {
    const { text, doubt } = formatNumber(value, format);
    expect(text).toBe(String(value));
    expect(doubt).not.toBe('');
  });
});

test.each([
  ['chineseCounting', 99, 100],
  ['taiwaneseCounting', 99, 100],
  ['japaneseCounting', 100, 101],
  ['chineseCountingThousand', 111, 101],
  ['chineseCountingThousand', 999, 1001],
  ['decimalEnclosedCircle', 20, 21],
  ['decimalEnclosedCircleChinese', 10, 11],
])('versions of Word print %s alike at %i and not at %i', (format, alike, unlike) => {
  expect(isDoubtful(format, alike)).toBe(false);
  expect(isDoubtful(format, unlike)).toBe(true);
});

test('digits are never doubtful', () => {
  expect(isDoubtful('decimal', 100_000)).toBe(false);
});
