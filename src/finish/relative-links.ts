import { Parser } from 'htmlparser2';

const LINK_ATTRIBUTES = new Set(['href', 'src', 'action']);

/**
 * A page with each root-absolute link (`/x.html`) made relative to the page's own place, and nothing else changed.
 *
 * `page` is the page's path in the site, `/abc-2020-1/p7-2.html`. `//host/…` and full addresses stay as they are.
 */
export function relativeLinks(html: string, page: string): string {
  const up = '../'.repeat(page.split('/').length - 2);
  let result = '';
  let from = 0;
  const parser: Parser = new Parser({
    onattribute(name, value) {
      if (!LINK_ATTRIBUTES.has(name) || !/^\/(?!\/)/u.test(value)) return;
      // The parser's range runs from the name to the closing quote; the value begins at its slash.
      const at = html.indexOf('/', parser.startIndex);
      result += html.slice(from, at) + relative(value.slice(1), up);
      from = at + value.length;
    },
  });
  parser.end(html);
  return result + html.slice(from);
}

function relative(target: string, up: string): string {
  return `${up}${target}` || './';
}
