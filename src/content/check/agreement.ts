import type { Problem } from '../../domain/problem.ts';
import type { SelfcheckFiles } from '../../domain/selfcheck/assemble.ts';
import type { NamedClauseFile } from '../read/policy.ts';

/**
 * Where the self-check and the clauses' own files part: what an outcome shows as not stated and its clause does not.
 * Told with the clause, which is to follow.
 */
export function checkAgreement(
  clauseFiles: readonly NamedClauseFile[],
  { outcomes, gaps }: SelfcheckFiles,
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
