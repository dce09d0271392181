import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport } from './build-report.ts';
import { generatePolicies } from './generated-policy.ts';
import type { Builder, Measured } from './growth.ts';
import { progress } from './machine.ts';
import { makeContent } from './made-content.ts';
import { pagesOfGenerated } from './markdown-pages.ts';
import { buildOurs } from './our-build.ts';
import { buildStarlight, installStarlight } from './starlight.ts';

const SIZES = [30, 1000, 5000];
const BUILDERS: readonly Builder[] = ['ours', 'policies', 'every page'];
/** What takes two seconds is built five times as often: a tenth of a second by chance is as much as it may differ. */
const OFTEN_UP_TO = 30;
/** Starlight with every page on every page is run once from this size on: it takes minutes and gigabytes. */
const ONCE_FROM = 5000;

/** Builds generated policies of several sizes with this project and with Starlight in turn, and writes the section. */
export async function measureBuilds(
  temporary: string,
  model: string,
  runs: number,
): Promise<string> {
  const starlight = join(temporary, 'starlight-builds');
  progress('安装 Starlight');
  await installStarlight(starlight);
  const measured: Measured[] = [];
  for (const clauses of SIZES)
    measured.push(await measureSize(temporary, starlight, model, clauses, runs));
  return buildReport(measured);
}

async function measureSize(
  temporary: string,
  starlight: string,
  model: string,
  clauses: number,
  runs: number,
): Promise<Measured> {
  const policies = generatePolicies(model, clauses);
  const pages = policies.flatMap(pagesOfGenerated);
  const content = join(temporary, `content-${clauses}`);
  makeContent(content, policies);
  const costs: Required<Measured['costs']> = { ours: [], policies: [], 'every page': [] };
  const times = clauses <= OFTEN_UP_TO ? runs * 5 : runs;
  for (let run = 1; run <= times; run++) {
    for (const builder of BUILDERS) {
      if (run > 1 && builder === 'every page' && clauses >= ONCE_FROM) continue;
      progress(`生成 ${clauses} 条：${builder}，第 ${run} 次`);
      const cost =
        builder === 'ours'
          ? (await buildOurs('made', content)).cost
          : await buildStarlight(starlight, pages, builder);
      costs[builder].push(cost);
    }
  }
  rmSync(content, { recursive: true });
  return { clauses, costs };
}
