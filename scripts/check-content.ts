import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { formatProblem } from '../src/domain/problem.ts';
import { checkContent } from '../src/editing/check-content.ts';
import type { ContentFiles } from '../src/editing/content-files.ts';

const ROOT = 'content';

/** Reads `content/` whole; file names that systems leave behind are passed over. */
function readContent(): ContentFiles {
  const entries = readdirSync(ROOT, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && !/^(\.|Thumbs\.db$)/u.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return [path.split(sep).join('/'), { text: bytes.toString('utf8'), sha256 }];
      }),
  );
}

const files = readContent();
const problems = checkContent(files);
if (problems.length) {
  console.error(problems.map(formatProblem).join('\n\n'));
  console.error(`\n内容检查：${problems.length} 处要改。`);
  process.exitCode = 1;
} else {
  console.log(`内容检查通过，共 ${files.size} 个文件。`);
}
