import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';
import { issuedFaults, type Law } from '../prove-issued.ts';
import type { Notice } from './notice.ts';

const FIX = '这一页不是本版本生成的，先停用，换上重新生成的网站，并查清楚是谁改的。';

/** Every page and every `source.txt` of a folder whose issued text is not that of the laws. */
export async function changedIssuedText(folder: string, laws: readonly Law[]): Promise<Notice[]> {
  const there = await filesOf(folder);
  const sources: Notice[] = [];
  for (const { id, source } of laws) {
    const file = `${id}/source.txt`;
    if (there.includes(file) && (await readFile(join(folder, file), 'utf8')) !== source) {
      sources.push({ file, problem: '原文文件和 content 里收到的原文不一样。', fix: FIX });
    }
  }
  const pages = (await issuedFaults(folder, laws))
    // A page that is not there is named as missing; of one that fails two proofs the first is told.
    .filter(
      ({ page }, n, all) => there.includes(page) && all.findIndex((f) => f.page === page) === n,
    )
    .map(({ page, actual, expected, at }) => ({
      file: page,
      problem: `当作原文显示的文字和原文不一样${at === undefined ? '' : `，从第 ${at + 1} 个字起`}：“${shown(actual)}”${
        expected === '' || at === undefined ? '' : `，应当是“${shown(expected)}”`
      }。`,
      fix: FIX,
    }));
  return [...sources, ...pages];
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}
