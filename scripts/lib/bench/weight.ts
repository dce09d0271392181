import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { median } from '../median.ts';
import { type BrotliHost, serveBrotli } from './brotli-host.ts';
import { type FirstLoad, firstLoad } from './first-load.ts';
import { describeMachine, progress } from './machine.ts';
import type { Site } from './sites.ts';
import { table } from './table.ts';

/** A clause page is to come whole in the first round trip (docs/decisions/0005). */
const AIM = { bytes: 14 * 1024, requests: 4 };

/** Kinds in the order of the report. */
const NAMES = {
  home: '首页',
  whole: '全文',
  part: '部分',
  clause: '条款，中位数',
  heaviest: '条款，最重的',
  search: '搜索（还没有输入）',
  question: '自查题目，最重的',
  result: '自查结果，最重的',
};

/** `null` where a site has no such page. */
type Weights = Record<keyof typeof NAMES, FirstLoad | null>;

/** Weighs the pages of built sites in a real browser and writes the section. The first site is ours. */
export async function measureWeight(sites: readonly Site[]): Promise<string> {
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const weights: Weights[] = [];
    for (const site of sites) weights.push(await weigh(browser, site));
    return report(sites, weights, browser.version());
  } finally {
    await browser.close();
  }
}

async function weigh(browser: Browser, site: Site): Promise<Weights> {
  progress(`压缩 ${site.name}`);
  const host = await serveBrotli(site.folder);
  try {
    return await loadAll(browser, host, site);
  } finally {
    await host.close();
  }
}

async function loadAll(
  browser: Browser,
  host: BrotliHost,
  { name, clauses, ...others }: Site,
): Promise<Weights> {
  const load = (path: string | null) => (path === null ? null : firstLoad(browser, host, path));
  const loads: FirstLoad[] = [];
  progress(`打开 ${name} 的 ${clauses.length} 个条款和其他网页`);
  for (const path of clauses) loads.push(await firstLoad(browser, host, path));
  return {
    home: await load(others.home),
    whole: await load(others.whole),
    part: await load(others.part),
    clause: {
      bytes: median(loads.map(({ bytes }) => bytes)),
      requests: median(loads.map(({ requests }) => requests)),
    },
    heaviest: {
      bytes: Math.max(...loads.map(({ bytes }) => bytes)),
      requests: Math.max(...loads.map(({ requests }) => requests)),
    },
    search: await load(others.search),
    question: await load(others.question),
    result: await load(others.result),
  };
}

function report(sites: readonly Site[], weights: readonly Weights[], version: string): string {
  const kinds = Object.keys(NAMES) as (keyof Weights)[];
  const rows = kinds.map((kind) => [NAMES[kind], ...weights.map((of) => written(of[kind]))]);
  const clauses = sites[0]?.clauses.length;
  const heaviest = weights[0]?.heaviest;
  return [
    `${describeMachine(new Date())}，Chromium ${version}。`,
    `同样的 ${clauses} 个条款（原文、编号、标题、通俗说明）分别用两种工具生成，文字事先用 brotli 第 11 级压缩，在 Chromium 里以没有来过的身份打开，直到网络安静，由服务器数发出的正文字节和请求数。网站图标和为别的网页预取的文件都不算，两种一样。Starlight 用默认设置，没有搜索页和自查，所以是“—”。字节每次一样，只测一次。`,
    table(['网页', ...sites.map(({ name }) => name)], rows),
    heaviest ? aim(heaviest) : '',
  ].join('\n\n');
}

function aim({ bytes, requests }: FirstLoad): string {
  const met = bytes <= AIM.bytes && requests <= AIM.requests;
  return `目标：每个条款页不超过 ${AIM.bytes / 1024} KB、${AIM.requests} 个请求。最重的 ${kilobytes(bytes)}、${requests} 个：${met ? '达到' : '没有达到'}。`;
}

function written(load: FirstLoad | null): string | null {
  return load && `${kilobytes(load.bytes)}，${load.requests} 个请求`;
}

/** 1 KB is 1,024 bytes. */
function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
