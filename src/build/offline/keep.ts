import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesAskedBy, travellingSize } from '../weight.ts';

/** What a reader's device may be asked to keep, in bytes as they travel. */
const BUDGET = 150 * 1024;
const WORKER = new URL('worker.js', import.meta.url);
/** The way in, and the search over every page with its tables. The search page itself is a long list, and stays out. */
const ALWAYS = ['index.html', 'search-table.json', 'search.css'];
const OVERLAY = /^_astro\/search-overlay\./u;

/**
 * Writes the service worker `sw.js`: it keeps the policy that the site opens with, its clauses and the search tables,
 * with the sheets and scripts these ask for, and shows them only where the new ones cannot be had. Other policies are
 * kept as they are opened, so that a site may have any number. Throws where what is kept is more than 150 KB.
 */
export async function writeWorker(
  root: string,
  pages: readonly string[],
  policy: string,
): Promise<void> {
  const texts = [`${policy}.html`, ...pages.filter((page) => page.startsWith(`${policy}/`))];
  const overlay = readdirSync(join(root, '_astro'))
    .map((name) => `_astro/${name}`)
    .filter((name) => OVERLAY.test(name));
  const kept = [...new Set([...texts, ...ALWAYS, ...overlay])];
  const asked = kept.flatMap((file) => filesAskedBy(root, file));
  const files = [...new Set([...kept, ...asked])];
  const hash = createHash('sha256');
  const contents = files.map((file) => readFileSync(join(root, file)));
  for (const [at, content] of contents.entries()) hash.update(files[at] ?? '').update(content);
  const sizes = await Promise.all(contents.map(travellingSize));
  const weight = sizes.reduce((sum, size) => sum + size, 0);
  const figure = `${(weight / 1024).toFixed(1)} KB in ${files.length} files`;
  console.log(`kept for reading offline: ${figure}`);
  if (weight > BUDGET)
    throw new Error(
      `Unexpected weight of ${figure} kept offline, expected at most ${BUDGET / 1024} KB`,
    );
  const version = hash.digest('base64url').slice(0, 12);
  const head = `const VERSION = ${JSON.stringify(version)};\nconst KEPT = ${JSON.stringify(files)};\n`;
  writeFileSync(join(root, 'sw.js'), head + readFileSync(WORKER, 'utf8'));
}
