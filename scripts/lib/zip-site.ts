import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { filesOf } from '../../src/finish/files-of.ts';

/** The earliest day a zip can hold, by the clock on the wall, so that the same site is the same zip everywhere. */
const NO_DAY = new Date(1980, 0, 1);

/** Windows' Notepad of old reads UTF-8 only behind this mark, and lines only with both ends. */
const BOM = '\uFEFF';

/**
 * A zip of a built site for carrying: the folder `name` with the site in `site/` and a note to its reader beside it.
 * The same files give the same bytes.
 */
export async function zipSite(site: string, name: string): Promise<Uint8Array> {
  const entries: Zippable = {};
  entries[`${name}/说明.txt`] = Buffer.from(BOM + note(name).replaceAll('\n', '\r\n'));
  for (const file of await filesOf(site)) {
    entries[`${name}/site/${file}`] = await readFile(join(site, file));
  }
  return zipSync(entries, { mtime: NO_DAY, level: 9 });
}

function note(name: string): string {
  return `${name}

这是一个做好的网站，都是普通文件，不需要数据库和程序，也不需要连外网。

一、直接看
打开 site 文件夹，双击 index.html。可以阅读、点链接、自查、打印；搜索和复制按钮要放到服务器上才有。

二、放到服务器上
把 site 文件夹里的全部文件（连同以点开头的文件）复制到服务器的网站文件夹，放在根目录或任何一层文件夹下都可以。
nginx、Apache 和其他服务器怎样设置，见项目 README.md 的“部署”。
让服务器在找不到网页时返回 404.html 和状态码 404。

三、核对有没有损坏
在 site 文件夹里运行（Linux）：sha256sum -c --quiet SHA256SUMS
没有任何输出，就是全部一致。
没有命令行的电脑，可以请交付的人核对压缩包本身的 SHA-256。

四、核对有没有被人改过
SHA256SUMS 和网站放在一起，改网站的人可以连它一起改。要确认没有被改过：
1. 用别的途径（电话、公文）向交付的人要压缩包的 SHA-256，和收到的压缩包比；
2. 或者在有项目代码的电脑上，切换到同一个版本，运行
   npm run build
   npm run verify -- 网址或文件夹

代码和数据的许可见 site/licenses.txt。
`;
}
