import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEditions } from './manifest.ts';

function folderOf(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'a.txt'), '第一条 甲。');
  return folder;
}

const PAIR = { id: 'a-20', title: '甲办法', old: 'a', new: 'a', changes: [] };
const FILES = {
  a: { file: 'elsewhere/a.txt', title: '甲办法' },
  b: { file: 'b.txt', title: '乙' },
};

test('texts are found in the folder itself, whatever folder the manifest was made in', () => {
  const editions = readEditions(folderOf({ files: FILES, pairs: [PAIR] }));
  expect(editions.textOf('a')).toBe('第一条 甲。');
  expect(editions.pairs[0]?.level).toBe('clause');
  expect(() => editions.textOf('b')).toThrow('b.txt');
  expect(() => editions.textOf('c')).toThrow('c');
});

test('a manifest that is none says what is wrong, and where', () => {
  expect(() => readEditions(folderOf({ files: FILES, pairs: [{ ...PAIR, old: 3 }] }))).toThrow(
    /pairs\.0\.old/u,
  );
});
