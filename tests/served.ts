import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_FILES } from '../src/finish/headers/sent.ts';
import { parseSums, SUMS } from '../src/finish/sums.ts';

/** The sums of the files of a built site that a host serves: all but those meant for the host itself. */
export function served(folder: string): Map<string, string> {
  const sums = parseSums(readFileSync(join(folder, SUMS), 'utf8'));
  for (const file of HOST_FILES) sums.delete(file);
  return sums;
}
