import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves the built site in `folder` as an ordinary static host does: `/` is index.html, and an
 * unknown address answers 404 with 404.html. Throws when the site is not built.
 */
export function siteHandler(folder: string): Handler {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(
      `Unexpected absence of ${folder}/index.html, expected the built site. Run: npm run build`,
    );
  }
  const serve = sirv(folder, { etag: true });
  const notFound = join(folder, '404.html');
  return (request, response) =>
    serve(request, response, () => {
      const page = existsSync(notFound) ? readFileSync(notFound) : '';
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(page);
    });
}
