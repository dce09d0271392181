import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import { heldContent } from './held.ts';
import { Workbench } from './workbench.ts';

const files = (text: string): ContentFiles => new Map([['site.yml', { text, sha256: text }]]);
const CLEAN = files('clean');
const BROKEN = files('broken');

let bench: Workbench;
/** What a page is made of at the moment, as library.ts decides it. */
const madeOf = () => {
  const { fallen, clean, files: now } = heldContent();
  return (fallen && clean) || now;
};

beforeEach(() => {
  bench = new Workbench({
    root: '/srv/site',
    folder: 'content',
    render: async () =>
      madeOf() === BROKEN
        ? { status: 500, html: '' }
        : {
            status: 200,
            html: `<html><head></head><body>${madeOf().get('site.yml')?.text}</body></html>`,
          },
    forget: () => {},
    changed: () => {},
  });
});

afterEach(() => {
  bench.end();
  Object.assign(heldContent(), {
    files: new Map(),
    clean: undefined,
    fallen: false,
    stale: [],
    laws: [],
  });
});

test('a page that cannot be made of the content is made of that which had no fault, and says so', async () => {
  heldContent().clean = CLEAN;
  bench.update(BROKEN);
  const shown = await bench.show('/index.html');
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('clean');
  expect(shown.notes[0]).toContain('上一次没有问题的内容');
  bench.update(files('mended'));
  expect((await bench.show('/index.html')).html).toContain('mended');
});

test('where there never was such content, a page in Chinese says that there is none', async () => {
  bench.update(BROKEN);
  bench.fail('Unexpected token\n at /srv/site/src/views/Home.astro:7:3');
  const { status, html } = await bench.show('/index.html');
  expect(status).toBe(500);
  expect(html).toContain('这一页没有生成');
  expect(html).toContain('src/views/Home.astro:7');
});

test('content is checked beside the pages, the newest last', async () => {
  bench.update(CLEAN);
  bench.update(BROKEN);
  await vi.waitFor(() => expect(bench.files).toBe(1), 30_000);
  expect(bench.all.map(({ file }) => file)).toContain('content/site.yml');
});
