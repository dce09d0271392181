/** What `npm run amend` is asked. */
export interface AskedAmendment {
  /** The id of a policy that is a decision, or a file. */
  decision: string;
  policy: string | null;
  /** The day of the edition, ISO 8601. */
  to: string | null;
}

const USAGE =
  '用法：npm run amend -- 决定 [--policy 政策] [--to 日期]\n决定：收录的修改决定的文件夹名，或者一个 .txt 文件；日期写成 2025-03-12 的样子。';

/** What the command line asks for, or a sentence that says what is wrong with it. */
export function readAsked(args: readonly string[]): AskedAmendment | string {
  const options = new Map<string, string>();
  const named: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [, name, value] = /^--(policy|to)(?:=(.*))?$/u.exec(arg) ?? [];
    if (name) {
      const given = value ?? args[++i];
      if (!given || given.startsWith('--')) return `--${name} 后面没有写。\n${USAGE}`;
      options.set(name, given);
    } else if (arg.startsWith('--')) return `不认识“${arg}”。\n${USAGE}`;
    else named.push(arg);
  }
  const [decision, ...more] = named;
  if (decision === undefined) return `没有写是哪份决定。\n${USAGE}`;
  if (more.length > 0) return `一次只能照一份决定改。\n${USAGE}`;
  const to = options.get('to') ?? null;
  if (to !== null && !/^\d{4}-\d{2}-\d{2}$/u.test(to))
    return `--to 的日期“${to}”要写成 2025-03-12 的样子。\n${USAGE}`;
  return { decision, policy: options.get('policy') ?? null, to };
}
