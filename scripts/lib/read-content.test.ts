import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPolicy } from './read-content.ts';

test.each([
  ['defaultPolicy: p-1\n', 'p-1'],
  ["defaultPolicy: 'p-1'\n", 'p-1'],
  ['defaultPolicy: "p-1" # the first\n', 'p-1'],
  ['{ name: 某站, defaultPolicy: p-1 }\n', 'p-1'],
  ['name: [\n', ''],
  ['', ''],
])('of %j the default policy is %j, as YAML says', (text, id) => {
  expect(defaultPolicy(new Map([['content/site.yml', { text, sha256: '' }]]))).toBe(id);
});

test('a symbolic link is read as what it leads to, and one that leads nowhere as an empty file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/real.yml'), 'a: 1\n');
  symlinkSync('real.yml', join(folder, 'content/link.yml'));
  symlinkSync('nowhere.yml', join(folder, 'content/lost.yml'));
  const module = JSON.stringify(new URL('read-content.ts', import.meta.url).href);
  const script = `import { readContent } from ${module};
    console.log(JSON.stringify([...readContent()].map(([path, { text }]) => [path, text]).sort()));`;
  const read = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(JSON.parse(read)).toEqual([
    ['content/link.yml', 'a: 1\n'],
    ['content/lost.yml', ''],
    ['content/real.yml', 'a: 1\n'],
  ]);
  rmSync(folder, { recursive: true });
});
