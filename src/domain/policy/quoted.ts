/**
 * Which lines stand inside a quotation, as new text does in a decision that amends: those that open one, and those
 * between an opening mark that its own line does not close and its closing one, where nothing opens before that.
 * `修改为： · “（一）甲； · （二）乙。” → 2, 3`. Numbers in them are not the document's.
 */
export function quotedLines(lines: readonly string[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  let opened: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (/^\s*[“「『]/u.test(line)) quoted.add(index);
    const marks = line.match(/[“”]/gu) ?? [];
    if (marks.length === 0) continue;
    if (opened !== null && marks[0] === '”' && index - opened <= LONGEST)
      for (let between = opened + 1; between <= index; between++) quoted.add(between);
    opened = marks.at(-1) === '“' ? index : null;
  }
  return quoted;
}

/** A mark that is never closed must not take the rest of the document with it. */
const LONGEST = 200;
