/** Code serves any content: it knows no policy, audience, office, city or clause of those that stand in the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../src/content/read/content.ts';
import { readFolder } from '../src/content/read/folder.ts';

/** Ids of clauses that are theirs alone: `t1` and `p3` may be anything. */
const NAMING = /-/u;
const FOLDERS = ['content', 'examples/library'];

const policies = FOLDERS.flatMap((folder) => readContent(readFolder(folder)).policies);
const words = new Set(
  policies.flatMap(({ id, info, policy, audiences, terms, topics }) => [
    id,
    info.data?.issuer ?? '',
    /^.{2,4}?市/u.exec(info.data?.issuer ?? '')?.[0] ?? '',
    info.data?.title ?? '',
    info.data?.number ?? '',
    ...(audiences.data ?? []).flatMap((audience) => [audience.name, `'${audience.id}'`]),
    ...(terms.data ?? []).map(({ term }) => term),
    ...(topics.data ?? []).map(({ title }) => title),
    ...(policy?.clauses ?? [])
      .map(({ id: clause }) => clause)
      .filter((clause) => NAMING.test(clause)),
  ]),
);
words.delete('');
// Words of anybody's: a term of every law, and what browsers call a page of theirs.
for (const word of ['以上', "'window'"]) words.delete(word);

const code = ['src', 'scripts'].flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

test('no file of src/ and scripts/ names anything of a policy, not even in a comment', () => {
  expect(words.size).toBeGreaterThan(150);
  expect(code.length).toBeGreaterThan(200);
  const named = code.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = [...words].filter((word) => holds(text, word));
    return found.length ? [`${file}: ${found.join('、')}`] : [];
  });
  expect(named).toEqual([]);
});

/** An id is not found inside a longer word. */
function holds(text: string, word: string): boolean {
  if (!/^[a-z0-9-]+$/u.test(word)) return text.includes(word);
  return new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'u').test(text);
}
