import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { bundledPackages } from './src/build/licenses/shipped.ts';

const site = process.env.SITE_URL;

const HELPER = 'no-preload:';
/**
 * Vite would fetch a chunk's files beforehand, by addresses that do not hold under a path. Here importing is importing.
 * Each file that imports gets the helper for itself: shared, it would be one more file for every page to ask for.
 */
const noPreload = {
  name: 'no-preload',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id.includes('vite/preload-helper')
      ? `\0${HELPER}${importer?.replace(/\W+/gu, '-')}`
      : undefined,
  load: (id) =>
    id.startsWith(`\0${HELPER}`) ? 'export const __vitePreload = (load) => load();' : undefined,
};

export default defineConfig({
  // Optional: it only adds canonical links and the sitemap. Everything else is relative.
  ...(site ? { site } : {}),
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
    plugins: [tailwindcss(), noPreload, bundledPackages()],
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
