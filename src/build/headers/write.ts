import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';
import { forApache } from './apache.ts';
import { forNetlify } from './netlify.ts';
import { policyOf } from './policy-of.ts';

/** Writes what hosts read from the site itself: `.htaccess`, `_headers` and `.nojekyll`. */
export async function writeHostFiles(root: string): Promise<void> {
  const files = await filesOf(root);
  const policy = policyOf(
    root,
    files.filter((file) => file.endsWith('.html')),
  );
  await writeFile(join(root, '.htaccess'), forApache(policy));
  await writeFile(join(root, '_headers'), forNetlify(policy, files));
  await writeFile(join(root, '.nojekyll'), '');
}
