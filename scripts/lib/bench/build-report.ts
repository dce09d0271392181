import { installedVersion } from '../installed.ts';
import type { Builder, Measured } from './build-cost.ts';
import { describeMachine } from './machine.ts';
import { median } from './median.ts';
import { STARLIGHT } from './starlight.ts';
import { table } from './table.ts';

const AIM = { faster: 4, memoryShare: 0.5, sizes: [1000, 5000] };
const LARGEST = { clauses: 20_000, seconds: 180, memory: 4096 };
/** Linear is where a further clause costs at most this much more at the end than before. */
const LINEAR = 1.5;

const NAMES: Record<Builder, string> = {
  'same clauses': '本站，同样的条款',
  'whole project': '本站，全部内容',
  'every page': 'Starlight，默认侧栏',
  policies: 'Starlight，侧栏只列政策',
};
const BUILDERS = Object.keys(NAMES) as Builder[];
const WHOLE = 'whole project';
const OURS = ['same clauses', WHOLE] as const;

/** The section on what builds cost: seconds, memory, ratios and growth, from the runs that were made. */
export function buildReport(measured: readonly Measured[]): string {
  return [
    `${describeMachine(new Date())}，Astro ${installedVersion('astro')}，Pagefind ${installedVersion('pagefind')}，Starlight ${STARLIGHT}。`,
    '每份生成的政策 40 条，原文放在 source.txt 里；本站生成两次：“同样的条款”只有这些政策，和 Starlight 一样；“全部内容”再加上本站自己的政策和全部自查网页，共约 600 页。两次都含内容检查、比对原文和检索（`npm run build` 的命令，不算 npm 自己）。Starlight 是每条一个 Markdown 文件，也含检索。每次都不留缓存，本站和 Starlight 轮流运行；括号里是几次的中位数。内存是进程连同它启动的全部进程的常驻内存（RSS）之和，每 0.1 秒看一次，取最大。',
    'Starlight 默认在每一页的侧栏列出全部网页，网页随条数的平方变大；另一列把侧栏改成只列政策，是对它最有利的设置。',
    table(['时间', ...BUILDERS.map((one) => NAMES[one])], measured.map(secondsRow)),
    table(['内存', ...BUILDERS.map((one) => NAMES[one])], measured.map(memoryRow)),
    ...OURS.map((ours) =>
      table(
        [
          `Starlight 是“${NAMES[ours]}”的几倍`,
          '时间，默认侧栏',
          '内存，默认侧栏',
          '时间，只列政策',
          '内存，只列政策',
        ],
        measured
          .filter(({ costs }) => costs['every page'].length > 0)
          .map((size) => ratioRow(size, ours)),
      ),
    ),
    table([`每多 1,000 条，${NAMES[WHOLE]}`, '时间', '内存'], growthRows(measured)),
    ...aims(measured),
  ].join('\n\n');
}

function secondsRow({ clauses, costs }: Measured): (string | null)[] {
  const cell = (builder: Builder) => {
    const seconds = secondsOf(costs[builder]);
    return seconds === null ? null : `${seconds.toFixed(1)} 秒（${costs[builder].length} 次）`;
  };
  return [nameOf(clauses), ...BUILDERS.map(cell)];
}

function memoryRow({ clauses, costs }: Measured): (string | null)[] {
  const cell = (builder: Builder) => {
    const memory = memoryOf(costs[builder]);
    return memory === null ? null : `${Math.round(memory)} MB（${costs[builder].length} 次）`;
  };
  return [nameOf(clauses), ...BUILDERS.map(cell)];
}

function ratioRow({ clauses, costs }: Measured, ours: Builder): (string | null)[] {
  const times = (builder: Builder) => timesOf(secondsOf(costs[builder]), secondsOf(costs[ours]));
  const memory = (builder: Builder) => timesOf(memoryOf(costs[builder]), memoryOf(costs[ours]));
  return [
    nameOf(clauses),
    times('every page'),
    memory('every page'),
    times('policies'),
    memory('policies'),
  ];
}

/** What a thousand further clauses cost between each size and the next. */
function growthRows(measured: readonly Measured[]): (string | null)[][] {
  return measured.slice(1).map((size, i) => {
    const before = measured[i] ?? size;
    const thousands = (size.clauses - before.clauses) / 1000;
    const seconds = growth(secondsOf(before.costs[WHOLE]), secondsOf(size.costs[WHOLE]), thousands);
    const memory = growth(memoryOf(before.costs[WHOLE]), memoryOf(size.costs[WHOLE]), thousands);
    return [
      `从 ${nameOf(before.clauses)}到 ${nameOf(size.clauses)}`,
      seconds === null ? null : `${seconds.toFixed(2)} 秒`,
      memory === null ? null : `${Math.round(memory)} MB`,
    ];
  });
}

function growth(before: number | null, after: number | null, thousands: number): number | null {
  return before === null || after === null ? null : (after - before) / thousands;
}

function aims(measured: readonly Measured[]): string[] {
  const compared = measured
    .filter(({ clauses, costs }) => AIM.sizes.includes(clauses) && costs['every page'].length > 0)
    .flatMap(({ clauses, costs }) =>
      OURS.map((ours) => {
        const faster = quotient(secondsOf(costs['every page']), secondsOf(costs[ours]));
        const smaller = quotient(memoryOf(costs[ours]), memoryOf(costs['every page']));
        return `- ${nameOf(clauses)}，${NAMES[ours]}：比 Starlight（默认侧栏）快 ${AIM.faster} 倍：${verdict(faster, (n) => n >= AIM.faster)}；内存不超过它的一半：${verdict(smaller, (n) => n <= AIM.memoryShare)}。`;
      }),
    );
  const largest = measured.find(({ clauses }) => clauses === LARGEST.clauses);
  const most = largest && [
    `- ${nameOf(LARGEST.clauses)}，${NAMES[WHOLE]}，不超过 ${LARGEST.seconds / 60} 分钟：${verdict(secondsOf(largest.costs[WHOLE]), (n) => n <= LARGEST.seconds)}；不超过 ${LARGEST.memory / 1024} GB：${verdict(memoryOf(largest.costs[WHOLE]), (n) => n <= LARGEST.memory)}。`,
    `- 时间随条数成比例增加（后面每多 1,000 条不超过前面的 ${LINEAR} 倍）：${verdict(bend(measured), (n) => n <= LINEAR)}。`,
  ];
  return [['目标：', ...compared, ...(most ?? [])].join('\n')];
}

/** How much more a further clause costs between the two largest sizes than between the two before. */
function bend(measured: readonly Measured[]): number | null {
  const [first, second, third] = measured.slice(-3);
  if (!first || !second || !third) return null;
  const step = (from: Measured, to: Measured) =>
    growth(secondsOf(from.costs[WHOLE]), secondsOf(to.costs[WHOLE]), to.clauses - from.clauses);
  return quotient(step(second, third), step(first, second));
}

function verdict(figure: number | null, met: (figure: number) => boolean): string {
  if (figure === null) return '没有测到';
  return met(figure) ? '达到' : '没有达到';
}

function quotient(one: number | null, other: number | null): number | null {
  return one === null || other === null || other <= 0 ? null : one / other;
}

function timesOf(one: number | null, other: number | null): string | null {
  return quotient(one, other)?.toFixed(1) ?? null;
}

function secondsOf(costs: Measured['costs'][Builder]): number | null {
  return costs.length ? median(costs.map(({ seconds }) => seconds)) : null;
}

function memoryOf(costs: Measured['costs'][Builder]): number | null {
  const memories = costs.flatMap(({ memory }) => memory ?? []);
  return memories.length ? median(memories) : null;
}

const nameOf = (clauses: number) => `${clauses.toLocaleString('en')} 条`;
