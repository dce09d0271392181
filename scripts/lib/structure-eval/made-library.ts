import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkContent } from '../../../src/content/check/content.ts';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { Judged } from './documents.ts';

const SITE = `name: 试编
description: 试编
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: ''
examples: [总则]
`;
const ABOUT = '---\ntitle: 关于\ndescription: 关于\n---\n\n试编。\n';

/** The id of the n-th document as a policy. */
export function policyId(n: number): string {
  return `doc-${n + 1}`;
}

/** `policy.yml` with nothing but what the manifest says. */
export function bareInfo({ title, number, source }: Judged): string {
  return stringify({ title, ...(number ? { number } : {}), sha256: sha256(source) });
}

/** A library of one document, as files of a content folder. */
export function libraryOf(n: number, { source }: Judged, info: string): ContentFiles {
  const folder = `policies/${policyId(n)}`;
  const files: Record<string, string> = {
    'site.yml': SITE,
    'about.mdx': ABOUT,
    [`${folder}/source.txt`]: source,
    [`${folder}/policy.yml`]: info,
  };
  return new Map(
    Object.entries(files).map(([path, text]) => [path, { text, sha256: sha256(text) }]),
  );
}

/** What `npm run check` would say of a document with this `policy.yml`. */
export function problemsOf(n: number, document: Judged, info: string): Problem[] {
  return checkContent(libraryOf(n, document, info));
}

/** A remedy as a problem prints it: the list of `policy.yml`, and its new entry. */
export const REMEDY = /policy\.yml 的 (\w+) 里加 - (\{[^}]*\})/gu;

/** Follows, to the letter, the n-th remedy that each problem prints; a problem that prints fewer, its last. */
export function followed(info: string, problems: readonly Problem[], which: number): string {
  const data = parse(info) as Record<string, unknown>;
  for (const { fix } of problems) {
    const printed = [...fix.matchAll(REMEDY)];
    const [, list, entry] = printed[Math.min(which, printed.length - 1)] ?? [];
    if (list && entry) {
      data[list] = [...((data[list] as unknown[]) ?? []), parse(entry)];
      continue;
    }
    const [, line] = /(?:写成|例如) ((?:title|number|issuer|issued): .+)$/u.exec(fix) ?? [];
    if (line) Object.assign(data, parse(line));
  }
  return stringify(data);
}

/** Writes a content folder of several documents. */
export function writeLibrary(
  folder: string,
  documents: readonly { n: number; document: Judged; info: string }[],
): void {
  for (const { n, document, info } of documents)
    for (const [path, { text }] of libraryOf(n, document, info)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
