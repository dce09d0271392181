import { spawn } from 'node:child_process';

/** A command of Node's to run and the name it goes by: `args` are what follows `node`. */
export interface Step {
  name: string;
  args: string[];
  /** What it is told beside what this process knows. */
  env?: Readonly<Record<string, string>>;
}

/** Runs a step with its output shown as it comes; whether it succeeded. */
export async function show(step: Step): Promise<boolean> {
  return (await run(step, 'inherit')).ok;
}

/** Runs a step beside something else, `first`, whose output is shown before; whether it succeeded. */
export async function showAfter(first: Promise<unknown>, step: Step): Promise<boolean> {
  const { ok, output } = await run(step, 'pipe');
  await first;
  process.stdout.write(output);
  return ok;
}

/** Runs a step and prints one line with its seconds, and all it printed if it failed. */
export async function summarize(step: Step): Promise<boolean> {
  const { name } = step;
  const start = performance.now();
  const { ok, output } = await run(step, 'pipe');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (!ok) console.log(output.trimEnd());
  console.log(`${ok ? '✓' : '✗'} ${name} ${seconds} s`);
  return ok;
}

function run(
  { args, env }: Step,
  stdio: 'inherit' | 'pipe',
): Promise<{ ok: boolean; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    const output: Buffer[] = [];
    child.stdout?.on('data', (part) => output.push(part));
    child.stderr?.on('data', (part) => output.push(part));
    child.on('error', fail);
    child.on('close', (code) => done({ ok: code === 0, output: Buffer.concat(output).toString() }));
  });
}
