import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { refuse } from './evaluated-file.ts';

/** The day that a build speaks of, and the arguments that say something else. */
interface ToldDay {
  /** ISO 8601. None where nobody says one: then it is the newest in the content. */
  day: string | undefined;
  rest: string[];
}

interface Fault {
  fault: string;
}

const ARGUMENT = '--day';

/**
 * The day that a build speaks of: `--day 2026-01-31`, else `DAY`, else `SOURCE_DATE_EPOCH`, else that of the last commit,
 * never the clock's, so that two builds of one commit are the same. Exit 2 where that is no day.
 */
export function buildDay(args: readonly string[] = []): ToldDay {
  const told = toldDay(args, process.env, commitDay);
  if ('fault' in told) refuse(told.fault);
  return told;
}

/** The same, told what there is to know; `fault` says why it is no day. */
export function toldDay(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  committed: () => string | undefined,
): ToldDay | Fault {
  const at = args.indexOf(ARGUMENT);
  const rest = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  if (at >= 0) return fromWords(ARGUMENT, args[at + 1] ?? '', rest);
  if (env['DAY']) return fromWords('DAY', env['DAY'], rest);
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (!epoch) return { day: committed(), rest };
  const seconds = /^\d{1,11}$/u.test(epoch) ? Number(epoch) : Number.NaN;
  return Number.isNaN(seconds)
    ? { fault: `SOURCE_DATE_EPOCH“${epoch}”不是从1970年起的秒数。` }
    : { day: new Date(seconds * 1000).toISOString().slice(0, 10), rest };
}

function fromWords(from: string, day: string, rest: string[]): ToldDay | Fault {
  if (isDay(day)) return { day, rest };
  const written = day ? `“${day}”不是一个确实有的日子` : '后面没有写日子';
  return { fault: `${from}${written}。写成 2026-01-31 的样子。` };
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}

/** The day of the last commit, as its author's clock had it; none outside a repository of this project. */
function commitDay(): string | undefined {
  // A copy that lies in another repository is not of its commits.
  if (!existsSync('.git')) return undefined;
  try {
    const day = execFileSync('git', ['log', '-1', '--format=%cs'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return isDay(day) ? day : undefined;
  } catch {
    return undefined;
  }
}
