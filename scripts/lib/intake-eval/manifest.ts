import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is true of a file; only what is known stands there. Counts are without white space. */
export interface Truth {
  /** `refuse`, or `text` with what else is to be told. */
  expect: string;
  first_line?: string;
  last_line?: string;
  parts_yi?: number;
  items_paren?: number;
  tiao_lines?: number;
  zhang_lines?: number;
  jie_lines?: number;
  arabic_lines?: number;
  numbers_automatic?: number;
  auto_numbers_first5?: { number: string; text: string }[];
  body_chars_typed?: number;
  body_chars_with_numbers?: number;
  body_chars?: number;
  container_chars?: number;
  textbox_text?: string | string[];
  wordart?: string | string[];
  footnotes?: string[];
  hidden_text?: string | string[];
}

/** A file to read, as `manifest.json` names it. */
export interface Listed {
  file: string;
  format: string;
  truth: Truth;
}

/** The files that `manifest.json` of a folder lists; throws, in Chinese, where it cannot be used. */
export function readManifest(folder: string): Listed[] {
  const path = join(folder, 'manifest.json');
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files?: unknown };
  if (!Array.isArray(files)) throw new Error(`${path} 里没有 files。`);
  for (const { file, truth } of files as Partial<Listed>[])
    if (typeof file !== 'string' || typeof truth?.expect !== 'string')
      throw new Error(`${path} 里有一项没有写 file 和 truth.expect：${String(file)}`);
  return files as Listed[];
}
