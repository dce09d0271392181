import { HOME } from '../../../src/routes.ts';

/** What the check knows of the policies, as far as addresses go. */
interface Known {
  policies: readonly string[];
  /** The one whose topics, answers and self-check stand at the root; empty where none does. */
  rootPolicy: string;
}

/** What a page speaks of. */
export interface Subject {
  /** One policy; without it, all of them. */
  policy?: string;
  /** One clause of it, with what stands in it. */
  clause?: string;
  /** Its self-check. */
  selfcheck?: true;
}

/** What the page at an address speaks of: `/abc-2020-1/p7.html → { policy: 'abc-2020-1', clause: 'p7' }`. */
export function subjectOf(path: string, { policies, rootPolicy }: Known): Subject {
  const [first = '', ...rest] = path
    .slice(1)
    .replace(/\.html$/u, '')
    .split('/');
  if (policies.includes(first)) {
    const [second, ...more] = rest;
    if (second === undefined) return { policy: first };
    if (more.length === 0) return { policy: first, clause: second };
    return within(first, second);
  }
  // Pages of all policies stand at the top; below them only those of the one at the root.
  return rest.length > 0 && rootPolicy ? within(rootPolicy, first) : {};
}

const within = (policy: string, folder: string): Subject =>
  folder === 'check' ? { policy, selfcheck: true } : { policy };

/** Whether what is wrong in a file of the content is to be told on a page. What belongs to no policy is told on all. */
export function concerns({ policy, clause, selfcheck }: Subject, file: string): boolean {
  const [, of, inside = ''] = /^policies\/([^/]+)(?:\/(.*))?$/u.exec(file) ?? [];
  if (of === undefined || policy === undefined) return true;
  if (of !== policy) return false;
  const [, written] = /^clauses\/(.*)\.mdx$/u.exec(inside) ?? [];
  const isSelfcheck = inside.startsWith('selfcheck/');
  if (clause) return written === undefined ? !isSelfcheck : isIn(written, clause);
  return selfcheck ? written === undefined : true;
}

/** A clause itself, or what stands in it: `t7-k9` in `t7`. */
function isIn(id: string, clause: string): boolean {
  return id === clause || id.startsWith(`${clause}-`);
}

/** An address as pages are named: `/` and `/a → /index.html` and `/a.html`. */
export function pagePath(address: string): string {
  if (address === '/') return HOME;
  return address.endsWith('.html') ? address : `${address.replace(/\/$/u, '')}.html`;
}
