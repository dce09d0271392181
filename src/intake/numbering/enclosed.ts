const CIRCLED_HAN = '一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女';

/** `1 → ①`, `21 → ㉑`, `50 → ㊿`, `0 → ⓪`; `null` where Unicode has no sign. */
export function circled(value: number): string | null {
  if (value === 0) return '⓪';
  return series('①', 20)(value) ?? series('㉑', 15)(value - 20) ?? series('㊱', 15)(value - 35);
}

/** Signs that follow each other in Unicode, for the numbers from 1 to `last`; `null` for others. */
export function series(first: string, last: number): (value: number) => string | null {
  const start = first.codePointAt(0) ?? 0;
  return (value) => (value >= 1 && value <= last ? String.fromCodePoint(start + value - 1) : null);
}

/** `3 → ③`, `a → ⓐ`: what stands in a circle and the circle as one character; `null` where Unicode has none. */
export function enclose(inner: string): string | null {
  const folded = inner.normalize('NFKC');
  if (/^\d{1,2}$/u.test(folded)) return circled(Number(folded));
  if (/^[A-Z]$/u.test(folded)) return series('Ⓐ', 26)(folded.charCodeAt(0) - 64);
  if (/^[a-z]$/u.test(folded)) return series('ⓐ', 26)(folded.charCodeAt(0) - 96);
  if (folded.length !== 1) return null;
  return series('㊀', CIRCLED_HAN.length)(CIRCLED_HAN.indexOf(folded) + 1);
}
