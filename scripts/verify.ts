/**
 * `npm run verify -- DIR|URL [--sums FILE | --self]`: compares a deployed copy with this build, and its issued text with
 * `content/`. Exit 1 where they differ, 2 where there is nothing to compare.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSums, SUMS } from '../src/finish/sums.ts';
import type { Trusted } from '../src/finish/verify/compare-files.ts';
import { unreachable } from '../src/finish/verify/fetch-copy.ts';
import { formatNotice, formatReminders } from '../src/finish/verify/notice.ts';
import {
  ownSums,
  type Verified,
  verifyFolder,
  verifySite,
} from '../src/finish/verify/verify-copy.ts';
import { lawsOf, loadContent } from './lib/content.ts';

const SITE = 'dist';
const USAGE = '用法：npm run verify -- 文件夹或网址 [--sums 可信的SHA256SUMS | --self]';

/** A reason to stop before anything was compared, in Chinese. */
class Refusal extends Error {}

try {
  const { values, positionals } = readArguments();
  const [given, ...more] = positionals;
  if (!given || more.length) throw new Refusal(USAGE);
  if (values.self && values.sums !== undefined) {
    throw new Refusal(`--self 用对方自己的清单，--sums 用可信的清单，只能选一个。\n${USAGE}`);
  }
  const isUrl = /^https?:\/\//u.test(given);
  const target = isUrl ? siteAddress(given) : given;
  await refuseUnreachable(target, isUrl);
  const own = await ownSums(target);
  const trusted = trustedSums(values, own);
  const laws = lawsOf(loadContent());
  const verified = isUrl
    ? await verifySite(target, trusted, laws, progress)
    : await verifyFolder(target, trusted, laws);
  report(verified, values);
  if (verified.problems.length && own && !values.self) warnOfOtherBuild(own, trusted);
  process.exitCode = verified.problems.length ? 1 : 0;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

interface Values {
  sums?: string | undefined;
  self?: boolean | undefined;
}

function readArguments(): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { sums: { type: 'string' }, self: { type: 'boolean' } },
    });
  } catch {
    throw new Refusal(USAGE);
  }
}

/** The address of the site's folder: `https://x.cn/rencai/index.html → https://x.cn/rencai/`. */
function siteAddress(given: string): string {
  if (!URL.canParse(given)) throw new Refusal(`网址写得不对：${given}`);
  const url = new URL(given);
  url.search = '';
  url.hash = '';
  if (url.pathname.endsWith('.html')) url.pathname = url.pathname.replace(/[^/]*$/u, '');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

async function refuseUnreachable(target: string, isUrl: boolean): Promise<void> {
  if (!isUrl && !existsSync(target)) throw new Refusal(`没有这个文件夹：${target}`);
  if (!isUrl && !statSync(target).isDirectory()) {
    throw new Refusal(`这不是文件夹：${target}。写网站所在的文件夹，例如 dist。`);
  }
  const why = isUrl ? await unreachable(target) : undefined;
  if (why) throw new Refusal(`连不上 ${target}：${why}。检查网址和网络，再试一次。`);
}

/** This build's list, unless another is named: a list that comes with a copy changes when the copy is changed. */
function trustedSums(values: Values, own: string | undefined): Trusted {
  if (values.self) {
    if (own === undefined) throw new Refusal(`对方没有 ${SUMS}，不能用 --self 核对。`);
    console.error(
      '注意：用的是对方自己的清单，只看得出传输和存储中的损坏；有人把文件和清单一起改了，看不出来。原文仍和 content 核对。',
    );
    return { sums: read(own, '对方的') };
  }
  const file = values.sums ?? `${SITE}/${SUMS}`;
  if (existsSync(file)) {
    if (statSync(file).isDirectory())
      throw new Refusal(`这不是文件：${file}。写 ${SUMS} 这个文件本身，例如 ${SITE}/${SUMS}。`);
    return {
      sums: read(readFileSync(file, 'utf8'), file),
      folder: values.sums ? undefined : SITE,
    };
  }
  if (values.sums) throw new Refusal(`没有这个文件：${file}`);
  throw new Refusal(
    `本机还没有生成网站，没有可信的 ${file} 可以对照。\n改法：切换到部署的那个版本，运行 npm run build，再核对；\n　　　或者用 --sums 指定一份可信的 ${SUMS}；\n　　　只想看复制有没有损坏，用 --self（对方自己的清单）。`,
  );
}

function read(text: string, whose: string): ReadonlyMap<string, string> {
  try {
    return parseSums(text);
  } catch (error) {
    throw new Refusal(`${whose} ${SUMS} 读不出来：${(error as Error).message}`);
  }
}

function progress(count: number, of: number): void {
  if (count % 50 === 0 || count === of) console.error(`已取 ${count}/${of} 个文件`);
}

function report({ problems, reminders, compared }: Verified, values: Values): void {
  const list = values.self ? `对方的 ${SUMS}` : (values.sums ?? `${SITE}/${SUMS}`);
  if (reminders.length) console.log(`${formatReminders(reminders)}\n`);
  if (problems.length) {
    console.log(`${problems.map(formatNotice).join('\n\n')}\n`);
    console.log(`核对：${compared} 个文件，${problems.length} 处不一致。`);
  } else {
    const proved = values.self
      ? '网页和表里标作原文的字和 content 一致；本站的话、隐藏的字、样式和脚本有没有被改，看不出来'
      : '原文和 content 一致';
    console.log(`核对通过：${compared} 个文件和 ${list} 一致，${proved}。`);
  }
}

/** Hundreds of differences mostly mean another version. */
function warnOfOtherBuild(own: string, { sums }: Trusted): void {
  const its = new Map([...own.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gmu)].map(([, s, f]) => [f, s]));
  const differing = [...sums].filter(([file, sum]) => its.get(file) !== sum).length;
  if (differing === 0) return;
  console.log(
    `对方自带的 ${SUMS} 和这里的有 ${differing} 处不同：很可能是另一个版本，或者生成时用了别的 SITE_URL。请换到部署的那个版本，用同样的设置重新生成，再核对。`,
  );
}
