import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';
import { issuedFaults, type Law } from '../prove-issued.ts';
import type { Trusted } from './compare-files.ts';
import type { Notice } from './notice.ts';
import { quoted, shown } from './quoted.ts';

const ABSENT = '换上重新生成的网站；对方的清单里也没有它，查清楚是谁删的。';
const FIX = '这一页不是本版本生成的，先停用，换上重新生成的网站，并查清楚是谁改的。';

/**
 * Every page, table and `source.txt` of a folder whose issued text is not that of the laws. Where the law of a policy is
 * not there to be compared that is said; what the list has and the folder lacks is named elsewhere.
 */
export async function changedIssuedText(
  folder: string,
  laws: readonly Law[],
  { sums }: Trusted,
): Promise<Notice[]> {
  const there = await filesOf(folder);
  const sources: Notice[] = [];
  for (const { id, source } of laws) {
    const file = `${id}/source.txt`;
    const absent = [`${id}.html`, file].filter((name) => !there.includes(name) && !sums.has(name));
    const problem = '没有这个文件，这份政策的原文无从核对。';
    sources.push(...absent.map((name) => ({ file: name, problem, fix: ABSENT })));
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
      problem: `当作原文显示的文字和原文不一样${at === undefined ? '' : `，从第 ${at + 1} 个字起`}：${quoted(shown(actual), expected)}${
        expected === '' || at === undefined ? '' : `，应当是${quoted(shown(expected), actual)}`
      }。`,
      fix: FIX,
    }));
  return [...sources, ...pages];
}
