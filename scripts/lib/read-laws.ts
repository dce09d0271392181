import { parse } from 'yaml';
import type { ContentFiles } from '../../src/content/read/content-files.ts';
import type { Law } from '../../src/finish/prove-issued.ts';

/** The policies of `content/` as they are proved on pages: the received text, title and number. */
export function readLaws(files: ContentFiles): Law[] {
  return [...files].flatMap(([path, { text }]) => {
    const id = /^content\/policies\/([^/]+)\/source\.txt$/u.exec(path)?.[1];
    if (!id) return [];
    const { title, number } = parse(files.get(`content/policies/${id}/policy.yml`)?.text ?? '');
    return [{ id, source: text, names: [String(title), String(number)] }];
  });
}
