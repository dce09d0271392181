/** The kinds of host the built site must work on, each a small server on a free port. */

import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { type Handler, siteHandler } from '../scripts/lib/site-handler.ts';
import { cacheControl, typeOf } from '../src/finish/headers/sent.ts';
import { DIST } from './dist-folder.ts';

/** A running server; `url` ends in a slash and is where the site's index.html belongs. */
export interface Host {
  url: string;
  close: () => Promise<void>;
}

const PREFIX = '/a/b';
/** Between the two parts of a page, in milliseconds. */
const PAUSE = 20;

/** The site at the root of a domain. */
export const root = { start: (folder = DIST) => start(siteHandler(folder)) };

/** The site under the path /a/b/ of a domain; outside it there is nothing. */
export const under = { start: (folder = DIST) => start(underPrefix(folder), `${PREFIX}/`) };

/** The site three times on one host, which is one storage to the browser: under /a/, under /b/, and under /a/c/ inside. */
export const beside = {
  start() {
    const serve = siteHandler(DIST);
    return start((request, response) => {
      request.url = request.url?.replace(/^\/(?:a\/c|a|b)(?=\/)/u, '');
      serve(request, response);
    });
  },
};

/**
 * Object storage: exact file names only, no index.html for `/`, no rewrites, no page for 404; type and caching as set on
 * each. A page comes in two parts, as from afar, so that a test that looks before the whole is there fails always.
 */
export const exact = { start: (folder = DIST) => start(exactNames(folder)) };

/** A host that drops `.html` from every address, as Cloudflare Pages does. */
export const bare = { start: (folder = DIST) => start(withoutEndings(folder)) };

/** A server that answers 503 to everything once `fail` was called. */
export const failing = {
  async start(): Promise<Host & { fail: () => void }> {
    const serve = siteHandler(DIST);
    let fails = false;
    const host = await start((request, response) => {
      if (fails) response.writeHead(503).end('busy');
      else serve(request, response);
    });
    return {
      ...host,
      fail: () => {
        fails = true;
      },
    };
  },
};

/** A server that takes several slashes for one, and whatever stands before `https://` for nothing. */
export const merging = {
  start() {
    const serve = siteHandler(DIST);
    return start((request, response) => {
      const [path = '', ...query] = (request.url ?? '').split('?');
      const own = path.replace(/^.*https:\/\/[^/]+/u, '').replace(/\/+/gu, '/');
      request.url = [own, ...query].join('?');
      serve(request, response);
    });
  },
};

/** A server that sends half of each page and waits: `send` sends the rest, `cut` breaks the connection. */
export const halting = {
  async start(): Promise<Host & { send: () => void; cut: () => void }> {
    const serve = siteHandler(DIST);
    let send = () => {};
    let cut = () => {};
    const host = await start((request, response) => {
      const { url = '' } = request;
      if (!url.endsWith('.html')) {
        serve(request, response);
        return;
      }
      const page = readFileSync(join(DIST, url));
      const half = page.length / 2;
      response
        .writeHead(200, { 'Content-Type': typeOf(url), 'Content-Length': page.length })
        .write(page.subarray(0, half));
      send = () => response.end(page.subarray(half));
      cut = () => response.destroy();
    });
    return { ...host, send: () => send(), cut: () => cut() };
  },
};

async function start(handler: Handler, path = '/'): Promise<Host> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function underPrefix(folder: string): Handler {
  const serve = siteHandler(folder);
  return (request, response) => {
    if (!request.url?.startsWith(`${PREFIX}/`)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(PREFIX.length);
    serve(request, response);
  };
}

function withoutEndings(folder: string): Handler {
  const serve = siteHandler(folder);
  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.endsWith('.html')) {
      const address = pathname.replace(/(?:index)?\.html$/u, '') + search;
      response.writeHead(308, { Location: address }).end();
      return;
    }
    if (/\/[^./]+$/u.test(pathname)) request.url = `${pathname}.html${search}`;
    serve(request, response);
  };
}

function exactNames(folder: string): Handler {
  const top = resolve(folder) + sep;
  return (request, response) => {
    const pathname = (request.url ?? '/').replace(/[?#].*$/u, '');
    const file = join(top, decoded(pathname));
    // A name with two slashes is another name.
    if (
      pathname.includes('//') ||
      !file.startsWith(top) ||
      !statSync(file, { throwIfNoEntry: false })?.isFile()
    ) {
      response.writeHead(404).end();
      return;
    }
    const kept = cacheControl(pathname.slice(1));
    response.writeHead(200, { 'Content-Type': typeOf(file), 'Cache-Control': kept });
    const content = readFileSync(file);
    if (!file.endsWith('.html')) {
      response.end(content);
      return;
    }
    const half = content.length / 2;
    response.write(content.subarray(0, half));
    setTimeout(() => response.end(content.subarray(half)), PAUSE);
  };
}

/** A name that is not encoded rightly is read as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
