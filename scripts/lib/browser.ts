import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { fontsBesideSystem, fontsFromNpm, systemHasChinese } from './browser-fonts.ts';
import { browserFolder } from './browser-from-npm.ts';

/** What is needed to start a browser; fits Playwright's `launchOptions`. */
export interface Browser {
  /** Where it was found, for the line that says which browser was tested. */
  name: string;
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium that draws Chinese: `CHROMIUM_PATH`, else the system's, else the one Playwright
 * downloaded, else the one in the npm package @sparticuz/chromium (Linux x64), which needs nothing
 * of the system; `CHROMIUM_PATH=npm` asks for that one. Throws with the command to run if none.
 */
export async function findBrowser(): Promise<Browser> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked === 'npm') return fromNpm();
  if (asked) {
    if (existsSync(asked)) return installed('CHROMIUM_PATH', asked);
    throw new Error(`Unexpected CHROMIUM_PATH "${asked}", expected the path of a Chromium`);
  }
  const system = systemChromium();
  if (system) return installed('system', system);
  if (existsSync(chromium.executablePath())) {
    return installed('Playwright', chromium.executablePath());
  }
  return fromNpm();
}

function installed(name: string, executablePath: string): Browser {
  const fonts = systemHasChinese() ? {} : fontsBesideSystem();
  return { name, executablePath, args: ARGS, env: { ...environment(), ...fonts } };
}

async function fromNpm(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Unexpected system ${process.platform} ${process.arch} without Chromium, expected one. ` +
        'Run: npx playwright install chromium (or set CHROMIUM_PATH)',
    );
  }
  const folder = await browserFolder();
  const fonts = fontsFromNpm(join(folder, 'fonts'));
  return {
    name: '@sparticuz/chromium',
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: { ...environment(), ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  };
}

function systemChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => [...folders, '/usr/bin'].map((at) => join(at, name)));
  return [...found, ...FIXED_PLACES].find((path) => existsSync(path) && starts(path));
}

/** Ubuntu's /usr/bin/chromium-browser without its snap is a file that only says so and fails. */
function starts(path: string): boolean {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(set);
}
