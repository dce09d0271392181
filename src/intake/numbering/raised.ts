const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits as the marks of notes are printed, above the line: `12 → ¹²`. */
export function raised(text: string): string {
  return text.replace(/\d/gu, (digit) => RAISED.charAt(Number(digit)));
}
