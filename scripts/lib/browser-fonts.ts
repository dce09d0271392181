import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from './installed.ts';
import { CACHE } from './npm-cache.ts';

/** Whole faces: of a font in slices, each page's process asks for dozens of files before it draws. */
const CHINESE = fileURLToPath(new URL('fonts/', packageFolder('@embedpdf/fonts-sc')));

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
export function fontsBesideSystem(): Record<string, string> {
  const system = process.env['FONTCONFIG_FILE'] ?? '/etc/fonts/fonts.conf';
  const include = `<include ignore_missing="yes">${system}</include>`;
  return fontConfig('beside-system', [include, `<dir>${CHINESE}</dir>`]);
}

/** The environment in which a browser has the fonts in `latin` and our Chinese one, no others. */
export function fontsFromNpm(latin: string): Record<string, string> {
  return fontConfig('from-npm', [`<dir>${latin}</dir>`, `<dir>${CHINESE}</dir>`]);
}

function fontConfig(name: string, content: string[]): Record<string, string> {
  const file = join(CACHE, `fonts-${name}.conf`);
  const lines = ['<fontconfig>', ...content, `<cachedir>${join(CACHE, 'fontconfig')}</cachedir>`];
  const text = `<?xml version="1.0"?>\n${[...lines, '</fontconfig>', ''].join('\n')}`;
  mkdirSync(CACHE, { recursive: true });
  // Written only when it changes: browsers started at the same time read it.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return { FONTCONFIG_FILE: file };
}
