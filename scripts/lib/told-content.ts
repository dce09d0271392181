import { checkContent } from '../../src/content/check/content.ts';
import { formatInContent, type LoadedContent } from './content.ts';
import { siteUrlFault } from './site-url.ts';

/** A line of `policy.yml` that intake has guessed and nobody has looked at. */
const GUESSED = /# 猜的：/u;

/** Tells everything an editor should mend in the content, and in the site's address, all at once; whether there is nothing. */
export function tellContent({ folder, files }: LoadedContent, day: string | undefined): boolean {
  const address = siteUrlFault(process.env['SITE_URL']);
  const told = [
    ...(address ? [address] : []),
    ...checkContent(files, day).map((problem) => formatInContent(folder, problem)),
  ];
  if (told.length) {
    console.error(told.join('\n\n'));
    console.error(`\n内容检查：${told.length} 处要改。`);
  } else console.log(`内容检查通过，共 ${files.size} 个文件。`);
  const guessed = [...files].filter(([, { text }]) => GUESSED.test(text)).map(([path]) => path);
  if (guessed.length)
    console.log(
      `还有带“猜的”的，对照原件看过就把备注删去：${guessed.map((path) => `${folder}/${path}`).join('、')}`,
    );
  return told.length === 0;
}
