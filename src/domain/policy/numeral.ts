const DIGITS = new Map<string, number>([
  ...[...'〇一二三四五六七八九'].map((c, i): [string, number] => [c, i]),
  ['零', 0],
  ['两', 2],
]);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const PLAIN = '〇一二三四五六七八九';

/** Source of a regular expression for what `parseNumeral` may read: 1 to 8 characters, in either script. */
export const NUMERAL = '(?:[〇零一二三四五六七八九十百千两]{1,8}|[0-9０-９]{1,4})';

/**
 * Reads a whole number written in Chinese or in digits of either width; `null` for anything else.
 *
 * `十七 → 17`, `一百三十三 → 133`, `２０ → 20`, `百十 → null`. Range 0 to 9999.
 */
export function parseNumeral(text: string): number | null {
  const folded = text.normalize('NFKC');
  if (/^\d{1,4}$/.test(folded)) return Number(folded);
  if (!text || text.length > 8) return null;
  if ([...text].every((c) => DIGITS.has(c))) return readDigitByDigit(text);
  return readPositional(text);
}

/** 二〇一八 → 2018, 一〇一 → 101; a lone digit is itself. Two or three side by side without 〇 are no number (一二 → null). */
function readDigitByDigit(text: string): number | null {
  const digits = [...text].map((c) => DIGITS.get(c) ?? 0);
  if (digits.length === 1) return digits[0] ?? null;
  const isNumber =
    digits.length === 4 || (digits.length < 4 && digits[0] !== 0 && digits.includes(0));
  return isNumber ? Number(digits.join('')) : null;
}

function readPositional(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const c of text) {
    const unit = UNITS.get(c);
    if (unit === undefined) {
      const value = DIGITS.get(c);
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      continue;
    }
    const leadingTen = unit === 10 && total === 0 && digit === null;
    if (unit >= lastUnit || (!leadingTen && !digit)) return null;
    total += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = null;
  }
  return total + (digit ?? 0);
}

/** Whether a number is printed with an annex, be it a sign of its own: 附件1, 附件一, 附件Ⅱ, and not 附件 alone. */
export function holdsNumeral(printed: string): boolean {
  return /[\d\p{Nl}一二三四五六七八九十]/u.test(printed.normalize('NFKC'));
}

/** Numerals as money is written, with their other forms, each as it is read: 参 is one only where a number must stand. */
export const ON_BILLS = '壹贰貳叁叄參参肆伍陆陸柒捌玖拾';
const READ_AS = '一二二三三三三四五六六七八九十';

/** `贰零壹捌 → 二零一八` */
export function readBills(text: string): string {
  return Array.from(text, (c) => READ_AS.charAt(ON_BILLS.indexOf(c)) || c).join('');
}

/** Signs that NFKC would take for letters, or for digits of a longer number: `Ⅲ → 3`, `③④ → (3)(4)`. */
export function foldSigns(text: string): string {
  const from = (first: string) => (c: string) =>
    String((c.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0) + 1);
  return text
    .replace(/[Ⅰ-Ⅻ]/gu, from('Ⅰ'))
    .replace(/[ⅰ-ⅻ]/gu, from('ⅰ'))
    .replace(/[(（]?([①-⑳])[)）]?/gu, (_, c: string) => `(${from('①')(c)})`);
}

/** Writes a whole number from 0 to 9999 as Chinese numbering does. `17 → 十七`, `133 → 一百三十三`, `105 → 一百零五`. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) {
    throw new RangeError(`Unexpected ${value}, expected a whole number from 0 to 9999`);
  }
  if (value < 10) return PLAIN.charAt(value);
  let text = '';
  let gap = false;
  for (const [sign, unit] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${unit === 10 && text === '' && digit === 1 ? '' : PLAIN.charAt(digit)}${sign}`;
    gap = false;
  }
  return text;
}
