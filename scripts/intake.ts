/**
 * `npm run intake -- FILE… [--id ID]`: takes Word files, PDFs, web pages and plain texts into the content folder, each as
 * a policy of its own: `source.txt`, `policy.yml` with guesses marked, and `intake.md`, the account of every character.
 * A folder that is there already is never changed. Exit 0 when all were taken in, 1 if one was refused or needs a
 * person, 2 on wrong usage.
 */
import { basename } from 'node:path';
import { contentFault, contentFolder } from '../src/content/read/folder.ts';
import { detectFormat } from '../src/intake/format/detect.ts';
import { Unbalanced } from '../src/intake/ledger.ts';
import { Refusal } from '../src/intake/reading.ts';
import { type TakenIn, takeIn } from '../src/intake/take-in.ts';
import { refuse } from './lib/evaluated-file.ts';
import { readArguments } from './lib/intake/asked-files.ts';
import { openFile } from './lib/intake/open-file.ts';
import { assertId, writeFolder } from './lib/intake/policy-folder.ts';
import { progressOn } from './lib/intake/progress.ts';
import { readApart } from './lib/intake/read-apart.ts';

const asked = readArguments(process.argv.slice(2));
if (typeof asked === 'string') refuse(asked);
const content = contentFolder();
const fault = contentFault(content);
if (fault) refuse(fault);

for (const file of asked.files) {
  try {
    if (asked.id !== null) assertId(asked.id);
    const taken = await read(file, asked.id);
    tell(file, writeFolder(content, taken.id, taken.files), taken);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${file}\n  没有收录：${reasonOf(error)}`);
  }
}

async function read(file: string, id: string | null): Promise<TakenIn> {
  const bytes = openFile(file);
  const name = basename(file);
  const detected = detectFormat(bytes, name);
  const progress = progressOn(process.stderr, name);
  try {
    const reading = await readApart(detected.format, bytes, progress.show);
    return takeIn(name, detected, reading, id);
  } finally {
    progress.end();
  }
}

/** What an editor is told; a fault of ours says so. */
function reasonOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof Unbalanced)
    return error.message.replaceAll('\n', '\n  ');
  return `程序出错了，什么也没有写。请把文件和下面的话交给负责技术的人：\n${(error as Error).stack}`;
}

function tell(file: string, folder: string, { totals, doubts }: TakenIn): void {
  const { characters, kept, dropped, uncertain, added } = totals;
  console.log(`${file}
  收进 ${folder}：文件里 ${characters} 个字，收 ${kept + uncertain} 个，舍去 ${dropped} 个${added ? `，补上 ${added} 个` : ''}${doubts ? `；有 ${doubts} 处拿不准` : ''}。
  下一步：对照原件看 ${folder}/intake.md 列出的地方和 policy.yml 里猜的，再运行 npm run check，然后 npm start。`);
}
