import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { filesOf } from '../files-of.ts';
import { forApache } from './apache.ts';
import { policyOf } from './csp-of-pages.ts';
import { forNetlify } from './netlify.ts';
import { hasType } from './sent.ts';

/**
 * Writes what hosts read from the site itself: `.htaccess`, `_headers` and `.nojekyll`. Throws with the name of every
 * file for which no host could be told a type.
 */
export async function writeHostFiles(root: string): Promise<void> {
  const files = await filesOf(root);
  const untold = files.filter((file) => !hasType(file));
  if (untold.length) throw new Error(untold.map(noType).join('\n\n'));
  const policy = policyOf(
    root,
    files.filter((file) => file.endsWith('.html')),
  );
  await writeFile(join(root, '.htaccess'), forApache(policy));
  await writeFile(join(root, '_headers'), forNetlify(policy, files));
  await writeFile(join(root, '.nojekyll'), '');
}

/** For whoever put a file into `public/`, whose files go into the site as they are. */
function noType(file: string): string {
  return `public/${file}
  问题：这种文件（“${extname(file)}”）没有登记类型，服务器不知道怎样发送，浏览器会打不开。
  改法：换成常用的格式（图片用 .jpg、.png、.webp、.svg，文件用 .pdf）；一定要用的，在 src/finish/headers/sent.ts 的 TYPES 里登记它的类型。
  说明：README.md#部署`;
}
