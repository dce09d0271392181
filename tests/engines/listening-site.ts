import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteHandler } from '../../scripts/lib/site-handler.ts';
import { filesOf } from '../../src/finish/files-of.ts';

/** A running copy of the built site that hears what goes wrong on its pages. */
export interface ListeningSite {
  url: string;
  /** A page that goes wrong on purpose, to prove that it is heard. */
  wrong: string;
  heard: string[];
  close: () => Promise<void>;
}

/** A file of the site's own origin, so that the pages' policy lets it run; in words every engine knows. */
const LISTENER = `
function tell(words) { navigator.sendBeacon('/heard', location.pathname + ': ' + words); }
addEventListener('error', function (e) {
  tell(e.message || 'not loaded: ' + (e.target.src || e.target.href));
}, true);
addEventListener('unhandledrejection', function (e) { tell('' + e.reason); });
addEventListener('securitypolicyviolation', function (e) {
  tell('refused: ' + e.violatedDirective + ' ' + e.blockedURI);
});
`;
const WRONG =
  '<!DOCTYPE html><html><head></head><body><script src="wrong.js"></script></body></html>';

/** A transition between pages that the browser gives up is no error: nothing is lost. */
const GIVEN_UP = /Transition was (?:aborted|skipped)/u;

/** Serves a copy of dist/ in which every page first loads a listener that tells this server. */
export async function startListeningSite(): Promise<ListeningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'listening-site-'));
  cpSync('dist', folder, { recursive: true });
  writeFileSync(join(folder, 'listener.js'), LISTENER);
  writeFileSync(join(folder, 'wrong.html'), WRONG);
  writeFileSync(join(folder, 'wrong.js'), 'throw new Error("wrong on purpose");');
  const pages = (await filesOf(folder)).filter((file) => file.endsWith('.html'));
  for (const page of pages) listen(join(folder, page));
  const heard: string[] = [];
  const serve = siteHandler(folder);
  const server = createServer((request, response) => {
    if (request.url !== '/heard') return serve(request, response);
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const words = Buffer.concat(parts).toString();
      if (!GIVEN_UP.test(words)) heard.push(words);
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    wrong: `${url}wrong.html`,
    heard,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      rmSync(folder, { recursive: true });
    },
  };
}

function listen(file: string): void {
  const page = readFileSync(file, 'utf8');
  writeFileSync(file, page.replace('<head>', '<head><script src="/listener.js"></script>'));
}
