import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from '../search-eval/figures.ts';
import type { Report } from '../search-eval/measure.ts';
import { askSearch } from './asked-search.ts';
import { describeMachine, progress } from './machine.ts';
import { table } from './table.ts';

const FOLDER = 'tests/search';

/** What a file of questions says of itself. */
interface Questions {
  what: string;
  /**
   * Success@1 and @3 in per cent when first asked, before its misses were worked on: this is what to expect of questions
   * that nobody has seen, and can never be measured again.
   */
  first?: string;
}

/** The section on the search: every file of questions on a policy through the built site in a real browser. */
export async function measureSearch(policy: string): Promise<string> {
  const rows: (Questions & { name: string; report: Report })[] = [];
  const files = readdirSync(FOLDER).filter((name) => /^questions-.*\.json$/u.test(name));
  for (const name of files.sort()) {
    progress(`搜索 ${name}`);
    const file = join(FOLDER, name);
    const questions: Questions = JSON.parse(readFileSync(file, 'utf8'));
    rows.push({ ...questions, name, report: await askSearch(file, ['--policy', policy]) });
  }
  const { latency, bytes } = rows.reduce((a, b) =>
    b.report.answerable > a.report.answerable ? b : a,
  ).report;
  const kb = (count: number) => `${(count / 1024).toFixed(1)} KB`;
  const ms = ({ median, p95 }: { median: number; p95: number }) =>
    `${median.toFixed(0)} 毫秒（p95 ${p95.toFixed(0)}）`;
  return [
    `${describeMachine(new Date())}。`,
    '每一问都在生成好的网站的搜索页上、在真的浏览器里问；success@1、@3 是答案排在第一、前三的，none 是什么也没列出的，told 是不能回答而照实说没有的，wrongly told 是能回答而说成没有的，都是百分之几。“第一次问时”是还没有人照着它改过的时候的 success@1 / @3，没有人见过的问法大致如此。括号里是单用 Pagefind。',
    table(
      [
        '问题',
        '能答 + 不能答',
        'success@1',
        'success@3',
        'none',
        'told',
        'wrongly told',
        '第一次问时',
      ],
      rows.map(({ name, what, first = null, report }) => [
        `\`${name}\`，${what}`,
        `${report.answerable} + ${report.unanswerable}`,
        both(report, 'success1'),
        both(report, 'success3'),
        both(report, 'none'),
        percent(report.told),
        percent(report.wronglyTold),
        first,
      ]),
    ),
    `打开以后按一个键到列出第一条 ${ms(latency.firstHit)}，按回车到全部 ${ms(latency.full)}，什么都没有存过的时候 ${latency.cold.toFixed(0)} 毫秒。第一次搜索下载 ${kb(bytes.firstUse)}（brotli）；Pagefind 要点“在全站的网页里查”才下载。`,
  ].join('\n\n');
}

function both(report: Report, name: keyof Report['pagefind'] & keyof Figures): string {
  return `${percent(report[name])}（${percent(report.pagefind[name])}）`;
}

function percent(share: number | null): string | null {
  return share === null ? null : (share * 100).toFixed(1);
}
