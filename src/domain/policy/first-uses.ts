/** A piece of a text; `word` is the word it is, where it is the first use of one. */
export interface Piece {
  text: string;
  word: string | null;
}

/**
 * Cuts texts that are read after each other at the first use of each word. Where words overlap the longest has the
 * place, and the others are not used there: `甲乙丙 甲 | 甲乙, 甲 → [甲乙]丙 [甲]`. The pieces put together are the text.
 */
export function cutAtFirstUses(texts: readonly string[], words: readonly string[]): Piece[][] {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const used = new Set<string>();
  return texts.map((text) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const { at, word } of usesIn(text, longestFirst)) {
      if (used.has(word)) continue;
      used.add(word);
      if (at > from) pieces.push({ text: text.slice(from, at), word: null });
      pieces.push({ text: word, word });
      from = at + word.length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from), word: null });
    return pieces;
  });
}

/** All uses of words in a text, in its order. */
function usesIn(text: string, longestFirst: readonly string[]): { at: number; word: string }[] {
  const uses: { at: number; word: string }[] = [];
  for (const word of longestFirst) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (!uses.some((use) => at < use.at + use.word.length && use.at < end))
        uses.push({ at, word });
    }
  }
  return uses.sort((a, b) => a.at - b.at);
}
