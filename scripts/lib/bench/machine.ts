import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** One line on when and where something was measured, for the report. */
export function describeMachine(now: Date): string {
  const day = now.toISOString().slice(0, 16).replace('T', ' ');
  const processor = cpus()[0]?.model.trim() || arch();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB 内存`;
  const cores = `${availableParallelism()} 核`;
  return `${day}（UTC），${processor}，${cores}，${memory}，${type()} ${release()}，Node ${process.versions.node}`;
}

/** Says on the standard error stream what runs now; the report goes to the standard output. */
export function progress(what: string): void {
  console.error(`bench: ${what}`);
}
