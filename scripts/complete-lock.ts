/**
 * `npm run lock`, after every `npm install`: makes package-lock.json complete.
 *
 * npm drops from the lock, without a word, the builds for other platforms that the registry of the
 * day does not have; `npm ci` then fails with "Missing: … from lock file".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock, type Lock, missingFrom } from './lib/complete-lock.ts';

const FILE = 'package-lock.json';

const lock: Lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = missingFrom(lock).map(({ name }) => name);
writeFileSync(FILE, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
console.log(`${FILE}: ${added.length} entries put back${added.map((n) => `\n  ${n}`).join('')}`);
