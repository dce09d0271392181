import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFault, readFolder } from './folder.ts';

test('a symbolic link is read as what it leads to, and one that leads nowhere as an empty file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, 'policies/real.yml'), 'a: 1\n');
  symlinkSync('real.yml', join(folder, 'policies/link.yml'));
  symlinkSync('nowhere.yml', join(folder, 'lost.yml'));
  const read = [...readFolder(folder)].map(([path, { text }]) => [path, text]).sort();
  expect(read).toEqual([
    ['lost.yml', ''],
    ['policies/link.yml', 'a: 1\n'],
    ['policies/real.yml', 'a: 1\n'],
  ]);
  expect(contentFault(folder)).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test('a content folder that is none, or a file, is told of before anything is read', () => {
  expect(contentFault('nowhere/at-all')).toMatchInlineSnapshot(`
    "CONTENT
      问题：“nowhere/at-all”不是文件夹。
      改法：写放着 site.yml 和 policies 的文件夹，例如 CONTENT=examples/library；不写 CONTENT，就用 content。
      说明：README.md#命令"
  `);
  expect(contentFault('package.json')).toContain('“package.json”不是文件夹');
});
