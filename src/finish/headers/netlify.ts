import { ALWAYS, CACHE, cacheControl, FOREVER } from './sent.ts';

/**
 * The `_headers` that Cloudflare Pages and Netlify read. Where two rules match they send both values, so `/*` says
 * nothing of caching: by themselves these hosts have every file asked for again.
 *
 * `files` are the site's: a `*` inside a name is not read alike by both, so such files are named one by one.
 */
export function forNetlify(policy: string, files: readonly string[]): string {
  const folders = FOREVER.filter((pattern) => pattern.endsWith('/*'));
  const inFolder = (file: string) => folders.some((folder) => file.startsWith(folder.slice(0, -1)));
  const single = files.filter((file) => cacheControl(file) === CACHE.forever && !inFolder(file));
  const headers = { ...ALWAYS, 'Content-Security-Policy': policy };
  return `${[
    '# Cloudflare Pages、Netlify：生成网站时写出，随网站一起发布。',
    '/*',
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ...[...folders, ...single].flatMap((path) => [`/${path}`, `  Cache-Control: ${CACHE.forever}`]),
  ].join('\n')}\n`;
}
