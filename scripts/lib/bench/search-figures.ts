import { readFileSync } from 'node:fs';
import { type Figures, inPolicy, readQueries } from '../search-eval/figures.ts';
import { evaluate, type Report } from '../search-eval/measure.ts';
import { describeMachine } from './machine.ts';
import { table } from './table.ts';

/**
 * Files of questions, by their names in `tests/search`, with what they are and their success@1 and @3 in per cent when
 * first asked, before their misses were worked on: this is what to expect of questions that nobody has seen, and can
 * never be measured again.
 */
const FILES: readonly (readonly [name: string, what: string, first: string | null])[] = [
  ['kept', '词语和短问，只测不调', null],
  ['tuned', '词语和短问', null],
  ['fresh', '词语和短问', '65.6 / 87.5'],
  ['second', '词语和短问', '88.6 / 94.3'],
  ['whole', '整句', '90.6 / 93.8'],
  ['spoken', '口语、错字', '66.7 / 88.9'],
  ['talents', '人才和家人', '90.0 / 95.0'],
  ['hr', '用人单位', '93.3 / 98.3'],
  ['mixed', '各种人', '88.6 / 92.9'],
  ['unseen', '各种人，只测不调', '86.7 / 95.0'],
  ['everyday', '一半整句，一半短语', '72.2 / 88.9'],
];

/** The section on the search: every file of questions through the built site in a real browser. */
export async function measureSearch(policy: string): Promise<string> {
  const rows: { name: string; what: string; first: string | null; report: Report }[] = [];
  for (const [name, what, first] of FILES) {
    const file = `tests/search/questions-${name}.json`;
    const { queries } = readQueries(file, readFileSync(file, 'utf8'));
    const { asked } = inPolicy(queries, [policy], [policy]);
    rows.push({ name, what, first, report: await evaluate(asked) });
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
      rows.map(({ name, what, first, report }) => [
        `\`questions-${name}.json\`，${what}`,
        `${report.answerable} + ${report.unanswerable}`,
        both(report, 'success1'),
        both(report, 'success3'),
        both(report, 'none'),
        percent(report.told),
        percent(report.wronglyTold),
        first,
      ]),
    ),
    `打开以后按一个键到列出第一条 ${ms(latency.firstHit)}，按回车到全部 ${ms(latency.full)}，什么都没有存过的时候 ${latency.cold.toFixed(0)} 毫秒。第一次搜索下载 ${kb(bytes.firstUse)}（brotli），其中 Pagefind 以外 ${kb(bytes.ours)}。`,
  ].join('\n\n');
}

function both(report: Report, name: keyof Report['pagefind'] & keyof Figures): string {
  return `${percent(report[name])}（${percent(report.pagefind[name])}）`;
}

function percent(share: number | null): string | null {
  return share === null ? null : (share * 100).toFixed(1);
}
