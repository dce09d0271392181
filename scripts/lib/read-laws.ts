import { parse } from 'yaml';
import type { ContentFiles } from '../../src/content/read/content-files.ts';
import { splitPolicy } from '../../src/domain/policy/split.ts';
import { numbersOf } from '../../src/domain/policy/title.ts';
import type { Law } from '../../src/finish/prove-issued.ts';

/** The policies of `content/` as they are proved on pages: the received text, title and number, and the numbers of its clauses. */
export function readLaws(files: ContentFiles): Law[] {
  return [...files].flatMap(([path, { text }]) => {
    const id = /^content\/policies\/([^/]+)\/source\.txt$/u.exec(path)?.[1];
    if (!id) return [];
    const about = parse(files.get(`content/policies/${id}/policy.yml`)?.text ?? '') ?? {};
    const [title, number] = [String(about.title), String(about.number ?? '')];
    const { clauses } = splitPolicy(text, about);
    const numbers = numbersOf({ id, title, number, clauses });
    return [{ id, source: text, names: [title, number], numbers }];
  });
}
