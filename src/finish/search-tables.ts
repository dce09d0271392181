import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isLarge, type LibraryTable } from '../domain/search/library-table.ts';
import { makePairShards } from '../domain/search/pair-index.ts';
import type { SearchTable } from '../domain/search/table.ts';
import { LIBRARY_TABLE, pairShardHref, SEARCH_SHEET, searchTableHref } from '../routes.ts';
import { travellingSize } from './weight.ts';

/** Of the table of one policy; code and the words of a question leave more of 130 KB (docs/decisions/0026). */
const TABLE_BUDGET = 24 * 1000;
/** Of the search's own scripts and style, whatever the content; the tests hold it. */
export const CODE_BUDGET = 24 * 1000;
/** Of more tables only those that are over the budget are told. */
const MOST_TOLD = 10;

/**
 * Tells how much the search's tables weigh, and notes their sum in `library.json`. Nothing fails for good words: only
 * developers can make room. Where they are too many to be loaded at once, writes the index that says which policies a
 * question may be about. Tells whether they are.
 */
export async function finishTables(root: string): Promise<boolean> {
  const file = join(root, LIBRARY_TABLE);
  const library: LibraryTable = JSON.parse(readFileSync(file, 'utf8'));
  const tables = library.policies.map(({ id }) => readFileSync(join(root, searchTableHref(id))));
  const sizes = await Promise.all(tables.map(travellingSize));
  tellTables(library.policies.map(({ id }, i) => [id, sizes[i] ?? 0]));
  const sum = sizes.reduce((all, size) => all + size, 0);
  const noted = { ...library, tables: sum };
  writeFileSync(file, JSON.stringify(noted));
  if (!isLarge(noted)) return false;
  await writePairs(root, tables, sum);
  return true;
}

/** Tells what the tables weigh, each with its policy. */
export function tellTables(tables: readonly (readonly [policy: string, size: number])[]): void {
  for (const [policy, size] of tables) {
    const told = `检索表 ${policy}：${inKb(size)}，预算 ${inKb(TABLE_BUDGET)}`;
    if (size > TABLE_BUDGET) console.log(`${told}。超出了，请告诉开发人员；内容不必删。`);
    else if (tables.length <= MOST_TOLD) console.log(told);
  }
}

/** Tells how much the search's own scripts and style weigh. */
export async function tellSearchCode(root: string): Promise<void> {
  console.log(`搜索的脚本和样式：${inKb(await searchCode(root))}，预算 ${inKb(CODE_BUDGET)}`);
}

/** What the search's own scripts and style weigh, as they travel: the search itself, the box over a page, the sheet. */
export async function searchCode(root: string): Promise<number> {
  const scripts = readdirSync(join(root, '_astro'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(root, '_astro', name)))
    .filter((script) => /define\(["'`]site-search["'`]|search-dialog/u.test(String(script)));
  if (scripts.length !== 2)
    throw new Error(`Unexpected ${scripts.length} scripts of the search, expected two`);
  const own = [...scripts, readFileSync(join(root, SEARCH_SHEET))];
  return (await Promise.all(own.map(travellingSize))).reduce((sum, size) => sum + size, 0);
}

async function writePairs(root: string, tables: readonly Buffer[], sum: number): Promise<void> {
  const shards = makePairShards(tables.map((table): SearchTable => JSON.parse(String(table))));
  const written = shards.map((shard) => Buffer.from(JSON.stringify(shard)));
  for (const [i, shard] of written.entries()) {
    const file = join(root, pairShardHref(i));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, shard);
  }
  const sizes = await Promise.all(written.map(travellingSize));
  const all = inKb(sizes.reduce((a, b) => a + b, 0));
  const most = inKb(Math.max(...sizes));
  console.log(
    `检索表一共 ${inKb(sum)}，按问题取用；索引 ${written.length} 份，共 ${all}，最大 ${most}`,
  );
}

function inKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
