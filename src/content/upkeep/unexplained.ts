import { formatPlace, formatShort, nameOf } from '../../domain/policy/citation.ts';
import { type Clause, hasPage } from '../../domain/policy/clause.ts';
import { hasEnded, sayState, statusOf } from '../../domain/policy/status.ts';
import { clauseHref, policyHref } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import { isTextInForce } from '../read/editions.ts';
import type { PolicyFolder } from '../read/policy.ts';
import type { Upkeep } from './upkeep.ts';

/**
 * What of a policy nobody has explained: clauses without words of ours, gaps that nothing fills, or nothing known to be in
 * force. What has ended need not be.
 */
export function unexplained(folder: PolicyFolder, content: Content, day: string): Upkeep[] {
  if (hasEnded(statusOf(folder.info.data?.events ?? [], day))) return [];
  return [...notShown(folder, content, day), ...openGaps(folder), ...wordless(folder)];
}

/** Gaps that a document fills of which nobody knows that it is in force: so pages show them open. */
function notShown({ id, gaps }: PolicyFolder, { policies }: Content, day: string): Upkeep[] {
  return Object.entries(gaps.data ?? {}).flatMap(([gap, { title, filled = [] }]) =>
    filled.flatMap(({ policy: other, clause }, i) => {
      const folder = policies.find((one) => one.id === other);
      const { policy, info } = folder ?? {};
      if (!folder || !policy || !info?.data || isTextInForce(folder, day)) return [];
      const status = statusOf(info.data.events, day);
      const isText = status.state === 'in-force';
      return {
        kind: 'not-shown' as const,
        policy: id,
        file: gaps.file,
        line: gaps.lineAt([gap, 'filled', i]),
        what: `“${title}”写了由${nameOf(policy)}${formatPlace(policy, clause)}写明，那份文件${isText ? '现在适用的不是 source.txt 这一版' : sayState(status)}，网页上还是“没有写明”。`,
        todo: `核实${nameOf(policy)}${isText ? '这一版从哪一天起' : '是否'}施行，写进 ${info.file} 的 events。`,
        href: clauseHref(other, clause),
      };
    }),
  );
}

function openGaps({ id, info, gaps }: PolicyFolder): Upkeep[] {
  const open = Object.entries(gaps.data ?? {}).filter(([, { filled }]) => !filled);
  const [first] = open;
  if (!first) return [];
  return [
    {
      kind: 'open',
      policy: id,
      file: gaps.file,
      line: gaps.lineAt([first[0]]),
      what: `${open.length} 件事没有写明，也没有收录写明它的文件。`,
      todo: `问${info.data?.ask ?? '发文机关'}；别的文件写明了的，收录那份文件，在 filled 里照抄那一句。`,
      href: policyHref(id),
      list: open.map(([, { title }]) => ({ text: title })),
    },
  ];
}

/** Only of policies that somebody has begun to explain. */
function wordless({ id, folder, policy, clauses }: PolicyFolder): Upkeep[] {
  if (!policy || clauses.length === 0) return [];
  const explained = new Set(clauses.map((one) => one.id));
  const without = policy.clauses.filter(
    (clause) => hasPage(clause) && saysSomething(clause) && !explained.has(clause.id),
  );
  if (without.length === 0) return [];
  return [
    {
      kind: 'wordless',
      policy: id,
      file: `${folder}clauses`,
      line: 1,
      what: `${without.length} 条还没有说明；有说明的 ${explained.size} 条。`,
      todo: '常有人问到的先写，在 clauses 里加一个同名的文件；看了原文就懂的，不写也行。',
      href: policyHref(id),
      list: without.map((clause) => ({
        text: `${formatShort(policy, clause.id)}（${clause.id}）`,
        href: clauseHref(id, clause.id),
      })),
    },
  ];
}

/** Whether there is more in a clause than a heading over others, or the rows of a table. */
function saysSomething({ paragraphs }: Clause): boolean {
  return paragraphs.some(({ role }) => role !== 'heading' && role !== 'row');
}
