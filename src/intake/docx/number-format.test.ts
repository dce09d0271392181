import { expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';

const written = (format: string, values: number[]) =>
  values.map((value) => formatNumber(value, format).text).join(' ');

test.each([
  ['decimal', [1, 10, 101], '1 10 101'],
  ['decimalZero', [1, 9, 10], '01 09 10'],
  ['decimalFullWidth', [1, 20], '１ ２０'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ ㉑'],
  ['decimalEnclosedCircleChinese', [1, 10], '① ⑩'],
  ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
  ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
  ['ideographEnclosedCircle', [1, 10], '㈠ ㈩'],
  ['chineseCounting', [1, 10, 11, 20, 99, 100, 101], '一 十 十一 二十 九十九 一○○ 一○一'],
  [
    'chineseCountingThousand',
    [10, 11, 21, 100, 101, 110, 1001, 1010],
    '十 十一 二十一 一百 一百〇一 一百一十 一千〇一 一千〇一十',
  ],
  ['taiwaneseCountingThousand', [12, 105], '十二 一百〇五'],
  ['chineseLegalSimplified', [1, 10, 11, 101], '壹 壹拾 壹拾壹 壹佰零壹'],
  ['ideographDigital', [1, 10, 105], '一 一〇 一〇五'],
  ['japaneseCounting', [10, 11, 100, 121], '十 十一 百 百二十一'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ideographZodiacTraditional', [1, 60], '甲子 癸亥'],
  ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
  ['lowerLetter', [2], 'b'],
  ['upperRoman', [1, 4, 9, 40, 1994], 'I IV IX XL MCMXCIV'],
  ['lowerRoman', [3], 'iii'],
  ['numberInDash', [2], '- 2 -'],
  ['none', [5], ''],
  ['001, 002, 003, ...', [7, 12], '007 012'],
])('%s', (format, values, expected) => {
  expect(written(format, values)).toBe(expected);
});

test('a format that is not known is written in digits, and said to be unknown', () => {
  expect(formatNumber(3, 'hebrew1')).toEqual({ text: '3', known: false });
  expect(formatNumber(3, 'constructor')).toEqual({ text: '3', known: false });
});
