const CLOSER_OF: Record<string, string> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '（': '）',
  '(': ')',
};
const OPENER_OF: Record<string, string> = Object.fromEntries(
  Object.entries(CLOSER_OF).map(([open, close]) => [close, open]),
);
const FULL_STOPS = '。！？';
const SEMICOLONS = '；;';

/**
 * Cuts a paragraph into sentences that, put together, are the paragraph again.
 *
 * A sentence ends at 。！？ outside 《》〈〉“”（）; with `semicolons`, as inside an item, also at ；.
 * Closing marks without an opening one, and opening ones never closed, do not count. Blanks after a
 * sentence belong to it. Time grows linearly. `甲。乙。 → [甲。, 乙。]`
 */
export function splitSentences(
  paragraph: string,
  { semicolons }: { semicolons: boolean },
): string[] {
  const ends = semicolons ? FULL_STOPS + SEMICOLONS : FULL_STOPS;
  const depth = nesting(paragraph);
  const sentences: string[] = [];
  let from = 0;
  for (let i = 0; i < paragraph.length; i++) {
    if (depth[i] !== 0 || !ends.includes(paragraph.charAt(i))) continue;
    while (i + 1 < paragraph.length && /[。！？；;\s]/u.test(paragraph.charAt(i + 1))) i++;
    sentences.push(paragraph.slice(from, i + 1));
    from = i + 1;
  }
  if (from < paragraph.length) sentences.push(paragraph.slice(from));
  return sentences;
}

/** For each character, how many matched pairs of marks stand round it. */
function nesting(text: string): Uint32Array {
  const change = new Int8Array(text.length + 1);
  const open: { mark: string; at: number }[] = [];
  // Counting what is open keeps a closing mark that has no partner from searching the whole stack.
  const waiting = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    if (mark in CLOSER_OF) {
      open.push({ mark, at: i });
      waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
    } else if (mark in OPENER_OF && waiting.get(OPENER_OF[mark] ?? '')) {
      let pair = open.pop();
      while (pair) {
        waiting.set(pair.mark, (waiting.get(pair.mark) ?? 1) - 1);
        if (pair.mark === OPENER_OF[mark]) break;
        pair = open.pop();
      }
      if (pair) {
        change[pair.at] = 1;
        change[i] = -1;
      }
    }
  }
  const depth = new Uint32Array(text.length);
  for (let i = 0, d = 0; i < text.length; i++) {
    if ((change[i] ?? 0) > 0) d++;
    depth[i] = d;
    if ((change[i] ?? 0) < 0) d--;
  }
  return depth;
}

/* How a paragraph ends: `hasEnded` where a sentence may, `hasStopped` where one does. */

/** Whether a sentence may end here, so that what follows may be a title: 甲。 甲； 甲： （甲） */
export function hasEnded(paragraph: string): boolean {
  return /[。！？；;：:”）)》]\s*$/u.test(paragraph);
}

/** Whether a sentence does end here, in or out of quotes and brackets: 甲。 “甲。” but neither 甲； nor 甲： */
export function hasStopped(paragraph: string): boolean {
  return /[。！？][”）)》]*\s*$/u.test(paragraph);
}
