/** Everything an editor should mend in `content/`, all at once; exit 1 while there is something. */
import { formatProblem } from '../src/domain/problem.ts';
import { checkContent } from '../src/editing/check-content.ts';
import { readContent } from './read-content.ts';

const files = readContent();
const problems = checkContent(files);
if (problems.length) {
  console.error(problems.map(formatProblem).join('\n\n'));
  console.error(`\n内容检查：${problems.length} 处要改。`);
  process.exitCode = 1;
} else {
  console.log(`内容检查通过，共 ${files.size} 个文件。`);
}
