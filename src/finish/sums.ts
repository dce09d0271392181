import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './files-of.ts';

/** The list of a built site's files with the SHA-256 of each; it stands at the top of the site. */
export const SUMS = 'SHA256SUMS';

/** `sha256sum`'s form: 64 hexadecimal digits, two blanks (or a blank and an asterisk), the path. */
const LINE = /^([0-9a-f]{64}) [ *](.+)$/u;

/** Writes the list of every file of a folder but itself, as `sha256sum -c` reads it, sorted by path. */
export async function writeSums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of await filesOf(folder)) {
    if (file === SUMS) continue;
    if (!isInside(file)) throw new Error(`Unexpected file name "${file}", expected a plain one`);
    lines.push(`${sha256Of(join(folder, file))}  ${file}\n`);
  }
  await writeFile(join(folder, SUMS), lines.join(''));
}

/** Path → SHA-256, from the text of a list. Throws at a line that is not one, or that leads out of the folder. */
export function parseSums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line === '') continue;
    const [, sum, file] = LINE.exec(line) ?? [];
    if (!sum || !file || !isInside(file)) {
      throw new Error(
        `Unexpected line ${index + 1} of ${SUMS}: "${line.slice(0, 100)}", expected a SHA-256 and a path inside the site`,
      );
    }
    sums.set(file, sum);
  }
  if (sums.size === 0) throw new Error(`Unexpected empty ${SUMS}, expected a line for each file`);
  return sums;
}

/** The SHA-256 of a file, in lower-case hexadecimal. Throws where it cannot be read. */
export function sha256Of(file: string): string {
  // A site is thousands of small files: to wait for each would take most of the time.
  return hash('sha256', readFileSync(file));
}

/** Whether a path stays below the folder it starts from and needs no escaping in a list. */
function isInside(path: string): boolean {
  return (
    !/[\\\r\n]|^\/|^[A-Za-z]:/u.test(path) &&
    path.split('/').every((name) => !['', '.', '..'].includes(name))
  );
}
