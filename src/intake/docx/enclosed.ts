import { circled } from './number-format.ts';

const CIRCLED_HAN = '一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女';

/** `(○, 3) → ③`: a sign and what stands in it as one character; `undefined` where Unicode has none. */
export function enclose(inner: string): string | undefined {
  const folded = inner.normalize('NFKC');
  if (/^\d{1,2}$/u.test(folded) && Number(folded) <= 50) return circled(Number(folded));
  if (/^[A-Z]$/u.test(folded)) return String.fromCodePoint(0x24b6 + folded.charCodeAt(0) - 65);
  if (/^[a-z]$/u.test(folded)) return String.fromCodePoint(0x24d0 + folded.charCodeAt(0) - 97);
  const han = folded.length === 1 ? CIRCLED_HAN.indexOf(folded) : -1;
  return han >= 0 ? String.fromCodePoint(0x3280 + han) : undefined;
}
