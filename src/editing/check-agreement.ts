import type { Problem } from '../domain/problem.ts';
import type { SelfcheckFiles } from '../domain/selfcheck/assemble.ts';
import type { NamedClauseFile } from './check-clause.ts';

/**
 * Where the self-check and the clauses' own files part: what an outcome shows as not stated and its clause does not,
 * and outcomes of a topic whose clause does not belong to it. Told with the clause, which is to follow.
 */
export function checkAgreement(
  clauseFiles: readonly NamedClauseFile[],
  { outcomes, topics, gaps }: SelfcheckFiles,
  folder: string,
): Problem[] {
  const found: Problem[] = [];
  /** What an outcome shows as not stated; names that lead nowhere are told of elsewhere. */
  const shownBy = ({ gaps: open, cases = [] }: SelfcheckFiles['outcomes'][string]) =>
    [...open, ...cases.flatMap((line) => line.gaps ?? [])].filter((gap) =>
      Object.hasOwn(gaps, gap),
    );
  const decided = Object.entries(outcomes).filter(([, { cases }]) => cases !== undefined);
  for (const { id, path, data, lineAt } of clauseFiles) {
    if (!data) continue;
    const own = Object.entries(outcomes).filter(([, { clause }]) => clause === id);
    const shown = new Set(own.flatMap(([, outcome]) => shownBy(outcome)));
    const untold = [...shown].filter((gap) => !data.open.includes(gap));
    if (untold.length > 0) {
      found.push({
        file: path,
        line: lineAt(['open']),
        section: '没有写明',
        problem: `${id} 的结论列了没有写明的 ${untold.join('、')}，这里的 open 没有列。`,
        fix: `在 open 里加上 ${untold.join(', ')}；与这一条无关的，从结论的 gaps 里删去。`,
      });
    }
    for (const [topic, { outcomes: asked }] of Object.entries(topics)) {
      const here = asked.filter((name) =>
        decided.some(([outcome, { clause }]) => outcome === name && clause === id),
      );
      if (here.length === 0 || data.topics.includes(topic)) continue;
      found.push({
        file: path,
        line: lineAt(['topics']),
        section: '主题',
        problem: `主题“${topic}”的自查里有本条的结论 ${here.join('、')}，本条却不在这个主题里。`,
        fix: `在 topics 里加上 ${topic}，或者从 selfcheck/topics/${topic}.yml 的 outcomes 里删去。`,
      });
    }
  }
  const written = new Set(clauseFiles.map(({ id }) => id));
  const bare = new Set(
    Object.values(outcomes)
      .map(({ clause }) => clause)
      .filter((id) => !written.has(id)),
  );
  for (const id of bare) {
    const own = Object.values(outcomes).filter(({ clause }) => clause === id);
    const open = [...new Set(own.flatMap(shownBy))];
    if (open.length === 0) continue;
    found.push({
      file: `${folder}clauses/${id}.mdx`,
      line: 1,
      section: '条款文件',
      problem: `没有这个文件，${id} 的结论却列了没有写明的 ${open.join('、')}，条款页上看不到。`,
      fix: `放入这个文件，上半部分写 open: [${open.join(', ')}] 等各项；不想写说明的，下半部分空着。`,
    });
  }
  return found;
}
