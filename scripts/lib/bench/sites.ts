import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '../../../src/content/check/policy.ts';
import { hasPage } from '../../../src/domain/policy/clause.ts';
import { defaultPolicy, readContent } from '../read-content.ts';
import { progress } from './machine.ts';
import { pagesOfOurs } from './markdown-pages.ts';
import { measureBuild } from './measured-run.ts';
import { makeOurProject } from './our-project.ts';
import { versionIn } from './packages.ts';
import {
  markdownPages,
  ourPages,
  type PageKinds,
  starlightAddress,
  vitepressAddress,
} from './page-kinds.ts';
import { fillStarlight, installStarlight } from './starlight.ts';
import { makeVitepress } from './vitepress.ts';

/** A built site to be looked at. */
export interface Site {
  /** `Starlight 0.42.4` */
  name: string;
  /** The folder of the built site. */
  folder: string;
  pages: PageKinds;
}

/** The files of a clause's page are named by ids; a long clause in the middle of the text stands for the usual one. */
interface Sample {
  policy: string;
  part: string;
  clauses: string[];
}

/** Our site as it is. */
export async function buildOurs(temporary: string): Promise<Site> {
  const at = join(temporary, 'ours');
  const { policy, part, clauses } = sample();
  progress('生成本站');
  makeOurProject(at, []);
  await measureBuild(at);
  const folder = join(at, 'dist');
  return { name: '本站', folder, pages: ourPages(folder, policy, part, clauses) };
}

/** The same clauses, with our plain words, in Starlight; `at` is where it is installed. */
export async function buildStarlight(at: string): Promise<Site> {
  const { policy, part, clauses } = sample();
  progress('安装和生成 Starlight');
  await installStarlight(at);
  fillStarlight(at, siteName(), pagesOfOurs(policy, siteName(), readContent()), 'every page');
  await measureBuild(at);
  return {
    name: `Starlight ${versionIn(at, '@astrojs/starlight')}`,
    folder: join(at, 'dist'),
    pages: markdownPages(starlightAddress, policy, part, clauses),
  };
}

/** The same in VitePress. */
export async function buildVitepress(at: string): Promise<Site> {
  const { policy, part, clauses } = sample();
  progress('安装和生成 VitePress');
  await makeVitepress(at, siteName(), pagesOfOurs(policy, siteName(), readContent()));
  await measureBuild(at);
  return {
    name: `VitePress ${versionIn(at, 'vitepress')}`,
    folder: join(at, 'dist'),
    pages: markdownPages(vitepressAddress, policy, part, clauses),
  };
}

/** The policy that the site opens with; the part is the one with the most clauses. */
function sample(): Sample {
  const files = readContent();
  const id = defaultPolicy(files);
  const { policy } = readPolicy(id, files);
  const paged = policy?.clauses.filter(hasPage) ?? [];
  const [part] = paged.toSorted((a, b) => b.children.length - a.children.length);
  if (!part) throw new Error(`Unexpected policy "${id}", expected one. Run: npm run check`);
  return { policy: id, part: part.id, clauses: paged.map((clause) => clause.id) };
}

function siteName(): string {
  return /^name:\s*(.+)$/mu.exec(readFileSync('content/site.yml', 'utf8'))?.[1] ?? '';
}
