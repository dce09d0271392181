/** Numerals that count with units (千百十), and how they are put together. */
export interface Counting {
  /** From zero to nine; where zero is empty, the places left out are not said. */
  digits: readonly string[];
  /** Of tens, hundreds and thousands. */
  units: string;
  /** 一百, 一千 and not 百, 千. */
  saysOne: boolean;
  /** 壹拾 and not 拾 at the beginning. */
  saysOneTen: boolean;
}

const HAN = [...'〇一二三四五六七八九'];

export const CHINESE: Counting = {
  digits: HAN,
  units: '十百千',
  saysOne: true,
  saysOneTen: false,
};
export const JAPANESE: Counting = { ...CHINESE, digits: ['', ...HAN.slice(1)], saysOne: false };
export const LEGAL: Counting = {
  digits: [...'零壹贰叁肆伍陆柒捌玖'],
  units: '拾佰仟',
  saysOne: true,
  saysOneTen: true,
};
export const LEGAL_TRADITIONAL: Counting = { ...LEGAL, digits: [...'零壹貳參肆伍陸柒捌玖'] };

/**
 * `101 → 一百〇一`, `110 → 一百一十`, `10 → 十`: zero is said once for the places left out, and not at the end. For whole
 * numbers from 1 to 9999; `null` for others.
 */
export function counted(value: number, counting: Counting): string | null {
  if (value < 1 || value > 9999) return null;
  const [zero = ''] = counting.digits;
  const figures = Array.from(String(value), Number);
  const said = figures.map((figure, i) => place(figure, i, figures.length, counting));
  while (said.at(-1) === zero) said.pop();
  return said.filter((text, i) => text !== zero || said[i - 1] !== zero).join('');
}

function place(figure: number, i: number, length: number, counting: Counting): string {
  const digit = counting.digits[figure] ?? '';
  if (figure === 0) return digit;
  const unit = counting.units[length - 2 - i] ?? '';
  const isFirstTen = i === 0 && length === 2;
  const isSilent = !counting.saysOne || (isFirstTen && !counting.saysOneTen);
  return figure === 1 && unit !== '' && isSilent ? unit : digit + unit;
}

/** Figure by figure: `105 → 一〇五`. */
export function spelled(value: number, zero: string): string {
  return Array.from(String(value), (c) => (c === '0' ? zero : (HAN[Number(c)] ?? c))).join('');
}
