import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a folder with all of its files, or nothing. It is made beside the content folder and moved into place, so that a
 * check that runs meanwhile sees no half of it. Throws where something stands in its place already.
 */
export function writeWholeFolder(
  content: string,
  folder: string,
  files: Readonly<Record<string, string>>,
): void {
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(join(content, '..', '.writing-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(temporary, name), text);
    // A temporary folder is its maker's alone.
    chmodSync(temporary, 0o777 & ~process.umask());
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}
