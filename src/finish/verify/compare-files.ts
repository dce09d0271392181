import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf, linksIn } from '../files-of.ts';
import { isText, typeOf } from '../headers/sent.ts';
import { parseSums, SUMS, sha256Of } from '../sums.ts';
import type { Notice } from './notice.ts';
import { partingOf } from './parting.ts';
import { quoted } from './quoted.ts';

/** What a copy is compared with. */
export interface Trusted {
  sums: ReadonlyMap<string, string>;
  /** The site these are the sums of, where it is at hand: then the place of a difference can be shown. */
  folder?: string | undefined;
}

const UPLOAD = '重新上传这个文件，再核对一次。';
const EXTRA = '是旧版本留下的就删掉；不知道从哪里来的，先查清楚。';

/** Every file of a folder that is not as its sum says. A file that is not there is not spoken of. */
export async function changedFiles(folder: string, trusted: Trusted): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const file of await filesOf(folder)) {
    if (file === SUMS && !(await isList(join(folder, file), trusted.sums))) {
      const problem = '对方自带的校验清单和可信的清单不一样，用它核对会得出错的结果。';
      notices.push({ file, problem, fix: UPLOAD });
    }
    const sum = trusted.sums.get(file);
    if (sum === undefined || sha256Of(join(folder, file)) === sum) continue;
    notices.push(await changed(folder, file, trusted, sum));
  }
  return notices;
}

/** Every file that a folder lacks, and everything it has beyond the list; a link has not even a content of its own. */
export async function missingAndExtra(folder: string, { sums }: Trusted): Promise<Notice[]> {
  const there = new Set(await filesOf(folder));
  const links = await linksIn(folder);
  const missing = [...sums.keys(), SUMS].filter(
    (file) => !there.has(file) && !links.includes(file),
  );
  const extra = [...there].filter((file) => file !== SUMS && !sums.has(file));
  return [
    ...missing.map((file) => ({ file, problem: '缺少这个文件。', fix: UPLOAD })),
    ...extra.map((file) => ({
      file,
      problem: '多出这个文件，生成的网站里没有它。',
      fix: EXTRA,
    })),
    ...links.map((file) => ({
      file,
      problem: '这是一个链接，不是文件，打开的是别处的东西；生成的网站里没有链接。',
      fix: sums.has(file) ? `换成文件本身：${UPLOAD}` : EXTRA,
    })),
  ];
}

/** Whether a copy's own list says what the trusted one says, in whatever form of a line. */
async function isList(file: string, sums: Trusted['sums']): Promise<boolean> {
  try {
    const own = parseSums(await readFile(file, 'utf8'));
    return own.size === sums.size && [...sums].every(([path, sum]) => own.get(path) === sum);
  } catch {
    return false;
  }
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
    const problem = `多出${quoted(added, '')}。`;
    const fix =
      '如果每一页都多出同样的内容，是服务器、CDN 或防火墙插进去的，请关掉它；否则重新上传。';
    return { file: place, problem, fix };
  }
  const problem =
    added === ''
      ? `少了${quoted(lost, '')}。`
      : `应当是${quoted(lost, added)}，实际是${quoted(added, lost)}。`;
  return { file: place, problem, fix: UPLOAD };
}
