import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import { watchFolder } from './watch.ts';

let home: string;
let folder: string;
let watched: { close(): void };
let told: string[][];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'watch-'));
  folder = join(home, 'content');
  mkdirSync(join(folder, 'a'), { recursive: true });
  writeFileSync(join(folder, 'a/x.yml'), 'x');
  told = [];
  watched = watchFolder(folder, (files: ContentFiles) => {
    told.push([...files].map(([path, { text }]) => `${path}=${text}`));
  });
});

afterEach(() => {
  watched.close();
  rmSync(home, { recursive: true });
});

const last = (files: string[]) => vi.waitFor(() => expect(told.at(-1)).toEqual(files), 10_000);

test('a folder is read at once, and when something in it changes', async () => {
  expect(told).toEqual([['a/x.yml=x']]);
  writeFileSync(join(folder, 'a/x.yml'), 'y');
  await last(['a/x.yml=y']);
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'b/z.yml'), 'z');
  await last(['a/x.yml=y', 'b/z.yml=z']);
  rmSync(join(folder, 'a'), { recursive: true });
  await last(['b/z.yml=z']);
});

test('a folder that went away is empty, and watched again when it is back', async () => {
  renameSync(folder, `${folder}-away`);
  await last([]);
  renameSync(`${folder}-away`, folder);
  await last(['a/x.yml=x']);
  writeFileSync(join(folder, 'a/x.yml'), 'y');
  await last(['a/x.yml=y']);
});

test('what was saved as it was is no change', async () => {
  writeFileSync(join(folder, 'a/x.yml'), 'x');
  // Past the look that it does by itself.
  await setTimeout(1200);
  expect(told).toHaveLength(1);
});
