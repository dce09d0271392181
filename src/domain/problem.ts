/**
 * A thing for an editor to mend. Pure data: checks make problems, reporters print them.
 * All three texts are Chinese, because editors read them.
 */
export interface Problem {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** Line in that file, from 1. */
  line: number;
  /** What stands there and what is wrong with it, in policy words. */
  problem: string;
  /** What to write instead, ready to copy where that can be known. */
  fix: string;
  /** Heading of `content/README.md` that explains the rule. */
  section: string;
}

/** A problem found in a text whose file the finder does not know. */
export type Finding = Omit<Problem, 'file'>;

/** Problems in reading order: by file, then line; equal ones once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .filter((p) => {
      const key = JSON.stringify([p.file, p.line, p.problem]);
      return seen.has(key) ? false : seen.add(key);
    });
}

/** The house form of a message: place, what is wrong, how to mend it, where to read more. */
export function formatProblem({ file, line, problem, fix, section }: Problem): string {
  return `${file}:${line}\n  问题：${problem}\n  改法：${fix}\n  说明：content/README.md#${section}`;
}
