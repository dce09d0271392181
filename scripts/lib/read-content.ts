import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseDocument } from 'yaml';
import type { ContentFiles } from '../../src/content/read/content-files.ts';

/**
 * `content/` whole; file names that systems leave behind are passed over. A symbolic link is read as what it leads to,
 * and as an empty file where that is none, so that the check names it.
 */
export function readContent(): ContentFiles {
  const entries = readdirSync('content', { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => !entry.isDirectory() && !/^(\.|Thumbs\.db$)/u.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const isFile = statSync(path, { throwIfNoEntry: false })?.isFile();
        const bytes = isFile ? readFileSync(path) : Buffer.alloc(0);
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
