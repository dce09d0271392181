import { installedVersion } from '../installed.ts';
import {
  type Builder,
  inMegabytes,
  inSeconds,
  type Measured,
  memoryOf,
  nameOf,
  quotient,
  secondsOf,
  verdict,
} from './growth.ts';
import { describeMachine } from './machine.ts';
import { STARLIGHT } from './starlight.ts';
import { table } from './table.ts';

/** How many times as long Starlight is to take, by the number of clauses. */
const AIMS: readonly (readonly [clauses: number, times: number])[] = [
  [30, 1],
  [1000, 2],
];
const NAMES: Record<Builder, string> = {
  ours: '本站',
  'every page': 'Starlight，默认侧栏',
  policies: 'Starlight，侧栏只列政策',
};
const BUILDERS = Object.keys(NAMES) as Builder[];
const OTHERS = ['every page', 'policies'] as const;

/** The section on what builds cost beside Starlight's: seconds, memory and ratios, from the runs that were made. */
export function buildReport(measured: readonly Measured[]): string {
  const head = BUILDERS.map((one) => NAMES[one]);
  const rows = (cell: (size: Measured, builder: Builder) => string | null) =>
    measured.map((size) => [
      nameOf(size.clauses),
      ...BUILDERS.map((builder) => cell(size, builder)),
    ]);
  return [
    `${describeMachine(new Date())}，Astro ${installedVersion('astro')}，Pagefind ${installedVersion('pagefind')}，Starlight ${STARLIGHT}。`,
    '每份生成的政策 40 条。本站的原文放在 source.txt 里，生成含内容检查、比对原文和检索（`npm run build` 的命令，不算 npm 自己）；Starlight 是每条一个 Markdown 文件，也含检索。每次都不留缓存，轮流运行；括号里是几次的中位数。内存是进程连同它启动的全部进程的常驻内存（RSS）之和，每 0.1 秒看一次，取最大。',
    'Starlight 默认在每一页的侧栏列出全部网页，网页随条数的平方变大；另一列把侧栏改成只列政策，是对它最有利的设置。',
    table(
      ['时间', ...head],
      rows((size, one) => withRuns(inSeconds(secondsOf(size, one)), size, one)),
    ),
    table(
      ['内存', ...head],
      rows((size, one) => inMegabytes(memoryOf(size, one))),
    ),
    table(
      [
        'Starlight 是本站的几倍',
        '时间，默认侧栏',
        '时间，只列政策',
        '内存，默认侧栏',
        '内存，只列政策',
      ],
      measured.map((size) => [
        nameOf(size.clauses),
        ...[secondsOf, memoryOf].flatMap((figure) =>
          OTHERS.map(
            (other) => quotient(figure(size, other), figure(size, 'ours'))?.toFixed(1) ?? null,
          ),
        ),
      ]),
    ),
    ['目标（默认侧栏）：', ...AIMS.map(([clauses, times]) => aim(measured, clauses, times))].join(
      '\n',
    ),
  ].join('\n\n');
}

function withRuns(figure: string | null, { costs }: Measured, builder: Builder): string | null {
  return figure && `${figure}（${costs[builder]?.length} 次）`;
}

function aim(measured: readonly Measured[], clauses: number, times: number): string {
  const size = measured.find((one) => one.clauses === clauses);
  const faster = size ? quotient(secondsOf(size, 'every page'), secondsOf(size, 'ours')) : null;
  const words = times === 1 ? '不比 Starlight 慢' : `至少是 Starlight 的 ${times} 倍快`;
  return `- ${nameOf(clauses)}：${words}：${verdict(faster, (n) => n >= times)}。`;
}
