import { ON_BILLS, parseNumeral, readBills } from '../policy/numeral.ts';

const DIGITS = '〇○零一二三四五六七八九';
const HAN = `${DIGITS}十`;
const NUMBER = `(?:\\d{1,2}|[${HAN}]{1,3})`;
/**
 * 二〇一八年十月九日, 十月九号, 二零一八年, 一八年十月; a blank may stand between. 三月 alone may be months, too, and
 * 一八年 years.
 */
const IN_WORDS = new RegExp(
  `(?<before>^|[^\\d${HAN}])(?:(?<y>\\d{4}|[${HAN}]{4}|(?:\\d|[${DIGITS}]){2}(?= ?年 ?${NUMBER} ?月)) ?年(?: ?(?<m>${NUMBER}) ?月(?: ?(?<d>${NUMBER}) ?[日号])?)?|(?<month>${NUMBER}) ?月 ?(?<day>${NUMBER}) ?[日号])`,
  'gu',
);
/** 贰零壹捌年 */
const ON_BILL = new RegExp(`[〇零${ON_BILLS}]{4}(?=年)`, 'gu');
/** 20181009 */
const RUN_ON =
  /(?<before>^|\D)(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/gu;
/** 2018-10-9, 2018.10.09, 2018/10/9. A number more or less is a document number or a place. */
const IN_SIGNS =
  /(?<before>^|[^\d.-])(?<y>\d{4})(?<sign>[-./])(?<m>\d{1,2})\k<sign>(?<d>\d{1,2})(?![\d.-]*\d)/gu;

/** Dates as the text writes them; for reading only: `二〇一八年十月九日`, `2018-10-9 → 2018年10月9日`. */
export function foldDates(text: string): string {
  const fold = (_: string, ...found: unknown[]) => dateOf(found.at(-1) as Found);
  const read = text.replace(ON_BILL, readBills).replace(RUN_ON, fold);
  return read.replace(IN_SIGNS, fold).replace(IN_WORDS, fold);
}

type Found = Record<string, string | undefined>;

function dateOf({ before = '', y, m, d, month = m, day = d }: Found): string {
  const inDigits = (numeral: string) => parseNumeral(numeral.replaceAll('○', '〇')) ?? numeral;
  const named = (numeral: string | undefined, unit: string) =>
    numeral ? `${inDigits(numeral)}${unit}` : '';
  const year = y?.length === 2 ? (/\d/u.test(y) ? '20' : '二〇') + y : y;
  return before + named(year, '年') + named(month, '月') + named(day, '日');
}
