import type { Candidate } from './marker.ts';

/** What a line is, seen by itself: a row of cells, one that may be a row, or none. */
type Seen = 'row' | 'maybe' | 'none';

/** A row of so many cells is one, whatever stands in it. */
const CELLS = 3;

/**
 * Which lines are rows of a table: cells parted by tabs. A tab right after a number, or at the end of a line, parts cells
 * only beside a row that can be nothing else. `1⇥范围 → none`; `序号⇥事项 · 1.⇥甲 → both`.
 */
export function rowsIn(
  lines: readonly { text: string; candidates: readonly Candidate[] }[],
): ReadonlySet<number> {
  const seen = lines.map(see);
  const rows = new Set<number>();
  for (let from = 0; from < seen.length; from++) {
    let to = from;
    while (to < seen.length && seen[to] !== 'none') to++;
    if (isTable(lines.slice(from, to), seen.slice(from, to)))
      for (let i = from; i < to; i++) rows.add(i);
    from = to;
  }
  return rows;
}

function isTable(lines: readonly { text: string }[], seen: readonly Seen[]): boolean {
  const sure = seen.filter((one) => one === 'row').length;
  if (sure === 0) return false;
  const [alone] = lines.length === 1 ? lines : [];
  if (!alone || alone.text.trim().split('\t').length >= CELLS) return true;
  // 某局⇥2019年1月8日 signs, and a sentence with a tab in it is a sentence.
  return !/[。；：]\s*$|日\s*$/u.test(alone.text);
}

function see({
  text,
  candidates: [candidate],
}: {
  text: string;
  candidates: readonly Candidate[];
}): Seen {
  if (!text.trimStart().includes('\t')) return 'none';
  const body = candidate ? text.slice(candidate.printed.length) : text.trim();
  if (body.trim().includes('\t')) return 'row';
  return 'maybe';
}
