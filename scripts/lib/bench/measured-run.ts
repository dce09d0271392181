import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command cost. */
export interface Cost {
  seconds: number;
  /** MiB at the fullest moment, of the command and all it started; `null` where the system does not tell. */
  memory: number | null;
}

const SAMPLE_MS = 100;
/** Pages of memory as `/proc` counts them, in bytes: 4 KiB on x64, and on arm64 as the usual kernels are built. */
const PAGE = 4096;

/**
 * Runs `node …args` in `folder` and measures it. Memory is the resident set (RSS) of the process and all its
 * descendants, added up every 100 ms from Linux's `/proc`: what they share is counted for each. Throws with all the
 * command printed if it fails.
 */
export function measureNode(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    const printed: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => printed.push(part));
    child.stderr.on('data', (part: Buffer) => printed.push(part));
    let most: number | null = null;
    const sampling = setInterval(() => {
      const now = child.pid === undefined ? null : memoryOfTree(child.pid);
      if (now !== null) most = Math.max(most ?? 0, now);
    }, SAMPLE_MS);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(sampling);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) done({ seconds, memory: most });
      else {
        const end = Buffer.concat(printed).toString().trimEnd().split('\n').slice(-40).join('\n');
        fail(new Error(`Unexpected exit ${code} of node ${args.join(' ')}, expected 0\n${end}`));
      }
    });
  });
}

/** MiB of a process and its descendants now, or `null` without Linux's `/proc`. */
function memoryOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => statOf(pid) ?? []);
  const inTree = new Set([root]);
  // A child may have a smaller number than its parent, so one pass is not enough.
  for (let before = 0; before < inTree.size; ) {
    before = inTree.size;
    for (const { pid, parent } of stats) if (inTree.has(parent)) inTree.add(pid);
  }
  const pages = stats.filter(({ pid }) => inTree.has(pid)).map(({ resident }) => resident);
  return (pages.reduce((sum, one) => sum + one, 0) * PAGE) / 2 ** 20;
}

/** `/proc/<pid>/stat`, proc(5): after the name in brackets come state, parent …, and 24th the resident pages. */
function statOf(pid: string): { pid: number; parent: number; resident: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(fields[1]), resident: Number(fields[21]) };
  } catch {
    // It ended between the listing and the reading.
    return null;
  }
}
