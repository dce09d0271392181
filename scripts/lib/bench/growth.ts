import { median } from '../median.ts';
import type { Cost } from './measured-run.ts';
import type { Sidebar } from './starlight.ts';

/** Whose build: ours, or Starlight's with one of its sidebars. */
export type Builder = 'ours' | Sidebar;

/** What builds of one size cost, a figure a run. */
export interface Measured {
  clauses: number;
  costs: Partial<Record<Builder, Cost[]>>;
}

/** Seconds in the middle of the runs; `null` where there were none. */
export function secondsOf({ costs }: Measured, builder: Builder): number | null {
  const seconds = costs[builder]?.map((cost) => cost.seconds) ?? [];
  return seconds.length ? median(seconds) : null;
}

/** MiB in the middle of the runs; `null` where there were none, or the system does not tell. */
export function memoryOf({ costs }: Measured, builder: Builder): number | null {
  const memories = costs[builder]?.flatMap(({ memory }) => memory ?? []) ?? [];
  return memories.length ? median(memories) : null;
}

/** What a further thousand clauses cost of our build between each size and the next, in seconds. */
export function growthOf(measured: readonly Measured[]): (number | null)[] {
  return measured.slice(1).map((size, i) => {
    const [from, to] = [measured[i] ?? size, size];
    const [before, after] = [secondsOf(from, 'ours'), secondsOf(to, 'ours')];
    if (before === null || after === null) return null;
    return ((after - before) / (to.clauses - from.clauses)) * 1000;
  });
}

/** One figure by another; `null` where there is nothing to divide. */
export function quotient(one: number | null, other: number | null): number | null {
  return one === null || other === null || other <= 0 ? null : one / other;
}

/** Whether a figure meets an aim, in words. */
export function verdict(figure: number | null, met: (figure: number) => boolean): string {
  if (figure === null) return '没有测到';
  return met(figure) ? '达到' : '没有达到';
}

export const inSeconds = (seconds: number | null) =>
  seconds === null ? null : `${seconds.toFixed(1)} 秒`;
export const inMegabytes = (memory: number | null) =>
  memory === null ? null : `${Math.round(memory)} MB`;
export const nameOf = (clauses: number) => `${clauses.toLocaleString('en')} 条`;
