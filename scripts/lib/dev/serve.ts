import type { IncomingMessage, ServerResponse } from 'node:http';
import { drawAll, drawBand, drawBar, PROBLEMS, problemsPage } from './draw.ts';
import { isForEditor, openInEditor } from './editor.ts';
import type { FullText } from './full-text.ts';
import { heldContent } from './held.ts';
import type { Workbench } from './workbench.ts';

/** By it the server knows its own requests, which want a page as Astro makes it. */
export const RAW = 'x-workbench';

/** Of the built site, kept on this device since it stood at this address: it would answer in the place of this server. */
const NO_WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()));`;

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
};

type Next = (error?: unknown) => void;

/** Answers for the pages and for what belongs to the workbench; the rest is left to Vite and Astro. */
export function serveWorkbench(bench: Workbench, text: FullText) {
  const answer = async (request: IncomingMessage, response: ServerResponse, next: Next) => {
    const url = new URL(request.url ?? '/', 'http://site');
    const send = (body: string | Uint8Array, type: string, status = 200) => {
      const charset = type in TYPES ? '; charset=utf-8' : '';
      const named = `${TYPES[type] ?? 'application/octet-stream'}${charset}`;
      response.writeHead(status, { 'Content-Type': named, 'Cache-Control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (RAW in request.headers) return next();
    if (isForEditor(request)) return openInEditor(response, next);
    if (url.pathname === PROBLEMS)
      return send(problemsPage(bench.all, bench.files, `${PROBLEMS} ${bench.revision}`), 'html');
    if (url.pathname === '/sw.js') return send(NO_WORKER, 'js');
    if (url.pathname === '/__workbench')
      return send(JSON.stringify(await news(bench, url)), 'json');
    const [, index] = /^\/pagefind\/(.+)$/u.exec(url.pathname) ?? [];
    if (index) {
      const { files, clauses } = heldContent();
      const file = await text.file(
        index,
        files,
        clauses,
        async (page) => (await bench.render(page)).html,
      );
      return file ? send(file, /\.js$/u.test(index) ? 'js' : '') : send('', '', 404);
    }
    if (!isPage(url.pathname)) return next();
    const shown = await bench.show(url.pathname + url.search);
    send(shown.html, 'html', shown.status);
  };
  return (request: IncomingMessage, response: ServerResponse, next: Next) => {
    answer(request, response, next).catch((error) => {
      bench.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
      next(error);
    });
  };
}

/** What a page that is open is told (browser.ts); nothing where it has been told. */
async function news(bench: Workbench, url: URL): Promise<object | null> {
  const page = url.searchParams.get('page') ?? '/';
  const { revision } = bench;
  if (url.searchParams.get('since') === String(revision)) return null;
  if (page === PROBLEMS)
    return { version: PROBLEMS, revision, band: '', bar: '', all: drawAll(bench.all, bench.files) };
  const shown = await bench.show(page);
  return {
    version: shown.version,
    revision: shown.revision,
    band: drawBand(shown),
    bar: drawBar(shown),
    all: '',
  };
}

/** Pages are named with `.html`, or the way hosts shorten it; what Vite serves is not. */
function isPage(path: string): boolean {
  if (/^\/(?:@|__|node_modules\/|src\/|scripts\/)/u.test(path)) return false;
  return /(?:\.html|\/)$/u.test(path) || !/\.[^/]*$/u.test(path);
}
