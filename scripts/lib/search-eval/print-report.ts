/** The report of the search as a terminal shows it. */
import { expectedHits, isAnswerable, type Query, rankOf, type Shown } from './figures.ts';
import { type Report, shownAt } from './measure.ts';

/** Prints the figures, then every question whose first hit is no answer, with the place of the first that is. */
export function printReport(report: Report, queries: readonly Query[]): void {
  const { answerable, unanswerable, latency, bytes, pagefind } = report;
  console.log(`能回答的 ${answerable} 问，不能回答的 ${unanswerable} 问\n`);
  console.log(row('', '本站', 'Pagefind'));
  for (const name of ['success1', 'success3', 'mrr10', 'none'] as const)
    console.log(row(name, share(report[name]), share(pagefind[name])));
  for (const name of ['told', 'wronglyTold'] as const) console.log(row(name, share(report[name])));

  console.log(`\n${row('毫秒', '中位数', 'p95')}`);
  console.log(row('firstHit', fixed(latency.firstHit.median), fixed(latency.firstHit.p95)));
  console.log(row('full', fixed(latency.full.median), fixed(latency.full.p95)));
  console.log(row('cold', fixed(latency.cold)));

  console.log(`\n${row('字节', 'brotli')}`);
  for (const [name, size] of Object.entries(bytes)) console.log(row(name, String(size)));
  printMisses(report.queries, queries);
}

function printMisses(shown: readonly Shown[], queries: readonly Query[]): void {
  const misses = queries.flatMap((asked, i) => missOf(asked, shownAt(shown, i)) ?? []);
  console.log(misses.length ? `\n没有排在第一的 ${misses.length} 问` : '\n都排在第一');
  for (const miss of misses) console.log(miss);
}

function missOf(asked: Query, shown: Shown): string | null {
  const rank = rankOf(asked, shown);
  if (isAnswerable(asked) ? rank === 1 : shown.told) return null;
  const expected = isAnswerable(asked) ? expectedHits(asked).join(' ') : '告知没有';
  const got = shown.told ? '告知没有' : shown.hits.slice(0, 3).join(' ') || '（没有结果）';
  const sign = rank && rank <= 3 ? rank : '✗';
  return `${sign} ${asked.id} “${asked.q}” ${asked.kind} 应当 ${expected} 得到 ${got}`;
}

function row(name: string, ...cells: string[]): string {
  const [head, ...rest] = [name, ...cells].map((cell) => [cell, ' '.repeat(12 - widthOf(cell))]);
  return (head?.join('') ?? '') + rest.map(([cell, blank]) => `${blank}${cell}`).join('');
}

/** Columns on a terminal, where a Chinese character takes two. */
function widthOf(cell: string): number {
  return cell.length + (cell.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function share(value: number | null): string {
  return value === null ? '—' : `${fixed(value * 100)} %`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}
