import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installedVersion } from '../installed.ts';
import { forgetBuilds } from './made-content.ts';
import { type MarkdownPage, markdownOf } from './markdown-pages.ts';
import { type Cost, measureNode } from './measured-run.ts';
import { installPackages } from './packages.ts';

export const STARLIGHT = '0.42.4';

/**
 * What stands beside each page. `every page` is what Starlight does by itself: a list of all pages on each, which grows
 * with their square. `policies` lists the first page of each policy only, as one would set it up for many pages.
 */
export type Sidebar = 'every page' | 'policies';

/** Installs Starlight, with the Astro that we use, into the new folder `at`. */
export function installStarlight(at: string): Promise<void> {
  return installPackages(at, {
    astro: installedVersion('astro'),
    '@astrojs/starlight': STARLIGHT,
  });
}

/** Puts `pages` in place of what the project had, and builds them. Search is Pagefind, which Starlight runs by itself. */
export async function buildStarlight(
  at: string,
  pages: readonly MarkdownPage[],
  sidebar: Sidebar,
): Promise<Cost> {
  forgetBuilds(at);
  for (const name of ['src', 'dist']) rmSync(join(at, name), { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  };
  const options = {
    title: '测量',
    locales: { root: { label: '简体中文', lang: 'zh-CN' } },
    ...(sidebar === 'policies' && { sidebar: firstPages(pages) }),
  };
  // Each page links to it, and without it a browser would count a fault.
  cpSync('public/favicon.svg', join(at, 'public/favicon.svg'));
  write('astro.config.mjs', config(options));
  write('src/content.config.ts', COLLECTION);
  for (const page of pages) write(`src/content/docs/${page.path}.md`, markdownOf(page));
  return measureNode(['node_modules/astro/bin/astro.mjs', 'build'], at);
}

/** `xx-2020-1/p2 → /xx-2020-1/p2/`, `index → /` */
export const starlightAddress = (path: string) =>
  `/${path.replace(/(^|\/)index$/u, '$1')}/`.replace(/\/+$/u, '/');

function firstPages(pages: readonly MarkdownPage[]): { label: string; link: string }[] {
  const first = new Map(pages.toReversed().map((page) => [dirname(page.path), page]));
  return [...first.values()]
    .toReversed()
    .map(({ title, path }) => ({ label: title, link: starlightAddress(path) }));
}

const config = (options: object) => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [starlight(${JSON.stringify(options)})] });
`;

const COLLECTION = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;
