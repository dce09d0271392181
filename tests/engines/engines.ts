/** The engines the site is promised to work in, each started anew. */

import { findBrowser } from '../../scripts/lib/browser.ts';
import { fontsBesideSystem, systemHasChinese } from '../../scripts/lib/browser-fonts.ts';
import { fromDebian } from './debian.ts';
import type { Engine } from './driver.ts';
import { oldChromium } from './old-chromium.ts';
import { startPuppeteer } from './puppeteer-driver.ts';
import { startWebKit } from './webkit.ts';

/** As its README starts it: it is built for machines without a screen, of one process. */
const OLD_ARGS = ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote'];

export const ENGINES: Engine[] = [
  {
    id: 'chromium',
    name: 'Chromium',
    start: async () => {
      const { executablePath, args, env } = await findBrowser();
      return startPuppeteer({ executablePath, args, env });
    },
  },
  {
    id: 'firefox',
    name: 'Firefox ESR',
    start: async () => {
      const executablePath = fromDebian(['firefox-esr'], '/usr/bin/firefox-esr');
      // Its sandbox reads fonts of the system only.
      if (!systemHasChinese()) fromDebian(['fonts-noto-cjk'], '/usr/share/fonts/*/noto/*CJK*');
      return startPuppeteer({ browser: 'firefox', executablePath, env: withFonts() });
    },
  },
  {
    id: 'chromium-103',
    name: 'Chromium 103',
    start: async () =>
      startPuppeteer({
        executablePath: await oldChromium(),
        args: OLD_ARGS,
        env: withFonts(),
      }),
  },
  { id: 'webkit', name: 'WebKitGTK', start: async () => startWebKit(withFonts()) },
];

/** This environment, with a Chinese font where the system has none. */
function withFonts(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const fonts = systemHasChinese() ? {} : fontsBesideSystem();
  return { ...Object.fromEntries(set), ...fonts };
}
