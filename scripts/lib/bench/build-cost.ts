import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy, readContent } from '../read-content.ts';
import { buildReport } from './build-report.ts';
import { generatePolicies } from './generated-policy.ts';
import { progress } from './machine.ts';
import { pagesOfGenerated } from './markdown-pages.ts';
import { type Cost, measureBuild } from './measured-run.ts';
import { forgetBuild, makeBareProject, makeOurProject } from './our-project.ts';
import {
  fillStarlight,
  forgetStarlightBuild,
  installStarlight,
  type Sidebar,
} from './starlight.ts';

/** Whose build: ours of the same clauses and nothing else, ours beside all this project holds, or Starlight's. */
export type Builder = 'same clauses' | 'whole project' | Sidebar;

/** What builds of one size cost, a figure a run; no figures where it was not run. */
export interface Measured {
  clauses: number;
  costs: Record<Builder, Cost[]>;
}

/** Starlight with every page on every page is run once at this size: it takes minutes and gigabytes. */
const ONCE_FROM = 5000;
const ALL: readonly Builder[] = ['same clauses', 'whole project', 'policies', 'every page'];
const SIZES: readonly { clauses: number; builders: readonly Builder[] }[] = [
  { clauses: 30, builders: ALL },
  { clauses: 1000, builders: ALL },
  { clauses: 5000, builders: ALL },
  { clauses: 20_000, builders: ['same clauses', 'whole project'] },
];

/** Builds generated policies of several sizes with our project and with Starlight in turn, and writes the section. */
export async function measureBuilds(temporary: string, runs: number): Promise<string> {
  const starlight = join(temporary, 'starlight-builds');
  progress('安装 Starlight');
  await installStarlight(starlight);
  const measured: Measured[] = [];
  for (const { clauses, builders } of SIZES) {
    measured.push(await measureSize(temporary, starlight, clauses, builders, runs));
    // A figure that took long is worth having even if a later one fails.
    console.error(buildReport(measured));
  }
  return buildReport(measured);
}

async function measureSize(
  temporary: string,
  starlight: string,
  clauses: number,
  builders: readonly Builder[],
  runs: number,
): Promise<Measured> {
  const own = readContent();
  const model = readFileSync(`content/policies/${defaultPolicy(own)}/source.txt`, 'utf8');
  const policies = generatePolicies(model, clauses);
  const pages = policies.flatMap(pagesOfGenerated);
  const projects = {
    'same clauses': join(temporary, `same-${clauses}`),
    'whole project': join(temporary, `whole-${clauses}`),
  };
  makeBareProject(projects['same clauses'], policies);
  makeOurProject(projects['whole project'], policies);
  const costs: Measured['costs'] = {
    'same clauses': [],
    'whole project': [],
    policies: [],
    'every page': [],
  };
  for (let run = 1; run <= runs; run++) {
    for (const builder of builders) {
      if (run > 1 && isOnce(clauses, builder)) continue;
      progress(`生成 ${clauses} 条：${builder}，${run}/${isOnce(clauses, builder) ? 1 : runs}`);
      if (builder === 'policies' || builder === 'every page') {
        fillStarlight(starlight, 'Starlight', pages, builder);
        costs[builder].push(await measureBuild(starlight));
        forgetStarlightBuild(starlight);
      } else {
        forgetBuild(projects[builder]);
        costs[builder].push(await measureBuild(projects[builder]));
      }
    }
  }
  for (const project of Object.values(projects)) rmSync(project, { recursive: true, force: true });
  return { clauses, costs };
}

function isOnce(clauses: number, builder: Builder): boolean {
  return clauses > ONCE_FROM || (clauses === ONCE_FROM && builder === 'every page');
}
