import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  LEXICON_TABLE,
  LIBRARY_TABLE,
  policyHref,
  ROUTES,
  SEARCH_SHEET,
  searchTableHref,
} from '../../routes.ts';
import { filesAskedBy, travellingSize } from '../weight.ts';

/** What a reader's device may be asked to keep, in bytes as they travel. */
const BUDGET = 190 * 1024;
const WORKER = new URL('worker.js', import.meta.url);
/** The way in, and the search over every page with its tables. The search page itself is a long list, and stays out. */
const ALWAYS = [
  ...Object.values(ROUTES)
    .filter((route) => 'keptOffline' in route)
    .map(({ address }) => address),
  LIBRARY_TABLE,
  LEXICON_TABLE,
  SEARCH_SHEET,
].map((address) => address.slice(1));
/** What pages load when it is asked for, wherever one reads. */
const ON_REQUEST = /^_astro\/(?:search-overlay|display-settings)\./u;

/** The whole text of an edition lies beside the clauses of its policy: `abc-2020-1/2020-05-01.html`. */
export function isEdition(page: string): boolean {
  return /\/\d{4}-\d{2}-\d{2}\.html$/u.test(page);
}

/**
 * Writes the service worker `sw.js`: it keeps the policy that the site opens with, its clauses and the search tables,
 * with the sheets and scripts these ask for, and shows them only where the new ones cannot be had. Of a long policy it
 * keeps the whole text and as many clauses, in the order of their ids, as come with 190 KB; the rest, like other policies, as they are
 * opened. Where even the whole text with the search is more, it keeps the way in, and as much as comes with that.
 */
export async function writeWorker(
  root: string,
  pages: readonly string[],
  policies: readonly string[],
): Promise<void> {
  // A library of several is kept as it is read.
  const [policy] = policies.length === 1 ? policies : [];
  const onRequest = readdirSync(join(root, '_astro'))
    .map((name) => `_astro/${name}`)
    .filter((name) => ON_REQUEST.test(name))
    .sort();
  if (onRequest.length < 2)
    throw new Error(
      `Unexpected files of ${root}/_astro, expected the search over the page and the display settings`,
    );
  const contents = new Map<string, Buffer>();
  let weight = 0;
  /** Keeps what a reader needs for some files, unless that is too much. */
  const keep = async (wanted: readonly string[]): Promise<boolean> => {
    const needed = wanted.flatMap((file) => [file, ...filesAskedBy(root, file)]);
    const added = [...new Set(needed)]
      .filter((file) => !contents.has(file))
      .map((file) => [file, readFileSync(join(root, file))] as const);
    const sizes = await Promise.all(added.map(([, content]) => travellingSize(content)));
    const more = sizes.reduce((sum, size) => sum + size, 0);
    if (weight + more > BUDGET) return false;
    weight += more;
    for (const [file, content] of added) contents.set(file, content);
    return true;
  };
  const first = policy
    ? [policyHref(policy), searchTableHref(policy)].map((href) => href.slice(1))
    : [];
  if (!(await keep([...first, ...ALWAYS, ...onRequest]))) {
    for (const files of [['index.html'], [...ALWAYS, ...onRequest], first]) {
      if (!(await keep(files)))
        console.log(`离线阅读：放不下 ${files.join('、')}，预算 ${BUDGET / 1024} KB。`);
    }
  }
  const clauses = pages.filter((page) => policy && dirname(page) === policy && !isEdition(page));
  let kept = 0;
  for (const page of clauses) {
    if (!(await keep([page]))) break;
    kept++;
  }
  console.log(
    `离线阅读：${contents.size} 个文件，${(weight / 1024).toFixed(1)} KB，${clauses.length} 条里有 ${kept} 条`,
  );
  const hash = createHash('sha256');
  for (const [file, content] of contents) hash.update(file).update(content);
  const version = hash.digest('base64url').slice(0, 12);
  const head = `const VERSION = ${JSON.stringify(version)};\nconst KEPT = ${JSON.stringify([...contents.keys()])};\n`;
  writeFileSync(join(root, 'sw.js'), head + readFileSync(WORKER, 'utf8'));
}
