import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST_FILES } from '../headers/sent.ts';
import type { Law } from '../prove-issued.ts';
import { SUMS } from '../sums.ts';
import { changedFiles, missingAndExtra, type Trusted } from './compare-files.ts';
import { changedIssuedText } from './compare-issued.ts';
import { fetchCopy, fetchHome } from './fetch-copy.ts';
import type { Notice } from './notice.ts';

/** What came of verifying a copy. */
export interface Verified {
  /** Every difference, sorted by file. */
  problems: Notice[];
  /** What does not change the content: for the host to do better. */
  reminders: Notice[];
  /** Files that were compared. */
  compared: number;
}

/** Compares a folder with a trusted list, and its issued text with the laws. */
export async function verifyFolder(
  folder: string,
  trusted: Trusted,
  laws: readonly Law[],
): Promise<Verified> {
  return result(trusted.sums.size, [
    ...(await missingAndExtra(folder, trusted)),
    ...(await changedFiles(folder, trusted)),
    ...(await changedIssuedText(folder, laws, trusted)),
  ]);
}

/**
 * Compares a site on a host with a trusted list, and its issued text with the laws. Files for the host itself are not
 * asked for, since it need not show them; files beyond the list cannot be known from outside.
 */
export async function verifySite(
  url: string,
  trusted: Trusted,
  laws: readonly Law[],
  onDone: (count: number, of: number) => void = () => {},
): Promise<Verified> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const files = [...trusted.sums.keys()].filter((file) => !HOST_FILES.some((h) => h === file));
    const asked = [...files, SUMS];
    const { problems, reminders } = await fetchCopy(url, asked, folder, (count) =>
      onDone(count, asked.length),
    );
    const home = await verifyHome(url, trusted);
    return result(
      files.length,
      [
        ...problems,
        ...home.problems,
        ...(await changedFiles(folder, trusted)),
        ...(await changedIssuedText(folder, laws, trusted)),
      ],
      [...reminders, ...home.reminders, ...(await softMissing(url))],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The address of a site's folder shows its `index.html`, or nothing. */
async function verifyHome(url: string, trusted: Trusted): Promise<Omit<Verified, 'compared'>> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const { problems, reminders } = await fetchHome(url, folder);
    const wrong = [...problems, ...(await changedFiles(folder, trusted))];
    const words = (problem: string) => `网址后面不写 index.html 时看到的首页：${problem}`;
    return {
      problems: wrong.map(({ problem, ...rest }) => ({ ...rest, problem: words(problem) })),
      reminders,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of the list a copy carries of itself; nothing where it carries none. */
export async function ownSums(target: string): Promise<string | undefined> {
  if (!/^https?:/u.test(target)) return readFile(join(target, SUMS), 'utf8').catch(() => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const { problems } = await fetchCopy(target, [SUMS], folder, () => {});
    return problems.length ? undefined : await readFile(join(folder, SUMS), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A host that answers anything with a page hides that a link is broken. */
async function softMissing(url: string): Promise<Notice[]> {
  const file = 'no-such-page-for-verify.html';
  const status = await fetch(new URL(file, url)).then(
    (response) => response.status,
    () => 404,
  );
  if (status === 404) return [];
  const problem = `不存在的网页，服务器回了 ${status}，应当是 404。`;
  return [{ file, problem, fix: '让服务器在找不到网页时返回 404.html 和状态码 404。' }];
}

function result(compared: number, problems: Notice[], reminders: Notice[] = []): Verified {
  const byFile = (a: Notice, b: Notice) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return { compared, problems: problems.sort(byFile), reminders: reminders.sort(byFile) };
}
