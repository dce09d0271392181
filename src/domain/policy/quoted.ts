/**
 * Which lines stand inside a quotation, as new text does in a decision that amends: those from an opening mark that its
 * own line does not close to the line that closes it, and those that open and close with the line. Each line of a long
 * quotation may open anew. `修改为： · “（一）甲； · （二）“乙”丙。” → 2, 3`. Numbers in them are not the document's.
 */
export function quotedLines(lines: readonly string[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  /** Marks that are open, and the line that opened the first of them. */
  let [depth, from] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const opens = /^\s*[“「『]/u.test(line);
    if (opens && (depth > 0 || isWhole(line))) quoted.add(index);
    const marks = line.match(/[“”]/gu) ?? [];
    const isOpen = depth > 0;
    // A line of a quotation that opens anew closes nothing by that.
    let at = isOpen && opens ? depth - 1 : depth;
    for (const mark of marks) at += mark === '“' ? 1 : -1;
    if (isOpen && at <= 0) {
      for (let between = from + 1; between <= index; between++) quoted.add(between);
      depth = 0;
    } else if (isOpen) depth = index - from < LONGEST ? at : 0;
    else if (at > 0) [depth, from] = [at, index];
  }
  return quoted;
}

/** A mark that is never closed must not take the rest of the document with it. */
const LONGEST = 60;

/** Whether a line is a quotation from its first sign on: one that closes before more text, as “十四五” does, is none. */
function isWhole(line: string): boolean {
  const close = line.indexOf('”');
  return (
    close < 0 || line.slice(close + 1).trim() === '' || /^[“。；，]/u.test(line.slice(close + 1))
  );
}
