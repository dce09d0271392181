import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { readAbout } from '../../../src/content/read/clause-file.ts';
import { FullText } from './full-text.ts';
import { onLoggedError } from './log.ts';
import { RAW, serveWorkbench } from './serve.ts';
import { watchFolder } from './watch.ts';
import { Workbench } from './workbench.ts';

type Hooks = Required<AstroIntegration['hooks']>;
type DevServer = Parameters<Hooks['astro:server:setup']>[0]['server'];
type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const LIBRARY = fileURLToPath(new URL('./library.ts', import.meta.url));
/** Where pages are made; the names are Astro's. */
const ENVIRONMENTS = ['ssr', 'prerender'];

/**
 * The editor's workbench, in Astro's development server: pages of whatever can be read of the content `folder`, with what
 * is wrong. `say` is told how things stand, each time they stand otherwise.
 */
export function workbench(
  folder: string,
  say: (all: number, address: string) => void,
): AstroIntegration {
  const root = resolve('.');
  return {
    name: 'workbench',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          devToolbar: { enabled: false },
          vite: {
            plugins: [ownLibrary(resolve(folder, 'about.mdx'))],
            // Two content folders may be worked on beside each other.
            cacheDir: `node_modules/.cache/dev-${folder.replace(/\W+/gu, '-')}`,
            // What it would show is English; the bar tells it.
            server: { hmr: { overlay: false } },
          },
        });
      },
      'astro:server:setup': ({ server }) => setUp(server, root, folder, say),
    },
  };
}

function setUp(
  server: DevServer,
  root: string,
  folder: string,
  say: (all: number, address: string) => void,
): void {
  const address = () => server.resolvedUrls?.local[0] ?? '';
  const bench = new Workbench({
    root,
    folder,
    render: async (page) => {
      const headers = { [RAW]: 'raw', accept: 'text/html' };
      const answer = await fetch(new URL(page, address()), { headers, redirect: 'manual' });
      const html = await answer.text();
      // What fails in the middle breaks off, and had begun well.
      return { status: html.includes('</html>') ? answer.status : 500, html };
    },
    forget: () => {
      for (const name of ENVIRONMENTS)
        server.environments[name]?.hot.send('astro:content-changed', {});
    },
    changed: () => {
      server.ws.send({ type: 'custom', event: 'workbench:changed', data: null });
      if (bench.files !== undefined && address()) say(bench.all.length, address());
    },
  });
  const text = new FullText();
  onLoggedError((message) => bench.fail(message));
  // Nothing that goes wrong for one page or one file ends the server.
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => bench.fail(error.stack ?? error.message));
  server.middlewares.use(serveWorkbench(bench, text));
  server.watcher.on('all', (_, file) => {
    if (/\/(?:src|scripts)\//u.test(file)) bench.codeChanged(file.endsWith('.ts'));
  });
  server.httpServer?.once('listening', () =>
    setImmediate(() => {
      const watched = watchFolder(folder, (files) => bench.update(files));
      server.httpServer?.once('close', () => {
        watched.close();
        bench.end();
        void text.end();
      });
    }),
  );
}

/** Pages take their library from the workbench, and what the site says of itself as it was when it last could be read. */
function ownLibrary(about: string): Plugin {
  let last = '---\ntitle: 关于本站\ndescription: 关于本站\n---\n';
  return {
    name: 'workbench-library',
    enforce: 'pre',
    resolveId: (id) => (/\/site\/load\.ts$/u.test(id) ? LIBRARY : undefined),
    load(id) {
      if (id !== about) return undefined;
      const text = textOf(about);
      if (readAbout('about.mdx', text).problems.length === 0) last = text ?? last;
      return last;
    },
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
