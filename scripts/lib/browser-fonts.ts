import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import decompress from 'woff2-encoder/decompress';
import { installedVersion, packageFolder } from './installed.ts';
import { CACHE, npmCache } from './npm-cache.ts';

const FONT = '@fontsource-variable/noto-sans-sc';

/** Folders fontconfig knows by default, for systems that lack its command. */
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
];

const CHINESE_FONT = /cjk|notos\w+sc|sourcehan|wqy|wenquan|droidsansfallback|uming|ukai|simsun/i;

/** Whether the system can draw Chinese by itself: without a font for it, Chinese is drawn blank. */
export function systemHasChinese(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  if (list.status === 0) return list.stdout.trim() !== '';
  return FOLDERS.filter((at) => existsSync(at)).some((at) =>
    readdirSync(at, { recursive: true, encoding: 'utf8' }).some((file) => CHINESE_FONT.test(file)),
  );
}

/** The environment in which a browser has the system's fonts and our Chinese one. */
export async function fontsBesideSystem(): Promise<Record<string, string>> {
  const system = process.env['FONTCONFIG_FILE'] ?? '/etc/fonts/fonts.conf';
  const include = `<include ignore_missing="yes">${system}</include>`;
  return fontConfig('beside-system', [include, `<dir>${await chineseFont()}</dir>`]);
}

/** The environment in which a browser has the fonts in `latin` and our Chinese one, no others. */
export async function fontsFromNpm(latin: string): Promise<Record<string, string>> {
  return fontConfig('from-npm', [`<dir>${latin}</dir>`, `<dir>${await chineseFont()}</dir>`]);
}

/** The font's slices as plain TrueType: the FreeType inside Chromium does not read woff2. */
function chineseFont(): Promise<string> {
  return npmCache(`noto-sans-sc-${installedVersion(FONT)}`, async (unfinished) => {
    const files = fileURLToPath(new URL('files/', packageFolder(FONT)));
    for (const slice of readdirSync(files).filter((name) => name.endsWith('-normal.woff2'))) {
      const font = await decompress(readFileSync(join(files, slice)));
      writeFileSync(join(unfinished, slice.replace('.woff2', '.ttf')), font);
    }
  });
}

function fontConfig(name: string, content: string[]): Record<string, string> {
  const file = join(CACHE, `fonts-${name}.conf`);
  const lines = ['<fontconfig>', ...content, `<cachedir>${join(CACHE, 'fontconfig')}</cachedir>`];
  const text = `<?xml version="1.0"?>\n${[...lines, '</fontconfig>', ''].join('\n')}`;
  // Written only when it changes: browsers started at the same time read it.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return { FONTCONFIG_FILE: file };
}
