import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';
import { COPIED, type Shipped } from './shipped.ts';

/** The list as it stands in the site. */
const LICENSES = 'licenses.txt';

const LICENSE_FILE = /^(licen[sc]es?|copying|notice|third[-_]party)/iu;

interface Manifest {
  name: string;
  version: string;
  license?: string;
}

/**
 * Writes the licences of all that ships: this project's, that of what is copied, and that of what was bundled, given by
 * its folders. Throws where a package brings no licence text, since it may not be passed on without.
 */
export async function writeLicenses(root: string, bundled: Iterable<string>): Promise<void> {
  const own = await entry({ folder: '.', where: '本站自己的代码' });
  const others = new Map<string, string>();
  const inScripts = [...bundled].map((folder) => ({ folder, where: '_astro/ 里的脚本' }));
  for (const shipped of [...COPIED, ...inScripts]) {
    const written = await entry(shipped);
    others.set(written.name, others.get(written.name) ?? written.text);
  }
  const sorted = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  const head =
    '本网站带有的代码和数据，及其许可全文。由生成步骤写出，网站里有什么就列什么。\n政策原文是官方文件，不在许可范围内。\n';
  await writeFile(join(root, LICENSES), [head, own.text, ...sorted].join(`\n${'='.repeat(72)}\n`));
}

async function entry({ folder, where }: Shipped): Promise<{ name: string; text: string }> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license = '见下文' } = manifest;
  const texts = await licenseTexts(folder);
  if (texts.length === 0) {
    throw new Error(`Unexpected absence of a licence text in ${name}, expected a file LICENSE`);
  }
  const head = `${name} ${version}\n许可：${license}\n用在：${where}\n`;
  return { name, text: [head, ...texts].join(`\n${'-'.repeat(72)}\n`) };
}

/** The texts of all licence files of a package, also of those in a folder of that name. */
async function licenseTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const wanted = entries.filter(({ name }) => LICENSE_FILE.test(name));
  const files = await Promise.all(
    wanted.map(async (found) =>
      found.isDirectory()
        ? (await filesOf(join(folder, found.name))).map((file) => join(found.name, file))
        : [found.name],
    ),
  );
  const texts = await Promise.all(
    files
      .flat()
      .sort()
      .map((file) => readFile(join(folder, file), 'utf8')),
  );
  return texts.map((text) => `${text.replaceAll('\r\n', '\n').trim()}\n`);
}
