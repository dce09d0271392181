import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/**
 * A page that carries its own style and script, for the one page a host shows at addresses of any depth: 404.html.
 *
 * `html` still has root-absolute links; `root` is the folder they are in. The Content-Security-Policy of the page
 * gains the hash of each piece.
 */
export function selfContained(html: string, root: string): string {
  const pieces: { from: number; to: number; text: string }[] = [];
  const hashes = { style: [] as string[], script: [] as string[] };
  const read = (link: string) => readFileSync(join(root, link), 'utf8');
  const hash = (text: string) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const parser: Parser = new Parser({
    onclosetag(name) {
      // The range of a closing tag ends with it; that of its opening tag was noted when it opened.
      const open = opened.get(name);
      if (!open) return;
      opened.delete(name);
      const text = read(open.link);
      // A script that leans on another file would look for it beside an address that nobody knows.
      if (name === 'script' && /^import\b|[;}]import\b/u.test(text)) {
        throw new Error(
          `Unexpected import in ${open.link}, expected a script that 404.html can carry whole`,
        );
      }
      const isStyle = name === 'link';
      hashes[isStyle ? 'style' : 'script'].push(hash(text));
      pieces.push({
        from: open.from,
        to: parser.endIndex + 1,
        text: isStyle ? `<style>${text}</style>` : `<script type="module">${text}</script>`,
      });
    },
    onopentag(name, { rel, href, src }) {
      if (name === 'link' && rel === 'stylesheet' && href)
        opened.set(name, { from: parser.startIndex, link: href });
      if (name === 'script' && src) opened.set(name, { from: parser.startIndex, link: src });
    },
  });
  const opened = new Map<string, { from: number; link: string }>();
  parser.end(html);
  const whole = pieces.reduceRight(
    (page, { from, to, text }) => page.slice(0, from) + text + page.slice(to),
    html,
  );
  return whole
    .replace("style-src 'self'", `style-src 'self'${hashes.style.join('')}`)
    .replace("script-src 'self'", `script-src 'self'${hashes.script.join('')}`);
}
