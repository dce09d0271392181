import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installedVersion } from '../installed.ts';
import { type MarkdownPage, markdownOf } from './markdown-pages.ts';
import { installPackages } from './packages.ts';

export const STARLIGHT = '0.42.4';

/**
 * What stands beside each page. `every page` is what Starlight does by itself: a list of all pages on each, which grows
 * with their square. `policies` lists the first page of each policy only, as one would set it up for many pages.
 */
export type Sidebar = 'every page' | 'policies';

/** Installs Starlight, with the Astro that we use, into the new folder `at`; it builds by `npm run build`. */
export function installStarlight(at: string): Promise<void> {
  const astro = installedVersion('astro');
  return installPackages(at, { astro, '@astrojs/starlight': STARLIGHT }, { build: 'astro build' });
}

/** Puts `pages` in place of what the project had. Search is Pagefind, which Starlight runs by itself. */
export function fillStarlight(
  at: string,
  title: string,
  pages: readonly MarkdownPage[],
  sidebar: Sidebar,
): void {
  forgetStarlightBuild(at);
  rmSync(join(at, 'src'), { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  };
  const locales = { root: { label: '简体中文', lang: 'zh-CN' } };
  const options = { title, locales, ...(sidebar === 'policies' && { sidebar: firstPages(pages) }) };
  // Each page links to it, and without it a browser would count a fault.
  cpSync('public/favicon.svg', join(at, 'public/favicon.svg'));
  write('astro.config.mjs', config(options));
  write('src/content.config.ts', COLLECTION);
  for (const page of pages) write(`src/content/docs/${page.path}.md`, markdownOf(page));
}

/** Takes away what a build left, so that the next starts as the first did. */
export function forgetStarlightBuild(at: string): void {
  for (const name of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(at, name), { recursive: true, force: true });
}

function firstPages(pages: readonly MarkdownPage[]): { label: string; link: string }[] {
  const first = new Map(pages.toReversed().map((page) => [dirname(page.path), page]));
  return [...first.values()].toReversed().map(({ title, path }) => ({
    label: title,
    link: `/${path.replace(/(^|\/)index$/u, '')}/`,
  }));
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
