import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { Parser } from 'htmlparser2';

const compress = promisify(brotliCompress);

/** What a first load of a page costs before any click. */
export interface Weight {
  /** HTML, style sheets and scripts, each compressed with brotli at its best, in bytes. */
  bytes: number;
  /** Files asked for, the page itself included. */
  requests: number;
}

/** Weighs a built page by the files its HTML asks for. `file` is its path on disk. */
export async function weigh(file: string): Promise<Weight> {
  const found = [file, ...asks(file)];
  const sizes = await Promise.all(found.map((f) => travellingSize(readFileSync(f))));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: found.length };
}

/** Weighed once each, by content: many pages ask for the same sheet. */
const weighed = new Map<string, Promise<number>>();

/** How many bytes a file is on its way: compressed with brotli at its best, on another core where there is one. */
export function travellingSize(content: Buffer): Promise<number> {
  const hash = createHash('sha256').update(content).digest('base64');
  const size = weighed.get(hash) ?? compress(content).then(({ length }) => length);
  weighed.set(hash, size);
  return size;
}

/** The sheets and scripts that a built page, or the scripts that a script, cannot do without, as paths from the site's folder `root` with forward slashes. */
export function filesAskedBy(root: string, page: string): string[] {
  return asks(join(root, page)).map((file) => relative(root, file).split(sep).join('/'));
}

function asks(file: string): string[] {
  if (file.endsWith('.js')) return imports(file);
  if (!file.endsWith('.html')) return [];
  const asked = assets(readFileSync(file, 'utf8')).map((link) => join(dirname(file), link));
  return [...new Set([...asked, ...asked.flatMap(imports)])].filter((f) => existsSync(f));
}

/** The elements that ask for files. Text has no `<` of its own. */
const ASKING = /<(?:script|link)\s[^>]*>/gu;

/** Style sheets, scripts and what they preload; icons are not part of a first reading. */
function assets(html: string): string[] {
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(name, { src, href, rel }) {
      if (name === 'script' && src) links.add(src);
      if (name === 'link' && href && /^(stylesheet|modulepreload)$/u.test(rel ?? ''))
        links.add(href);
    },
  });
  // What stands between them, in scripts too, is none of its business.
  parser.end(html.match(ASKING)?.join('</script>'));
  return [...links];
}

/** What a script cannot run without: the files it imports outright, and theirs. */
function imports(script: string): string[] {
  if (!script.endsWith('.js') || !existsSync(script)) return [];
  const links = readFileSync(script, 'utf8').matchAll(
    /(?:^|[;}\n])\s*import(?:[^"'`(;]*from)?["'`](\.[^"'`]+)["'`]/gu,
  );
  const own = [...links].map(([, link = '']) => join(dirname(script), link));
  return [...own, ...own.flatMap(imports)];
}
