/** What was not measured, in a cell. */
const NONE = '—';

/** A table in Markdown: the first column is words, the others are figures and stand to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  const line = (cells: readonly (string | null)[]) =>
    `| ${cells.map((cell) => (cell ?? NONE).replaceAll('|', '\\|')).join(' | ')} |`;
  for (const row of rows) {
    if (row.length !== head.length)
      throw new Error(`Unexpected ${row.length} cells in "${row[0]}", expected ${head.length}`);
  }
  const sides = `|${head.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`;
  return [line(head), sides, ...rows.map(line)].join('\n');
}
