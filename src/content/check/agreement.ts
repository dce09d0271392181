import type { Problem } from '../../domain/problem.ts';
import type { SelfcheckFiles } from '../../domain/selfcheck/assemble.ts';
import type { NamedClauseFile } from '../read/policy.ts';

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
  for (const [id, own] of Map.groupBy(Object.entries(outcomes), ([, { clause }]) => clause)) {
    // Names that lead nowhere are told of elsewhere.
    const shown = new Set(
      own
        .flatMap(([, { gaps: open, cases = [] }]) => [
          ...open,
          ...cases.flatMap((line) => line.gaps ?? []),
        ])
        .filter((gap) => Object.hasOwn(gaps, gap)),
    );
    const file = clauseFiles.find((one) => one.id === id);
    if (!file) {
      if (shown.size > 0) found.push(missingFile(`${folder}clauses/${id}.mdx`, id, [...shown]));
      continue;
    }
    const { data, lineAt, path } = file;
    if (!data) continue;
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
    const decided = own.filter(([, { cases }]) => cases !== undefined).map(([name]) => name);
    for (const [topic, { outcomes: asked }] of Object.entries(topics)) {
      const here = asked.filter((name) => decided.includes(name));
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
  return found;
}

/** A clause that nobody has written about shows nowhere what its outcomes leave open. */
function missingFile(file: string, id: string, open: readonly string[]): Problem {
  return {
    file,
    line: 1,
    section: '条款文件',
    problem: `没有这个文件，${id} 的结论却列了没有写明的 ${open.join('、')}，条款页上看不到。`,
    fix: `放入这个文件，上半部分写 open: [${open.join(', ')}] 等各项；不想写说明的，下半部分空着。`,
  };
}
