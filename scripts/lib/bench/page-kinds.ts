import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Which pages of a site stand for which kind. Addresses begin with a slash. */
export interface PageKinds {
  home: string;
  whole: string;
  part: string;
  clauses: string[];
  /** Kinds only our site has; of several the one with the largest file. */
  search: string | null;
  question: string | null;
  result: string | null;
}

/** The pages of our built site for the policy with these clauses, one of them a part. */
export function ourPages(
  site: string,
  policy: string,
  part: string,
  clauses: readonly string[],
): PageKinds {
  const folder = join(site, 'check');
  const checks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  // A question has the pages of its answers in a folder of its own name.
  const asks = (file: string) => existsSync(join(folder, file.replace(/\.html$/u, '')));
  const largest = (files: string[]) => {
    const [first] = files.toSorted((a, b) => sizeOf(join(folder, b)) - sizeOf(join(folder, a)));
    return first === undefined ? null : `/check/${first.replaceAll('\\', '/')}`;
  };
  return {
    home: '/index.html',
    whole: `/${policy}.html`,
    part: `/${policy}/${part}.html`,
    clauses: clauses.map((clause) => `/${policy}/${clause}.html`),
    search: '/search.html',
    question: largest(checks.filter(asks)),
    result: largest(checks.filter((file) => !asks(file))),
  };
}

const sizeOf = (file: string) => statSync(file).size;

/** The same pages on a site made of Markdown; `address` gives the address of a page's path. */
export function markdownPages(
  address: (path: string) => string,
  policy: string,
  part: string,
  clauses: readonly string[],
): PageKinds {
  return {
    home: address('index'),
    whole: address(`${policy}/index`),
    part: address(`${policy}/${part}`),
    clauses: clauses.map((clause) => address(`${policy}/${clause}`)),
    search: null,
    question: null,
    result: null,
  };
}

/** `prs-2018-156/p3-4 → /prs-2018-156/p3-4/` */
export const starlightAddress = (path: string) =>
  `/${path.replace(/(^|\/)index$/u, '$1')}/`.replace(/\/+$/u, '/');

/** `prs-2018-156/p3-4 → /prs-2018-156/p3-4.html` */
export const vitepressAddress = (path: string) => `/${path}.html`;
