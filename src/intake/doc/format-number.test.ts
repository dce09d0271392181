import { expect, test } from 'vitest';
import { formatNumber, isDoubtful } from './format-number.ts';
import { numberFormatName } from './number-formats.ts';

const row = (format: string, ...values: number[]) =>
  values.map((value) => formatNumber(format, value)).join(' ');

test.each([
  ['decimal', '1 10 100'],
  ['decimalZero', '01 10 100'],
  ['decimalFullWidth', '１ １０ １００'],
  ['upperRoman', 'I X C'],
  ['lowerRoman', 'i x c'],
  ['upperLetter', 'A J VVVV'],
  ['lowerLetter', 'a j vvvv'],
  ['chineseCounting', '一 十 一○○'],
  ['taiwaneseCounting', '一 十 一○○'],
  ['chineseCountingThousand', '一 十 一百'],
  ['taiwaneseCountingThousand', '一 十 一百'],
  ['japaneseCounting', '一 十 百'],
  ['chineseLegalSimplified', '壹 壹拾 壹佰'],
  ['ideographLegalTraditional', '壹 壹拾 壹佰'],
  ['ideographDigital', '一 一〇 一〇〇'],
  ['taiwaneseDigital', '一 一○ 一○○'],
  ['decimalEnclosedCircle', '① ⑩ 100'],
  ['decimalEnclosedCircleChinese', '① ⑩ 100'],
  ['decimalEnclosedParen', '⑴ ⑽ 100'],
  ['decimalEnclosedFullstop', '⒈ ⒑ 100'],
  ['ideographEnclosedCircle', '㈠ ㈩ 100'],
  ['ideographTraditional', '甲 癸 100'],
  ['ideographZodiac', '子 酉 100'],
  ['ideographZodiacTraditional', '甲子 癸酉 100'],
  ['numberInDash', '- 1 - - 10 - - 100 -'],
  ['none', '  '],
])('%s: 1, 10, 100 are %s', (format, expected) => {
  expect(row(format, 1, 10, 100)).toBe(expected);
});
test('Chinese counting says its zeros once and none at the end', () => {
  const values = [11, 20, 21, 99, 101, 110, 111, 1001, 1010, 1100, 2020, 9999];
  expect(row('chineseCountingThousand', ...values)).toBe(
    '十一 二十 二十一 九十九 一百〇一 一百一十 一百一十一 一千〇一 一千〇一十 一千一百 二千〇二十 九千九百九十九',
  );
  expect(row('japaneseCounting', 101, 110, 1111, 2222)).toBe('百一 百十 千百十一 二千二百二十二');
  expect(row('chineseLegalSimplified', 11, 101)).toBe('壹拾壹 壹佰零壹');
});
test('a number beyond a format is written in digits; an unknown format is null', () => {
  expect(row('chineseCountingThousand', 0, 10_000)).toBe('0 10000');
  expect(row('upperRoman', 0)).toBe('0');
  expect(formatNumber('cardinalText', 1)).toBe(null);
  expect(formatNumber('toString', 1)).toBe(null);
});
test('what versions of Word print differently is doubtful', () => {
  expect(isDoubtful('chineseCounting', 99)).toBe(false);
  expect(isDoubtful('chineseCounting', 100)).toBe(true);
  expect(isDoubtful('decimal', 1000)).toBe(false);
});
test('numbers of formats in binary files have the names of the standard', () => {
  const names = [0, 4, 10, 11, 18, 22, 23, 28, 33, 35, 37, 38, 39, 0x39, 255, 200];
  expect(names.map(numberFormatName)).toEqual([
    'decimal',
    'lowerLetter',
    'ideographDigital',
    'japaneseCounting',
    'decimalEnclosedCircle',
    'decimalZero',
    'bullet',
    'decimalEnclosedCircleChinese',
    'taiwaneseCounting',
    'taiwaneseCountingThousand',
    'chineseCounting',
    'chineseLegalSimplified',
    'chineseCountingThousand',
    'numberInDash',
    'none',
    '',
  ]);
});
