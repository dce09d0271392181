import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hostReminders } from './host-reminders.ts';
import type { Notice } from './notice.ts';

const AT_ONCE = 8;
const PATIENCE = 30_000;
const HOPS = 5;

/** What came of fetching a site. */
interface Fetched {
  /** Files that could not be had. */
  problems: Notice[];
  /** What the host could do better, the files being right. */
  reminders: Notice[];
}

/**
 * Fetches files of a site into a folder, a few at a time. `url` ends in a slash; `onDone` hears how many are through.
 * Compression is undone by `fetch`; what is written is what a page of the site would get.
 */
export async function fetchCopy(
  url: string,
  files: readonly string[],
  folder: string,
  onDone: (count: number) => void,
): Promise<Fetched> {
  const fetched: Fetched = { problems: [], reminders: [] };
  const left = files.toReversed();
  let done = 0;
  const worker = async () => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      const result = await fetchFile(url, file, folder);
      fetched.problems.push(...result.problems);
      fetched.reminders.push(...result.reminders);
      onDone(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return fetched;
}

/** Why a site cannot be reached at all, in Chinese, or nothing: asked once before asking for every file. */
export async function unreachable(url: string): Promise<string | undefined> {
  try {
    await (await get(new URL('index.html', url))).body?.cancel();
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/**
 * Fetches what the address of the site's folder shows, `/`, into a folder, as its `index.html`: it is what most readers
 * see first. Storage need not show anything there.
 */
export async function fetchHome(url: string, folder: string): Promise<Fetched> {
  const file = 'index.html';
  try {
    const response = await follow(new URL(url));
    const away = await ledAway(file, response);
    if (away) return { problems: [away], reminders: [] };
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`服务器回了 ${response.status}`);
    await writeFile(join(folder, file), body);
    return { problems: [], reminders: [] };
  } catch (error) {
    const problem = `网站的网址后面不写 index.html 打不开：${reason(error)}。`;
    const fix = '让服务器用 index.html 作首页；做不到的，公布网址时写上 index.html。';
    return { problems: [], reminders: [{ file, problem, fix }] };
  }
}

async function fetchFile(url: string, file: string, folder: string): Promise<Fetched> {
  const problem = (words: string, fix: string): Fetched => ({
    problems: [{ file, problem: words, fix }],
    reminders: [],
  });
  const address = new URL(file.split('/').map(encodeURIComponent).join('/'), url);
  try {
    const response = await follow(address);
    const away = await ledAway(file, response);
    if (away) return { problems: [away], reminders: [] };
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) {
      const missing = response.status === 404 ? '，服务器上没有这个文件' : '';
      return problem(
        `服务器回了 ${response.status}${missing}。`,
        '上传这个文件，或检查服务器的权限设置。',
      );
    }
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, body);
    return { problems: [], reminders: hostReminders(file, address, response) };
  } catch (error) {
    return problem(`取不到：${reason(error)}。`, '检查网络和服务器，再核对一次。');
  }
}

/** The problem of an answer that leads to another site. */
async function ledAway(file: string, response: Response): Promise<Notice | undefined> {
  const elsewhere = response.headers.get('location');
  if (!elsewhere) return undefined;
  await response.body?.cancel();
  const fix = '去掉服务器上的这条跳转；如果网站已经搬家，用新网址核对。';
  return { file, problem: `被转到别的地方：${elsewhere}。`, fix };
}

/** The answer to a request, after redirects within the site's own host; one that leads elsewhere is not followed. */
async function follow(address: URL): Promise<Response> {
  let response = await get(address);
  for (let hop = 0; hop < HOPS; hop++) {
    const location = response.headers.get('location');
    if (!location || !URL.canParse(location, response.url)) return response;
    const url = new URL(location, response.url);
    if (url.origin !== address.origin) return response;
    await response.body?.cancel();
    response = await get(url);
  }
  return response;
}

/** One more try where the network fails: over hundreds of files it does. */
async function get(address: URL): Promise<Response> {
  const once = () =>
    fetch(address, {
      headers: { 'Cache-Control': 'no-cache' },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
  return once().catch(once);
}

/** What the commonest failures are called in an office. */
const REASONS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: '证书过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书是自己签发的',
  EAI_AGAIN: '找不到这个域名',
  ECONNREFUSED: '服务器拒绝连接',
  ECONNRESET: '连接中断',
  ENOTFOUND: '找不到这个域名',
  UND_ERR_SOCKET: '连接中断',
};

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `${PATIENCE / 1000} 秒没有回应`;
  const { code = '', message = '' } = (error.cause ?? {}) as Partial<NodeJS.ErrnoException>;
  return REASONS[code] ?? (code || message || error.message);
}
