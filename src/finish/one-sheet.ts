import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LINK = /<link rel="stylesheet" href="(\/_astro\/[^"]+\.css)">/gu;
/** The sheet with this line has to come first (src/styles/site.css). */
const ORDER = '@layer theme';

/**
 * Gives each page one sheet that holds what the page uses and no more: the sheets Astro links, put together. Pages
 * that use the same share it. `finish` takes away the sheets that no page links any longer.
 */
export function oneSheet(root: string): { rewrite: (html: string) => string; finish: () => void } {
  const parts = new Map<string, string>();
  const sheets = new Map<string, string>();
  const read = (href: string) => {
    const css = parts.get(href) ?? readFileSync(join(root, href), 'utf8').trim();
    parts.set(href, css);
    return css;
  };
  const sheetOf = (hrefs: string[]) => {
    const key = hrefs.join(' ');
    const known = sheets.get(key);
    if (known) return known;
    const css = hrefs
      .map(read)
      .sort((a, b) => Number(b.includes(ORDER)) - Number(a.includes(ORDER)))
      .join('\n');
    const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
    const href = `/_astro/sheet.${hash}.css`;
    writeFileSync(join(root, href), css);
    sheets.set(key, href);
    return href;
  };
  return {
    rewrite(html) {
      // What several parts of a page ask for comes once, where it is asked for first.
      const hrefs = [...new Set([...html.matchAll(LINK)].map(([, href = '']) => href))];
      if (hrefs.length === 0) return html;
      let first = true;
      return html.replace(LINK, () => {
        if (!first) return '';
        first = false;
        return `<link rel="stylesheet" href="${sheetOf(hrefs)}">`;
      });
    },
    finish() {
      for (const href of parts.keys()) rmSync(join(root, href));
    },
  };
}
