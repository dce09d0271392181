/** The built site as evaluations of the search load it: on a port of its own, knowing what it was asked for. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { siteHandler } from '../site-handler.ts';

const DIST = process.env['DIST'] ?? 'dist';
const QUIET = 400;

/** The built site on a port of its own, which knows what it was asked for. */
export interface Site {
  url: string;
  /** A set that from now on, until the next call, gathers the paths asked for, by whichever thread of the browser. */
  record(): Set<string>;
  /** Waits until nothing more is asked for. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function serve(): Promise<Site> {
  const handler = siteHandler(DIST);
  let asked = new Set<string>();
  let last = 0;
  const server = createServer((request, response) => {
    asked.add(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
    last = performance.now();
    handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    record: () => {
      asked = new Set();
      return asked;
    },
    quiet: async () => {
      do await sleep(QUIET);
      while (performance.now() - last < QUIET);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A page of a reader who was never here. */
export async function onFreshPage<T>(
  browser: Browser,
  visit: (page: Page) => Promise<T>,
): Promise<T> {
  // The worker that keeps pages for reading offline would load the search's files by itself.
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    return await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Opens an address of the site; throws with the command to run when the site is not built. */
export async function open(page: Page, address: string): Promise<void> {
  const { pathname } = new URL(address);
  if (!existsSync(join(DIST, pathname))) {
    throw new Error(`Unexpected absence of ${DIST}${pathname}, expected it. Run: npm run build`);
  }
  await page.goto(address);
}

/** Whether the built site has a file. */
export function hasFile(path: string): boolean {
  return existsSync(join(DIST, path));
}

/** A file of the built site, read. */
export function readJson<T>(path: string): T {
  if (!hasFile(path))
    throw new Error(`Unexpected absence of ${DIST}${path}, expected it. Run: npm run build`);
  return JSON.parse(readFileSync(join(DIST, path), 'utf8'));
}

/** Whether a file is for the search by its name or folder: its code, style, tables and engines, no page. */
export function isForSearch(path: string): boolean {
  return /search[^/]*\.(?:js|css|json)$|^\/(?:pagefind|search)\//iu.test(path);
}

/** Bytes of the files that answered some paths, as brotli sends them. */
export function bytesOf(paths: ReadonlySet<string>): number {
  return [...paths].reduce((sum, path) => sum + bytesOfFile(path), 0);
}

/** The file that answered a path, as brotli sends it; as it is, where brotli makes it no smaller. */
function bytesOfFile(path: string): number {
  const file = [path, '404.html'].map((name) => join(DIST, name)).find(existsSync);
  if (!file) return 0;
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return Math.min(content.length, brotliCompressSync(content, { params }).length);
}
