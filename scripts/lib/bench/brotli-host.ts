import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import sirv from 'sirv';

/** A built site served as a good static host does, which knows what was asked of it. */
export interface BrotliHost {
  /** Without a slash at its end. */
  url: string;
  /** What was asked for since the last call, in order. */
  takeAsked(): Asked[];
  close(): Promise<void>;
}

/** An answer that was sent. */
interface Asked {
  path: string;
  /** Of the body, as sent. */
  bytes: number;
  found: boolean;
  /** Asked for in case the reader goes on, not for this page. */
  ahead: boolean;
}

const TEXT = /\.(html|css|m?js|json|svg|txt|xml)$/u;
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
const compress = promisify(brotliCompress);

/** Serves the folder `site`, its text compressed beforehand with brotli at quality 11, on a free port of this machine. */
export async function serveBrotli(site: string): Promise<BrotliHost> {
  await compressAll(site);
  const serve = sirv(site, { brotli: true, etag: true });
  let asked: Asked[] = [];
  const server = createServer((request, response) => {
    const entry = {
      path: new URL(request.url ?? '/', 'http://site').pathname,
      bytes: 0,
      found: true,
      ahead: /prefetch/u.test(String(request.headers['sec-purpose'] ?? '')),
    };
    asked.push(entry);
    response.on('finish', () => {
      entry.found = response.statusCode < 400;
      entry.bytes = Number(response.getHeader('content-length') ?? 0);
    });
    serve(request, response, () => {
      response.writeHead(404).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    takeAsked: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function compressAll(site: string): Promise<void> {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => TEXT.test(name))) {
    const text = readFileSync(join(site, file));
    const small = await compress(text, { params });
    if (small.length < text.length) writeFileSync(join(site, `${file}.br`), small);
  }
}
