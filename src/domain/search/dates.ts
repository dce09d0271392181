import { parseNumeral } from '../policy/numeral.ts';

const HAN = '[〇○零一二三四五六七八九十]';
const NUMBER = `(?:\\d{1,2}|${HAN}{1,3})`;
/** 二〇一八年十月九日, 十月九号, 二零一八年; a blank may stand between. */
const IN_WORDS = new RegExp(
  `(?<![\\d〇○零一二三四五六七八九十])(?:(?<y>\\d{4}|${HAN}{4}) ?年 ?)?(?:(?<m>${NUMBER}) ?月 ?(?:(?<d>${NUMBER}) ?[日号])?)?`,
  'gu',
);
/** 2018-10-9, 2018.10.09, 2018/10/9. A number more or less is a document number or a place. */
const IN_SIGNS =
  /(?<![\d.-])(?<y>\d{4})(?<sign>[-./])(?<m>\d{1,2})\k<sign>(?<d>\d{1,2})(?![\d.-]*\d)/gu;

/** Dates as the text writes them; for reading only: `二〇一八年十月九日`, `2018-10-9 → 2018年10月9日`. */
export function foldDates(text: string): string {
  return text
    .replace(IN_SIGNS, (written, ...rest) => written && dateOf(rest.at(-1)))
    .replace(IN_WORDS, (written, ...rest) => {
      const { y, m, d } = rest.at(-1);
      // 三月 may be months, too.
      return y || d ? dateOf({ y, m, d }) : written;
    });
}

function dateOf({ y, m, d }: Record<string, string | undefined>): string {
  const inDigits = (numeral: string) =>
    String(parseNumeral(numeral.replaceAll('○', '〇')) ?? numeral);
  return [y && `${inDigits(y)}年`, m && `${inDigits(m)}月`, d && `${inDigits(d)}日`].join('');
}
