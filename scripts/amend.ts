/**
 * `npm run amend -- DECISION [--policy ID] [--to DATE]`: carries out a deciding document (修改决定、修正案) on the edition
 * before it. Writes the next edition into `policies/<id>/editions/<date>`; where that edition has been received, proves it
 * instead and writes nothing. Exit 0 when all was carried out and agrees, 1 if something is left to a person, differs or was
 * refused, 2 on wrong usage.
 */

import { applyDecision, carryHints } from '../src/domain/editions/amend.ts';
import { amendNote } from '../src/domain/editions/amend-note.ts';
import { readDecision } from '../src/domain/editions/decision-read.ts';
import { formatDocument } from '../src/domain/policy/citation.ts';
import { readMetadata } from '../src/domain/policy/metadata.ts';
import { splitPolicy } from '../src/domain/policy/split.ts';
import { Refusal } from '../src/intake/reading.ts';
import { type AskedAmendment, readAsked } from './lib/amend/asked.ts';
import { editionFiles, writeEdition } from './lib/amend/edition-folder.ts';
import {
  type Dated,
  type Decision,
  editionsOf,
  findAmended,
  findDecision,
} from './lib/amend/find.ts';
import { tellCitations, tellDifferences, tellItems, tellNext } from './lib/amend/tell.ts';
import { type LoadedContent, loadContent } from './lib/content.ts';
import { refuse } from './lib/evaluated-file.ts';

const asked = readAsked(process.argv.slice(2));
if (typeof asked === 'string') refuse(asked);
const content = loadContent();
try {
  amend(content, findDecision(content, asked.decision), asked);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.exitCode = 1;
  console.error(`${asked.decision}\n  没有改：${error.message.replaceAll('\n', '\n  ')}`);
}

function amend(
  content: LoadedContent,
  decision: Decision,
  { policy: id, to: date }: AskedAmendment,
): void {
  const { policy, title } = findAmended(content, decision, id);
  const to = date ?? decision.issued;
  if (!to)
    throw new Refusal('决定里没有认出日期，不知道是哪一天的版本。在命令后面写 --to 和日期。');
  const { base, received } = editionsAround(editionsOf(policy), to);
  const { source, info } = base.text;
  if (!source || !info.data)
    throw new Refusal(
      `${base.text.folder} 里的 source.txt 或者 policy.yml 读不了，先运行 npm run check。`,
    );
  const hints = info.data;
  const instructions = readDecision(decision.source, title);
  if (instructions.length === 0)
    throw new Refusal(`${decision.file} 里没有读到要怎样改《${title}》。`);
  const amended = applyDecision({ source: source.text, hints }, instructions);
  console.log(
    `${formatDocument(decision)}\n  改 ${policy.id}《${title}》：上一版 ${base.date}（${base.text.folder}），这一版 ${to}`,
  );
  if (amended.problems.length > 0)
    throw new Refusal(
      amended.problems.map(({ problem, fix }) => `${problem}\n  ${fix}`).join('\n'),
    );
  const next = carryHints(hints, amended.lines);
  const note = amendNote(amended.text, next, decision);
  for (const line of [...tellItems(instructions, amended), ...tellCitations(amended)])
    console.log(line);
  if (note.left) console.log(`  （题注） 留给人做：${note.left}`);
  const isLeft = amended.left.length > 0;
  if (isLeft || amended.citations.length > 0) process.exitCode = 1;
  if (received) prove(note.text, received, isLeft);
  else {
    const stated = readMetadata(splitPolicy(note.text, next).clauses).title?.value;
    const files = editionFiles(note.text, hints, stated || hints.title, decision, next);
    const folder = writeEdition(content.folder, policy.id, to, files);
    console.log(`写到 ${folder}。`);
    for (const line of tellNext(policy, decision, isLeft)) console.log(line);
  }
}

/** The edition before a day, and the one of that day, where it has been received. */
function editionsAround(
  editions: readonly Dated[],
  to: string,
): { base: Dated; received: Dated | undefined } {
  const base = editions.findLast(({ date }) => date < to);
  const [first] = editions;
  if (!base)
    throw new Refusal(
      `收录的最早一版是 ${first?.date ?? ''}，没有比 ${to} 更早的，不知道照哪一版改。\n把改以前的文本收到 editions 里，或者核对 --to 的日期。`,
    );
  const received = editions.find(({ date }) => date === to);
  return { base, received };
}

function prove(result: string, { text, date }: Dated, isLeft: boolean): void {
  const given = text.source?.text ?? '';
  const differences = tellDifferences(result, given);
  const where = `收到的文本（${text.folder}source.txt，${date}）`;
  if (differences.length === 0) {
    const exact = result === given ? '一字不差' : '只有空格、标点的宽窄不同';
    console.log(`与${where}一致：${exact}。什么也没有写。`);
    return;
  }
  process.exitCode = 1;
  console.log(`与${where}不一致，什么也没有写：`);
  for (const line of differences) console.log(line);
  console.log(
    `下一步：逐处核对${isLeft ? '，先看留给人做的几项' : ''}；收到的文本有错的，改它；决定没有写、文字不同的，在对照里会单独列出。`,
  );
}
