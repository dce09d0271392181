import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ASK, type PolicyData } from '../../../src/content/schemas/policy.ts';
import type { SplitHints } from '../../../src/domain/policy/split.ts';
import { Refusal } from '../../../src/intake/reading.ts';
import { writeWholeFolder } from '../write-whole-folder.ts';
import type { Decision } from './find.ts';

/** The files of an edition that a decision has made of the one before. */
export function editionFiles(
  text: string,
  base: PolicyData,
  title: string,
  decision: Decision,
  { joins = [], roles = [], printed = [] }: SplitHints,
): Record<string, string> {
  const hints = { joins, roles, printed };
  const data = {
    title,
    shortTitle: title === base.title ? base.shortTitle : title,
    ...(base.number ? { number: base.number } : {}),
    ...(base.issuer ? { issuer: base.issuer } : {}),
    ...(base.issued ? { issued: base.issued } : {}),
    ...(base.ask === ASK ? {} : { ask: base.ask }),
    sha256: createHash('sha256').update(text).digest('hex'),
    decision: { title: decision.title, ...(decision.number ? { number: decision.number } : {}) },
    ...Object.fromEntries(Object.entries(hints).filter(([, list]) => list.length > 0)),
  };
  // Days are quoted in version 1.1 of YAML, where they would be read as dates.
  const head = '# npm run amend 照决定写的，要对照公布的文本看过。行号是 source.txt 的行号。\n';
  return {
    'source.txt': text,
    'policy.yml': head + stringify(data, { lineWidth: 0, singleQuote: true, version: '1.1' }),
  };
}

/** Writes the folder of an edition, all of it or nothing, and tells where. One that is there is left alone: a `Refusal`. */
export function writeEdition(
  content: string,
  id: string,
  date: string,
  files: Record<string, string>,
): string {
  const folder = join(content, 'policies', id, 'editions', date);
  if (lstatSync(folder, { throwIfNoEntry: false }))
    throw new Refusal(`已经有 ${folder} 这个文件夹，没有改它。要重新写，先把这个文件夹移走。`);
  writeWholeFolder(content, folder, files);
  return folder;
}
