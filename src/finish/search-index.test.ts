import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'index-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How a process ends that indexes a page of a folder, and what it says; `pagefind` is the program it asks. */
function index(page: string, pagefind?: string): Promise<string> {
  const module = new URL('search-index.ts', import.meta.url).href;
  const script = `
    import { startIndex } from ${JSON.stringify(module)};
    try {
      const index = await startIndex(${JSON.stringify(folder)});
      index.add(${JSON.stringify(page)}, 'data-pagefind-body');
      await index.finish(${JSON.stringify(join(folder, 'pagefind'))});
      await index.end();
      console.log('done');
    } catch (error) {
      console.log(error.message);
      process.exit(1);
    }`;
  return new Promise((ends) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        env: {
          ...process.env,
          ...(pagefind && {
            PAGEFIND_BINARY_PATH: pagefind,
            PAGEFIND_EXTENDED_BINARY_PATH: pagefind,
          }),
        },
      },
      (error, out) => ends(`${error?.code ?? 0} ${out.trim()}`),
    );
  });
}

const PAGE = 'page.html';
writeFileSync(
  join(folder, PAGE),
  '<html lang="zh-CN"><body data-pagefind-body>给予补贴</body></html>',
);
const ENDED =
  '1 Pagefind ended before the search index was done: it was killed, perhaps for want of memory, or it failed (Error: ';

test('a page is indexed, and the process ends by itself', async () => {
  expect(await index(PAGE)).toBe('0 done');
});

test('a page that is not read says so', async () => {
  expect(await index('none.html')).toContain('read none.html: it was read 0 times, expected once');
});

test.each([
  ['at its first word', 1],
  ['when it is to read', 2],
])('Pagefind killed %s is told, and the process does not end without a word', async (_, words) => {
  const program = join(folder, 'killed.mjs');
  const answer = Buffer.from(
    JSON.stringify({ message_id: 1, payload: { type: 'NewIndex', index_id: 0 } }),
  ).toString('base64');
  writeFileSync(
    program,
    `#!${process.execPath}
let words = 0;
process.stdin.on('data', () => {
  if (++words === ${words}) process.kill(process.pid, 'SIGKILL');
  process.stdout.write('${answer},');
});`,
    { mode: 0o755 },
  );
  expect(await index(PAGE, program)).toContain(ENDED);
});
