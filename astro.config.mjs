import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { contentFolder } from './src/content/read/folder.ts';
import { bundledPackages } from './src/finish/licenses/shipped.ts';

const site = process.env.SITE_URL;

/** The page on the site itself, wherever its content lies. */
const aboutPage = {
  name: 'about-page',
  resolveId: (id) => (id === 'virtual:about' ? resolve(contentFolder(), 'about.mdx') : undefined),
};

const HELPER = '\0no-preload';
const SMALL =
  /\/((?:with-timeout|local-storage|keys|state|dom|kept-answers|kept-sheet|keep-questions|questions|sharing)\.ts)$/u;
/**
 * Small files that each script gets for itself: shared, each would be one more file for a page to ask for, and to wait
 * for. Among them Vite's helper, which would fetch a chunk's files beforehand, by addresses that do not hold under a
 * path; here importing is importing.
 */
const ownCopies = {
  name: 'own-copies',
  enforce: 'pre',
  resolveId(id, importer = '') {
    const room = importer.replace(/\W+/gu, '-');
    if (id.includes('vite/preload-helper')) return `${HELPER}-${room}`;
    const [, file] = SMALL.exec(id) ?? [];
    if (!file) return;
    // What a copy imports is copied with it; what stands on every page shares one.
    const [, copied] = /-for-(\w+)$/u.exec(room) ?? [];
    const [, own] = /src-ui-(\w+)/u.exec(room) ?? [];
    const folder = copied ?? own?.replace('device', 'page');
    const at = file === 'questions.ts' ? 'gaps' : 'device';
    return `${fileURLToPath(new URL(`src/ui/${at}/${file}`, import.meta.url))}?for=${folder}`;
  },
  // So nothing of what might be fetched beforehand need be listed in scripts. Astro has its own say in `vite.build`.
  configEnvironment: () => ({
    build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } },
  }),
  load: (id) =>
    id.startsWith(HELPER) ? 'export const __vitePreload = (load) => load();' : undefined,
};

/** Tailwind looks at the one sheet that asks for it: it would set itself up for each component's style anew. */
const tailwind = tailwindcss().map((plugin) =>
  plugin.transform
    ? { ...plugin, transform: { ...plugin.transform, filter: { id: /\/styles\/site\.css$/u } } }
    : plugin,
);

export default defineConfig({
  // Optional: it only adds canonical links, the sitemap and feeds. Everything else is relative.
  ...(site ? { site } : {}),
  // Two content folders may be built beside each other.
  cacheDir: `node_modules/.astro/${contentFolder().replace(/\W+/gu, '-')}`,
  trailingSlash: 'ignore',
  // Most of the time a page takes is waiting for the disk, so several are written at once.
  build: { format: 'file', inlineStylesheets: 'never', concurrency: 8 },
  compressHTML: true,
  // Shorter than an attribute on every element.
  scopedStyleStrategy: 'class',
  // Straight quotes and dashes stay as written.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [mdx()],
  vite: {
    plugins: [tailwind, ownCopies, aboutPage, bundledPackages()],
    build: {
      // An inlined script that imports at run time dies in Vite's preload helper.
      assetsInlineLimit: 0,
      // The oldest engines promised: Chromium 100, Safari 15.4, Firefox 115. Without it min-width becomes width>=.
      target: 'es2022',
      cssTarget: ['chrome100', 'safari15.4', 'firefox115'],
      rolldownOptions: {
        // Eleven lines for each MDX file about a directive that means nothing here.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
});
