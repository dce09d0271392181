/**
 * `npm run -s eval:structure -- FOLDER [--json]`: the documents of FOLDER/manifest.json split, checked and built. Exit 0
 * whatever the figures; exit 2 if the folder cannot be used.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyText } from '../src/domain/policy/clause.ts';
import { splitPolicy } from '../src/domain/policy/split.ts';
import { formatProblem, type Problem } from '../src/domain/problem.ts';
import { refuse } from './lib/evaluated-file.ts';
import { median } from './lib/median.ts';
import { countsOf, lostCharacters, PART_OF_OTHERS } from './lib/structure-eval/counts.ts';
import { type Judged, readDocuments } from './lib/structure-eval/documents.ts';
import {
  bareInfo,
  followed,
  policyId,
  problemsOf,
  writeLibrary,
} from './lib/structure-eval/made-library.ts';

interface Result {
  document: Judged;
  n: number;
  counts: ReturnType<typeof countsOf>;
  lost: number;
  /** With nothing but the metadata of the manifest. */
  problems: Problem[];
  /** What is left when the first remedy of each has been followed, and `policy.yml` then. */
  left: Problem[];
  info: string;
}

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));
if (!folder) refuse('用法：npm run -s eval:structure -- 文件夹 [--json]');
const results = read(folder).map(judge);
const built = buildAll(results.filter(({ left }) => left.length === 0));
const figures = figuresOf();
if (args.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else print();

function read(from: string): Judged[] {
  try {
    return readDocuments(from);
  } catch (error) {
    refuse(`读不了 ${from}/manifest.json 里写的文件：${(error as Error).message}`);
  }
}

function judge(document: Judged, n: number): Result {
  const { clauses } = splitPolicy(document.source);
  const bare = bareInfo(document);
  const problems = problemsOf(n, document, bare);
  let [info, left] = [bare, problems];
  // One remedy may bring to light what another had hidden.
  for (let round = 0; round < 5 && left.length > 0; round++) {
    info = followed(info, left, 0);
    left = problemsOf(n, document, info);
  }
  const lost = lostCharacters(document.source, policyText({ clauses }));
  return { document, n, counts: countsOf(clauses, document.expected), lost, problems, left, info };
}

/** The documents of which a site can be built: all of them together, and each alone where that fails. */
function buildAll(ready: readonly Result[]): Set<Result> {
  if (ready.length === 0) return new Set();
  if (builds(ready)) return new Set(ready);
  return new Set(ready.length === 1 ? [] : halves(ready).flatMap((half) => [...buildAll(half)]));
}

function halves<T>(all: readonly T[]): T[][] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function builds(ready: readonly Result[]): boolean {
  const content = mkdtempSync(join(tmpdir(), 'structure-'));
  const out = join(content, 'dist');
  const script = join(import.meta.dirname, 'build.ts');
  try {
    writeLibrary(join(content, 'content'), ready);
    const { status } = spawnSync(process.execPath, [script, out], {
      env: { ...process.env, CONTENT: join(content, 'content') },
      stdio: 'ignore',
      cwd: join(import.meta.dirname, '..'),
    });
    return status === 0 && ready.every(({ n }) => existsSync(join(out, `${policyId(n)}.html`)));
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

function figuresOf() {
  const counts = results.flatMap((one) =>
    Object.entries(one.counts).flatMap(([key, count]) => (PART_OF_OTHERS.has(key) ? [] : count)),
  );
  const sum = (pick: (count: { expected: number; found: number }) => number) =>
    counts.reduce((all, count) => all + pick(count), 0);
  const right = sum(({ expected, found }) => Math.min(expected, found));
  const all = sum(({ expected, found }) => expected + found);
  const findings = results.map(({ problems }) => problems.length);
  return {
    documents: results.length,
    built: built.size,
    clean: results.filter(({ problems }) => problems.length === 0).length,
    exact: results.filter(isExact).length,
    markerF1: all === 0 ? 1 : Number(((2 * right) / all).toFixed(4)),
    lost: results.reduce((total, { lost }) => total + lost, 0),
    // A manifest may name no document.
    findings: { median: findings.length ? median(findings) : 0, max: Math.max(0, ...findings) },
  };
}

function isExact({ counts }: Result): boolean {
  return Object.values(counts).every(({ expected, found }) => expected === found);
}

function print(): void {
  for (const result of results) {
    const { document, counts, lost, problems, left } = result;
    const differs = Object.entries(counts).filter(([, one]) => one.expected !== one.found);
    const isRight =
      differs.length === 0 && lost === 0 && problems.length === 0 && built.has(result);
    console.log(`${isRight ? '✓' : '✗'} ${document.file}`);
    for (const [key, { expected, found }] of differs)
      console.log(`    ${key} 应当 ${expected} 得到 ${found}`);
    if (lost) console.log(`    少了或者多了 ${lost} 个字`);
    for (const problem of problems) console.log(indented(formatProblem(problem)));
    if (left.length) console.log(`    照改法改了以后还有 ${left.length} 处：`);
    for (const problem of left) console.log(indented(formatProblem(problem)));
    if (left.length === 0 && !built.has(result)) console.log('    通过检查，但没有生成');
  }
  console.log(JSON.stringify(figures));
}

function indented(text: string): string {
  return text.replace(/^/gmu, '    ');
}
