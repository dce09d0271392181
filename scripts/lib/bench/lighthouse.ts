import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../browser.ts';
import { median } from '../median.ts';
import { serveBrotli } from './brotli-host.ts';
import { describeMachine, progress } from './machine.ts';
import { measureNode } from './measured-run.ts';
import { installPackages } from './packages.ts';
import type { Site } from './sites.ts';
import { table } from './table.ts';

const LIGHTHOUSE = '13.5.0';

const CATEGORIES = {
  performance: '性能',
  accessibility: '无障碍',
  'best-practices': '做法',
  seo: '可被搜到',
} as const;
type Category = keyof typeof CATEGORIES;

/** The audit that counts it as a fault if a page asks to stay out of search engines. */
const CRAWLABLE = 'is-crawlable';

const AIM = { performance: 99, others: 100, lcp: 1000 };

/** What is read of Lighthouse's JSON. */
interface LighthouseResult {
  categories: Record<
    Category,
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { score: number | null; numericValue?: number }>;
  environment: { hostUserAgent: string };
}

/** The medians of a page's runs. */
interface Scores {
  page: string;
  /** 0 to 100. */
  scores: Record<Category, number>;
  /** The score of being found, 0 to 100, by all other audits than whether the page lets itself be found. */
  seoElse: number;
  /** Milliseconds. */
  lcp: number;
  /** Audits that took points in any run. */
  failed: string[];
  chromium: string;
}

/** Runs Lighthouse as a phone on pages of our built site and writes the section. */
export async function measureLighthouse(
  temporary: string,
  site: Site,
  runs: number,
): Promise<string> {
  const at = join(temporary, 'lighthouse');
  progress('安装 Lighthouse');
  await installPackages(at, { lighthouse: LIGHTHOUSE });
  return report(await scoresOf(at, site, runs), runs);
}

async function scoresOf(at: string, site: Site, runs: number): Promise<Scores[]> {
  const host = await serveBrotli(site.folder);
  try {
    const all: Scores[] = [];
    for (const [page, path] of Object.entries(pagesOf(site))) {
      const results: LighthouseResult[] = [];
      for (let run = 1; run <= runs; run++) {
        progress(`Lighthouse：${page}，${run}/${runs}`);
        results.push(await lighthouse(at, host.url + path));
      }
      all.push(summarize(page, results));
    }
    return all;
  } finally {
    await host.close();
  }
}

/** The pages that are measured of those a site has; of the clauses the longest. */
function pagesOf({ home, longest, result, search }: Site): Record<string, string> {
  return {
    首页: home,
    条款: longest,
    ...(result && { 自查结果: result }),
    ...(search && { 搜索: search }),
  };
}

async function lighthouse(at: string, url: string): Promise<LighthouseResult> {
  const { executablePath, args, env } = await findBrowser();
  const out = join(at, 'out');
  mkdirSync(out, { recursive: true });
  const file = join(out, 'result.json');
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${Object.keys(CATEGORIES).join(',')}`,
    `--chrome-flags=${['--headless=new', ...args].join(' ')}`,
  ];
  await measureNode([join(at, 'node_modules/lighthouse/cli/index.js'), url, ...options], at, {
    ...env,
    CHROME_PATH: executablePath,
  });
  return JSON.parse(readFileSync(file, 'utf8'));
}

function summarize(page: string, results: readonly LighthouseResult[]): Scores {
  const score = (category: Category) =>
    median(results.map(({ categories }) => (categories[category].score ?? 0) * 100));
  return {
    page,
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    seoElse: median(results.map(seoButCrawlable)),
    lcp: median(results.map(({ audits }) => lcpOf(audits, page))),
    failed: [...new Set(results.flatMap(failedAudits))],
    chromium: /Chrome\/([\d.]+)/u.exec(results[0]?.environment.hostUserAgent ?? '')?.[1] ?? '',
  };
}

/** As Lighthouse adds up: the mean of the audits by their weights. */
function seoButCrawlable({ categories, audits }: LighthouseResult): number {
  const others = categories.seo.auditRefs.filter(({ id }) => id !== CRAWLABLE);
  const weight = others.reduce((sum, one) => sum + one.weight, 0);
  const points = others.reduce((sum, one) => sum + one.weight * (audits[one.id]?.score ?? 0), 0);
  return (points / weight) * 100;
}

function lcpOf(audits: LighthouseResult['audits'], page: string): number {
  const lcp = audits['largest-contentful-paint']?.numericValue;
  if (lcp === undefined)
    throw new Error(`Unexpected result of Lighthouse for ${page}, expected an LCP`);
  return lcp;
}

function failedAudits({ categories, audits }: LighthouseResult): string[] {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
}

function report(all: readonly Scores[], runs: number): string {
  const categories = Object.keys(CATEGORIES) as Category[];
  const rows = all.map(({ page, scores, seoElse, failed, lcp }) => [
    page,
    ...categories.map((category) => {
      const score = String(Math.round(scores[category]));
      const told = category === 'seo' && failed.includes(CRAWLABLE);
      return told ? `${score}（不算 ${CRAWLABLE}：${Math.round(seoElse)}）` : score;
    }),
    `${(lcp / 1000).toFixed(2)} 秒`,
  ]);
  const missed = all.filter(
    ({ scores, lcp }) =>
      lcp > AIM.lcp ||
      categories.some(
        (one) => Math.round(scores[one]) < (one === 'performance' ? AIM.performance : AIM.others),
      ),
  );
  return [
    `${describeMachine(new Date())}，Chromium ${all[0]?.chromium}，Lighthouse ${LIGHTHOUSE}。`,
    `手机，Lighthouse 默认的模拟慢速网络，${runs === 1 ? '只测一次' : `${runs} 次的中位数`}；本机 http，brotli 第 11 级；生成时没有给 SITE_URL，所以没有规范网址。自查结果有意不让搜索引擎收录（noindex），Lighthouse 把这算作失分（${CRAWLABLE}）。`,
    table(['网页', ...categories.map((category) => CATEGORIES[category]), 'LCP'], rows),
    `目标：性能不低于 ${AIM.performance}，其他三项 ${AIM.others}，LCP 不超过 ${AIM.lcp / 1000} 秒。${all.length} 个网页：${
      missed.length
        ? `没有达到的：${missed.map(({ page, failed, lcp }) => `${page}（失分：${failed.join('、') || '无'}，LCP ${(lcp / 1000).toFixed(2)} 秒）`).join('；')}。`
        : '都达到。'
    }`,
  ].join('\n\n');
}
