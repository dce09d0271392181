import { splitPolicy } from '../../../src/domain/policy/split.ts';
import { median } from '../median.ts';
import { describeMachine } from './machine.ts';
import { table } from './table.ts';

/** Characters of a text; each size is twice the one before. */
const SIZES = [125_000, 250_000, 500_000, 1_000_000];
/** Texts that a step for every pair of lines, sentences or marks would show in. */
const SHAPES: Readonly<Record<string, string>> = {
  一行一条: '第一条 某人，可以享受待遇。某单位应当办理。\n',
  一行一段: '某人，可以享受待遇。\n',
  全在一段: '某人，可以享受待遇。',
  只有开头的括号: '《甲（',
};
/** Linear is where eight times the text takes at most this many times as long; with the square it would be 64. */
const LINEAR = 12;
const RUNS = 5;

/** The section on splitting: how long texts of growing length take. */
export function measureSplitting(): string {
  const rows = Object.entries(SHAPES).map(([name, line]) => {
    const times = SIZES.map((size) =>
      median(Array.from({ length: RUNS }, () => timeOf(line, size))),
    );
    return { name, times, growth: (times.at(-1) ?? 0) / (times[0] ?? 1) };
  });
  const worst = Math.max(...rows.map(({ growth }) => growth));
  return [
    `${describeMachine(new Date())}。`,
    `同样的一行重复到下面的字数，分成条款和句子，${RUNS} 次的中位数。`,
    table(
      ['原文', ...SIZES.map((size) => `${size / 1000} 千字`), '最长是最短的几倍'],
      rows.map(({ name, times, growth }) => [
        name,
        ...times.map((time) => `${time.toFixed(0)} 毫秒`),
        growth.toFixed(1),
      ]),
    ),
    `目标：字数是 8 倍，时间不超过 ${LINEAR} 倍（按平方增加是 64 倍）：${worst <= LINEAR ? '达到' : '没有达到'}。`,
  ].join('\n\n');
}

/** Milliseconds that one split of a text takes. */
function timeOf(line: string, size: number): number {
  const text = `一、引进\n${line.repeat(Math.ceil(size / line.length))}`;
  const began = performance.now();
  splitPolicy(text);
  return performance.now() - began;
}
