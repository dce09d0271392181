/** The first place where two texts part. */
export interface Difference {
  /** Offset in UTF-16 code units. */
  at: number;
  /** What stands there in each, a few characters before and after. */
  expected: string;
  actual: string;
}

const CONTEXT = 12;

/** `null` when two texts are the same, character for character; else where they part. */
export function firstDifference(expected: string, actual: string): Difference | null {
  if (expected === actual) return null;
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - CONTEXT), at + CONTEXT);
  return { at, expected: around(expected), actual: around(actual) };
}

/** A text without any white space: what quotes are compared by. Punctuation and width stay; `foldLine` folds those, too. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Whether a quote occurs in a text, white space aside and nothing else. */
export function quotes(text: string, quote: string): boolean {
  const wanted = withoutSpace(quote);
  return wanted !== '' && withoutSpace(text).includes(wanted);
}
