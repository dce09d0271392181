import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';

/** A document of a folder, and what is true of it. */
export interface Judged {
  file: string;
  title: string;
  number: string;
  /** How many lines begin with a number of each kind that belongs to the document's own structure. */
  expected: Readonly<Record<string, number>>;
  source: string;
}

const manifest = z.object({
  documents: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      wenhao: z.string().nullish(),
      expected: z.record(z.string(), z.number()),
    }),
  ),
});

/** Reads FOLDER/manifest.json and the texts that it names. Throws, in Chinese, where it cannot be used. */
export function readDocuments(folder: string): Judged[] {
  const path = join(folder, 'manifest.json');
  const { data, error } = manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!data)
    throw new Error(
      `${path}：${error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('；')}`,
    );
  return data.documents.map(({ file, title, wenhao, expected }) => ({
    file,
    title,
    number: wenhao ?? '',
    expected,
    source: readFileSync(join(folder, file), 'utf8'),
  }));
}
