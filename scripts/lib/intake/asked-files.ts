/** What `npm run intake` is asked: files, and the name of the folder. */
export interface Asked {
  files: string[];
  id: string | null;
}

const USAGE = '用法：npm run intake -- 文件…… [--id 文件夹名]';

/** What the command line asks for, or a sentence that says what is wrong with it. */
export function readArguments(args: readonly string[]): Asked | string {
  const files: string[] = [];
  let id: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--id') {
      const next = args[++i];
      if (next === undefined || next.startsWith('-')) return `--id 后面要写文件夹名。\n${USAGE}`;
      id = next;
    } else if (arg.startsWith('--id=')) id = arg.slice('--id='.length);
    else if (arg.startsWith('--')) return `不认识“${arg}”。\n${USAGE}`;
    else files.push(arg);
  }
  if (files.length === 0) return `没有写要收录哪个文件。\n${USAGE}`;
  if (id !== null && files.length > 1)
    return `写了 --id，一次只能收录一个文件；几个文件一起的，不写 --id。\n${USAGE}`;
  return { files, id };
}
