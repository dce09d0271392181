import type { Browser } from '@playwright/test';
import type { BrotliHost } from './brotli-host.ts';

/** What a page costs a reader who was never here, until the network is quiet. */
export interface FirstLoad {
  /** Of all bodies, as sent. */
  bytes: number;
  /** The page itself counts. */
  requests: number;
}

/**
 * Opens `path` in a fresh profile and counts what the server sent. The site's icon is left out, since browsers ask for
 * it when they like; so is what is fetched ahead for other pages, and what a service worker keeps once the page is
 * there (the build prints and limits that). Throws when something is missing.
 */
export async function firstLoad(
  browser: Browser,
  host: BrotliHost,
  path: string,
): Promise<FirstLoad> {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    host.takeAsked();
    const page = await context.newPage();
    await page.goto(host.url + path, { waitUntil: 'networkidle' });
    const asked = host
      .takeAsked()
      .filter(({ path, ahead }) => !ahead && !/\/favicon\.\w+$/u.test(path));
    const missing = asked.find(({ found }) => !found);
    if (missing) throw new Error(`Unexpected absence of ${missing.path}, asked for by ${path}`);
    return {
      bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: asked.length,
    };
  } finally {
    await context.close();
  }
}
