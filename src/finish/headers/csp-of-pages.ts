import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { wholePolicy } from './sent.ts';

/** The Content-Security-Policy for the headers of a built site, from what its pages say in their meta tags. */
export function policyOf(root: string, pages: readonly string[]): string {
  const policies: string[] = [];
  for (const page of pages) {
    const policy = policyIn(readFileSync(join(root, page), 'utf8'));
    if (policy === undefined) {
      throw new Error(`Unexpected absence of a Content-Security-Policy in ${page}`);
    }
    policies.push(policy);
  }
  return wholePolicy(policies);
}

function policyIn(html: string): string | undefined {
  let policy: string | undefined;
  const parser = new Parser({
    onopentag(name, { 'http-equiv': header, content }) {
      if (name === 'meta' && header === 'Content-Security-Policy') policy = content;
    },
  });
  parser.end(html.slice(0, html.indexOf('</head>')));
  return policy;
}
