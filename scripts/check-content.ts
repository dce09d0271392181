/** Everything an editor should mend in the content folder, and in the site's address, all at once; exit 1 while there is something. */
import { checkContent } from '../src/content/check/content.ts';
import { formatInContent, loadContent } from './lib/content.ts';
import { siteUrlFault } from './lib/site-url.ts';

const { folder, files } = loadContent();
const address = siteUrlFault(process.env['SITE_URL']);
const told = [
  ...(address ? [address] : []),
  ...checkContent(files).map((problem) => formatInContent(folder, problem)),
];
if (told.length) {
  console.error(told.join('\n\n'));
  console.error(`\n内容检查：${told.length} 处要改。`);
  process.exitCode = 1;
} else {
  console.log(`内容检查通过，共 ${files.size} 个文件。`);
}
