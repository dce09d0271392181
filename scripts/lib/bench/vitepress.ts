import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MarkdownPage, markdownOf } from './markdown-pages.ts';
import { installPackages } from './packages.ts';

const VITEPRESS = '1.6.4';

/** Installs VitePress into the new folder `at` and puts `pages` there; it builds by `npm run build`, into `dist/`. */
export async function makeVitepress(
  at: string,
  title: string,
  pages: readonly MarkdownPage[],
): Promise<void> {
  await installPackages(at, { vitepress: VITEPRESS }, { build: 'vitepress build' });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  };
  const sidebar = pages.map((page) => ({ text: page.title, link: `/${page.path}` }));
  // Search of its own, as the two others have one; it loads when it is opened.
  const themeConfig = { sidebar, search: { provider: 'local' } };
  const config = {
    title,
    lang: 'zh-CN',
    outDir: 'dist',
    srcExclude: ['node_modules'],
    themeConfig,
  };
  write('.vitepress/config.mjs', `export default ${JSON.stringify(config)};\n`);
  for (const page of pages) write(`${page.path}.md`, markdownOf(page));
}
