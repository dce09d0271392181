import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseDocument } from 'yaml';
import type { ContentFiles } from '../src/editing/content-files.ts';

/** `content/` whole; file names that systems leave behind are passed over. */
export function readContent(): ContentFiles {
  const entries = readdirSync('content', { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && !/^(\.|Thumbs\.db$)/u.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return [path.split(sep).join('/'), { text: bytes.toString('utf8'), sha256 }];
      }),
  );
}

/** The policy that scripts work on unless told otherwise: the site's own. Empty where `site.yml` does not say. */
export function defaultPolicy(files: ContentFiles): string {
  const site = parseDocument(files.get('content/site.yml')?.text ?? '');
  return String(site.get('defaultPolicy') ?? '');
}
