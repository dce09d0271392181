import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { ALWAYS, CACHE, cacheControl, typeOf } from '../../src/finish/headers/sent.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves the built site in `folder` as an ordinary static host does: `/` is index.html, and an
 * unknown address answers 404 with 404.html, each with the headers that hosts are asked to send. Throws when the site is not built.
 */
export function siteHandler(folder: string): Handler {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(
      `Unexpected absence of ${folder}/index.html, expected the built site. Run: npm run build`,
    );
  }
  const policy = policyFor(folder);
  const always = { ...ALWAYS, ...(policy && { 'Content-Security-Policy': policy }) };
  const serve = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      const file = path.endsWith('/') ? 'index.html' : path.slice(1);
      const headers = {
        ...always,
        'Cache-Control': cacheControl(file),
        'Content-Type': typeOf(file),
      };
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  const notFound = join(folder, '404.html');
  return (request, response) => {
    const refuse = () => {
      const page = existsSync(notFound) ? readFileSync(notFound) : '';
      const headers = { ...always, 'Cache-Control': CACHE.fresh };
      response.writeHead(404, { ...headers, 'Content-Type': typeOf('404.html') }).end(page);
    };
    // A page shown as if it were a folder would look for its files one level too deep.
    if (/[^/]\/(?:[?#]|$)/u.test(request.url ?? '')) refuse();
    else serve(request, response, refuse);
  };
}

/** The policy the build wrote for hosts that read it from the site; a folder made by hand has none. */
function policyFor(folder: string): string | undefined {
  const file = join(folder, '_headers');
  if (!existsSync(file)) return undefined;
  return /^ {2}Content-Security-Policy: (.+)$/mu.exec(readFileSync(file, 'utf8'))?.[1];
}
