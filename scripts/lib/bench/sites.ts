import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../../../src/content/read/folder.ts';
import { clauseHref, HOME, policyHref, SEARCH } from '../../../src/routes.ts';
import { progress } from './machine.ts';
import { pagesOfOurs } from './markdown-pages.ts';
import { buildOurs } from './our-build.ts';
import type { Sample } from './sample.ts';
import { buildStarlight, installStarlight, STARLIGHT, starlightAddress } from './starlight.ts';

/** A built site to be looked at, with the addresses of pages that stand for their kind; `null` where it has none. */
export interface Site {
  name: string;
  /** The folder of the built site. */
  folder: string;
  home: string;
  whole: string;
  part: string;
  clauses: string[];
  /** The clause with the longest text. */
  longest: string;
  search: string | null;
  /** Of several the one with the largest file. */
  question: string | null;
  result: string | null;
}

/** Our site as it is. */
export async function ourSite(sample: Sample): Promise<Site> {
  const { id } = sample.folder;
  progress('生成本站');
  const { site } = await buildOurs('ours', contentFolder());
  return {
    name: '本站',
    folder: site,
    home: HOME,
    whole: policyHref(id),
    part: clauseHref(id, sample.part),
    clauses: sample.clauses.map((clause) => clauseHref(id, clause)),
    longest: clauseHref(id, sample.longest),
    search: SEARCH,
    ...largestChecks(site, sample.checks),
  };
}

/** The same clauses, with our plain words, in Starlight, which is installed into the folder `at`. */
export async function starlightSite(at: string, sample: Sample): Promise<Site> {
  const { id } = sample.folder;
  progress('安装和生成 Starlight');
  await installStarlight(at);
  await buildStarlight(at, pagesOfOurs(sample.folder), 'every page');
  const address = (page: string) => starlightAddress(`${id}/${page}`);
  return {
    name: `Starlight ${STARLIGHT}`,
    folder: join(at, 'dist'),
    home: starlightAddress('index'),
    whole: address('index'),
    part: address(sample.part),
    clauses: sample.clauses.map(address),
    longest: address(sample.longest),
    search: null,
    question: null,
    result: null,
  };
}

/** The largest question and the largest result of the self-check; a question has the pages of its answers in a folder of its own name. */
function largestChecks(site: string, checks: string): Pick<Site, 'question' | 'result'> {
  const folder = join(site, checks);
  if (!existsSync(folder)) return { question: null, result: null };
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, size: statSync(join(folder, file)).size }))
    .sort((a, b) => b.size - a.size);
  const asks = ({ file }: { file: string }) =>
    existsSync(join(folder, file.replace(/\.html$/u, '')));
  const address = (page: { file: string } | undefined) =>
    page ? `${checks}/${page.file.replaceAll('\\', '/')}` : null;
  return {
    question: address(pages.find(asks)),
    result: address(pages.find((page) => !asks(page))),
  };
}
