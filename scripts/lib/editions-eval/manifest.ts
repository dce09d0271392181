import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';

const ids = z.union([z.string(), z.array(z.string())]).nullish();

const change = z.object({
  kind: z.string(),
  old: ids,
  new: ids,
  /** Of the preamble: which paragraph of the new text. */
  paragraph: z.union([z.number(), z.array(z.number()).transform(([first]) => first)]).nullish(),
  first: z.string().nullish(),
  what: z.string().nullish(),
  diff: z.string().nullish(),
  renumbered: z.boolean().nullish(),
  moved: z.boolean().nullish(),
  /** The item of the decision as its own text numbers it; null where the decision says nothing. */
  by: z.union([z.string(), z.number().transform(String)]).nullish(),
});

const pair = z.object({
  id: z.string(),
  title: z.string(),
  old: z.string(),
  new: z.string(),
  decision: z.string().nullish(),
  level: z.enum(['clause', 'article']).default('clause'),
  changes: z.array(change),
  totals: z.object({ format_only: z.number().nullish() }).nullish(),
  joins_old: z.array(z.number()).nullish(),
  joins_new: z.array(z.number()).nullish(),
});

const place = z.object({
  file: z.string().nullish(),
  sentence: z.string().nullish(),
  clause: ids,
});

const relation = z.object({
  kind: z.string(),
  parent: place.nullish(),
  child: place.nullish(),
  file: z.string().nullish(),
  sentence: z.string().nullish(),
  form: z.string().nullish(),
  target: z.string().nullish(),
  clause: ids,
});

const schema = z.object({
  files: z.record(
    z.string(),
    z.object({ file: z.string(), title: z.string(), edition: z.string().nullish() }),
  ),
  pairs: z.array(pair),
  format_pairs: z
    .array(pair.extend({ title: z.string().nullish(), kind: z.string().nullish() }))
    .default([]),
  relations: z.array(relation).default([]),
});

export type Pair = z.infer<typeof pair>;
export type ExpectedChange = z.infer<typeof change>;
export type ExpectedRelation = z.infer<typeof relation>;

/** A folder of real editions and what is true of them (`manifest.json`). */
export interface Editions extends z.infer<typeof schema> {
  /** The text of a file by its key in `files`. */
  textOf(key: string): string;
}

/** What a part of the evaluation found, and what differs from the truth, a line each. */
export interface Part<F> {
  figures: F;
  differs: string[];
}

/** Reads FOLDER/manifest.json. Throws, in Chinese, where it cannot be used. */
export function readEditions(folder: string): Editions {
  const path = join(folder, 'manifest.json');
  const { data, error } = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!data)
    throw new Error(
      `${path}：${error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('；')}`,
    );
  return {
    ...data,
    textOf(key) {
      const file = data.files[key]?.file;
      if (!file) throw new Error(`${path}：files 里没有 ${key}`);
      // The texts may lie in the folder itself, whatever folder the manifest was made in.
      const at = [file, basename(file)]
        .map((name) => join(folder, name))
        .find((p) => existsSync(p));
      if (!at) throw new Error(`${path}：没有文件 ${file}`);
      return readFileSync(at, 'utf8');
    },
  };
}
