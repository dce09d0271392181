import { expect, test } from 'vitest';
import { numberFormatName } from './number-formats.ts';

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
