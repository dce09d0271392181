import { shown } from './quoted.ts';

/** Where two texts part, and what was put in the place of what. */
export interface Parting {
  /** From 1, in lines and in characters of the line. */
  line: number;
  column: number;
  /** What the second text lacks there, and what it has instead; as much as is `shown`. */
  lost: string;
  added: string;
}

/** `null` when two texts are the same; else the first place where they part and the stretch up to where they meet. */
export function partingOf(expected: string, actual: string): Parting | null {
  if (expected === actual) return null;
  const shorter = Math.min(expected.length, actual.length);
  let head = 0;
  while (head < shorter && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < shorter - head && expected.at(-1 - tail) === actual.at(-1 - tail)) tail++;
  // What was put in before `</body>` begins with the `<` that both have: it reads better from its own.
  while (head > 0 && expected.length - tail === head && slides(actual, head, tail)) {
    head--;
    tail++;
  }
  const before = actual.slice(0, head).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    lost: shown(expected.slice(head, expected.length - tail)),
    added: shown(actual.slice(head, actual.length - tail)),
  };
}

/** Whether what was put in reads the same one character earlier, and does not begin with a tag yet. */
function slides(actual: string, head: number, tail: number): boolean {
  return actual[head] !== '<' && actual[head - 1] === actual[actual.length - tail - 1];
}
