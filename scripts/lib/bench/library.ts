import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauseText, hasPage } from '../../../src/domain/policy/clause.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import type { Report } from '../search-eval/measure.ts';
import { askSearch } from './asked-search.ts';
import { type GeneratedPolicy, generatePolicies } from './generated-policy.ts';
import {
  growthOf,
  inMegabytes,
  inSeconds,
  type Measured,
  memoryOf,
  nameOf,
  quotient,
  secondsOf,
  verdict,
} from './growth.ts';
import { describeMachine, progress } from './machine.ts';
import { makeContentBeside } from './made-content.ts';
import { buildOurs } from './our-build.ts';
import { table } from './table.ts';

const SIZES = [1000, 5000, 20_000];
const LIMITS = { seconds: 180, memory: 4096, firstUse: 150 * 1024, firstHit: 100 };
/** Linear is where a further clause costs at most this much more at the end than before. */
const LINEAR = 1.5;
const QUESTIONS = 20;

/** Builds our content beside generated policies, more and more, asks the search of the most, and writes the section. */
export async function measureLibrary(temporary: string, model: string): Promise<string> {
  const measured: Measured[] = [];
  let report: Report | undefined;
  for (const clauses of SIZES) {
    progress(`生成本站和 ${clauses} 条`);
    const policies = generatePolicies(model, clauses);
    const content = join(temporary, `library-${clauses}`);
    makeContentBeside(content, policies);
    const { site, cost } = await buildOurs('library', content);
    measured.push({ clauses, costs: { ours: [cost] } });
    if (clauses === SIZES.at(-1)) report = await ask(temporary, site, content, policies);
  }
  return libraryReport(measured, report);
}

/** Asks for words out of clauses here and there, as somebody does who knows them. */
async function ask(
  temporary: string,
  site: string,
  content: string,
  policies: readonly GeneratedPolicy[],
): Promise<Report> {
  progress('问搜索');
  const step = Math.floor(policies.length / QUESTIONS);
  const queries = policies
    .filter((_, i) => i % step === 0)
    .map(({ id, source }, i) => {
      const clause = splitPolicy(source, { labels: { pre: '序言' } })
        .clauses.filter(hasPage)
        .at(-1);
      const words = /\p{Script=Han}{4,}/u.exec(clause ? clauseText(clause) : '')?.[0] ?? '';
      return { id: `q${i}`, q: words, kind: 'official', relevant: { [`${id}/${clause?.id}`]: 3 } };
    });
  const file = join(temporary, 'library-questions.json');
  writeFileSync(file, JSON.stringify({ queries }));
  return askSearch(file, [], { DIST: site, CONTENT: content });
}

function libraryReport(measured: readonly Measured[], report: Report | undefined): string {
  const most = measured.at(-1);
  const [before = null, after = null] = growthOf(measured);
  const [seconds, memory] = most ? [secondsOf(most, 'ours'), memoryOf(most, 'ours')] : [null, null];
  const { firstUse, firstHit } = {
    firstUse: report?.bytes.firstUse ?? null,
    firstHit: report?.latency.firstHit ?? null,
  };
  return [
    `${describeMachine(new Date())}。`,
    `本站的内容，旁边再放生成的政策，每份 40 条，最多 ${SIZES.at(-1) ?? 0} 条，就是 ${(SIZES.at(-1) ?? 0) / 40} 份；每种大小生成一次，不留缓存，内存是全部进程的常驻内存之和的最大值。搜索用最大的一个，问 ${QUESTIONS} 个原文里的词语。`,
    table(
      ['生成的条数', '时间', '内存'],
      measured.map((size) => [
        nameOf(size.clauses),
        inSeconds(secondsOf(size, 'ours')),
        inMegabytes(memoryOf(size, 'ours')),
      ]),
    ),
    table(
      ['最大的一个', '测到', '不超过', ''],
      [
        limited('生成的时间', seconds, inSeconds, LIMITS.seconds),
        limited('生成的内存', memory, inMegabytes, LIMITS.memory),
        limited('第一次搜索的字节（brotli）', firstUse, inKilobytes, LIMITS.firstUse),
        limited(
          '打开以后按一个键到列出第一条，中位数',
          firstHit?.median ?? null,
          inMilliseconds,
          LIMITS.firstHit,
        ),
        limited('同上，p95', firstHit?.p95 ?? null, inMilliseconds, LIMITS.firstHit),
      ],
    ),
    `每多 1,000 条，时间先是 ${inSeconds(before)}，后是 ${inSeconds(after)}；随条数成比例增加（后面不超过前面的 ${LINEAR} 倍）：${verdict(quotient(after, before), (n) => n <= LINEAR)}。`,
  ].join('\n\n');
}

function limited(
  name: string,
  figure: number | null,
  write: (figure: number | null) => string | null,
  limit: number,
): (string | null)[] {
  return [name, write(figure), write(limit), verdict(figure, (n) => n <= limit)];
}

const inKilobytes = (bytes: number | null) =>
  bytes === null ? null : `${(bytes / 1024).toFixed(1)} KB`;
const inMilliseconds = (time: number | null) => (time === null ? null : `${time.toFixed(0)} 毫秒`);
