/** Everything an editor should mend in `content/`, and in the site's address, all at once; exit 1 while there is something. */

import { checkContent } from '../src/content/check/content.ts';
import { formatProblem } from '../src/domain/problem.ts';
import { readContent } from './lib/read-content.ts';
import { siteUrlFault } from './lib/site-url.ts';

const files = readContent();
const address = siteUrlFault(process.env['SITE_URL']);
const told = [...(address ? [address] : []), ...checkContent(files).map(formatProblem)];
if (told.length) {
  console.error(told.join('\n\n'));
  console.error(`\n内容检查：${told.length} 处要改。`);
  process.exitCode = 1;
} else {
  console.log(`内容检查通过，共 ${files.size} 个文件。`);
}
