import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';
import { isText, typeOf } from '../headers/sent.ts';
import { SUMS, sha256Of } from '../sums.ts';
import type { Notice } from './notice.ts';
import { partingOf } from './parting.ts';

/** What a copy is compared with. */
export interface Trusted {
  sums: ReadonlyMap<string, string>;
  /** The site these are the sums of, where it is at hand: then the place of a difference can be shown. */
  folder?: string | undefined;
}

const UPLOAD = '重新上传这个文件，再核对一次。';

/** Every file of a folder that is not as its sum says. A file that is not there is not spoken of. */
export async function changedFiles(folder: string, trusted: Trusted): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const file of await filesOf(folder)) {
    const sum = trusted.sums.get(file);
    if (sum === undefined || sha256Of(join(folder, file)) === sum) continue;
    notices.push(await changed(folder, file, trusted, sum));
  }
  return notices;
}

/** Every file that a folder lacks, and every file it has beyond the list. */
export async function missingAndExtra(folder: string, { sums }: Trusted): Promise<Notice[]> {
  const there = new Set(await filesOf(folder));
  const missing = [...sums.keys()].filter((file) => !there.has(file));
  const extra = [...there].filter((file) => file !== SUMS && !sums.has(file));
  return [
    ...missing.map((file) => ({ file, problem: '缺少这个文件。', fix: UPLOAD })),
    ...extra.map((file) => ({
      file,
      problem: '多出这个文件，生成的网站里没有它。',
      fix: '是旧版本留下的就删掉；不知道从哪里来的，先查清楚。',
    })),
  ];
}

async function changed(
  folder: string,
  file: string,
  trusted: Trusted,
  sum: string,
): Promise<Notice> {
  const original = trusted.folder && join(trusted.folder, file);
  const there = original && statSync(original, { throwIfNoEntry: false })?.isFile();
  const known = there && sha256Of(original) === sum;
  if (!known) return { file, problem: '内容和清单里的校验值不一样。', fix: UPLOAD };
  if (!isText(typeOf(file).split(';')[0] ?? '')) {
    return { file, problem: '内容和生成的不一样。', fix: UPLOAD };
  }
  const parting = partingOf(
    await readFile(original, 'utf8'),
    await readFile(join(folder, file), 'utf8'),
  );
  if (!parting) return { file, problem: '字节和生成的不一样，看得见的字一样。', fix: UPLOAD };
  const { line, column, lost, added } = parting;
  const place = `${file}:${line}:${column}`;
  if (lost === '') {
    const problem = `多出“${added}”。`;
    const fix =
      '如果每一页都多出同样的内容，是服务器、CDN 或防火墙插进去的，请关掉它；否则重新上传。';
    return { file: place, problem, fix };
  }
  const problem = added === '' ? `少了“${lost}”。` : `应当是“${lost}”，实际是“${added}”。`;
  return { file: place, problem, fix: UPLOAD };
}
