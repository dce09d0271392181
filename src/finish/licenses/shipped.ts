import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteUserConfig } from 'astro';

/** A package of which code or data is in the built site. */
export interface Shipped {
  /** Its folder. */
  folder: string;
  /** Where in the site it is, or what of it, in Chinese. */
  where: string;
}

/** What comes into the site past the bundler; what is bundled is found by `bundledPackages`. */
export const COPIED: readonly Shipped[] = [
  {
    folder: 'node_modules/pagefind',
    where:
      'pagefind/ 里的脚本和 wasm。wasm 由 Rust 编译，其中各 Rust 库的许可见 https://github.com/Pagefind/pagefind ，npm 包里没有附它们的全文',
  },
  { folder: 'node_modules/fuse.js', where: 'pagefind/fuse.js' },
  { folder: 'node_modules/tailwindcss', where: '_astro/ 里的样式' },
  { folder: 'node_modules/pinyin-pro', where: '各政策 search-table.json 里的读音' },
  { folder: 'node_modules/opencc-js', where: '各政策 search-table.json 里的繁体字形' },
];

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

const LIST = 'bundled.json';

/** Notes beside the pages every package of which the bundler puts code into a script for browsers. */
export function bundledPackages(): Plugin {
  return {
    name: 'bundled-packages',
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return;
      const folders = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const folder = renderedLength > 0 && packageFolder(id);
          if (folder) folders.add(folder);
        }
      }
      this.emitFile({ type: 'asset', fileName: LIST, source: JSON.stringify([...folders]) });
    },
  };
}

/** The folders that were noted in a built site; the note itself does not ship. */
export function takeBundled(root: string): Set<string> {
  const file = join(root, LIST);
  const folders: string[] = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return new Set(folders);
}

/**
 * The folder of the package a module is from; nothing for our own.
 * `…/node_modules/@a/b/dist/x.js → …/node_modules/@a/b`
 */
export function packageFolder(id: string): string | undefined {
  // The bundler's own helpers stand in no file.
  if (id.startsWith('\0rolldown/')) return 'node_modules/rolldown';
  return /^[^\0].*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(id)?.[0];
}
