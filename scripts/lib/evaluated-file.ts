import { readFileSync } from 'node:fs';
import { formatProblem, type Problem, type Section } from '../../src/domain/problem.ts';

/** What an evaluation is asked to read: `npm run -s eval:… -- FILE [--policy ID] [--json]`. */
interface EvaluatedFile {
  file: string;
  text: string;
  json: boolean;
}

/** Says why a file cannot be used, and ends with exit 2. */
export function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The file named on the command line, or exit 2. `command` is the script's name in package.json. */
export function evaluatedFile(command: string, section: Section): EvaluatedFile {
  const args = process.argv.slice(2);
  const file = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--policy');
  if (!file) refuse(`用法：npm run -s ${command} -- 文件 [--policy 政策] [--json]`);
  try {
    return { file, text: readFileSync(file, 'utf8'), json: args.includes('--json') };
  } catch {
    refuse(
      formatProblem({ file, line: 1, problem: '打不开这个文件。', fix: '核对路径。', section }),
    );
  }
}

/** Goes on only when there is nothing to mend. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length) refuse(problems.map(formatProblem).join('\n\n'));
}
