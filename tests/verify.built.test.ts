import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeSums } from '../src/finish/sums.ts';
import { DIST, files, read } from './dist.ts';
import { exact, root, under } from './hosts.ts';

interface Ended {
  code: number;
  out: string;
  error: string;
}

/** What `npm run verify` prints and how it ends. */
function verify(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/verify.ts', ...args], (failed, out, error) =>
      done({ code: Number(failed?.code ?? 0), out, error }),
    );
  });
}

const COMMAND = new URL('../scripts/verify.ts', import.meta.url).href;
let times = 0;

/** The same without a process of its own, whose start takes longer than most of what is asked here. */
async function verifyHere(...args: string[]): Promise<Ended> {
  const { argv } = process;
  const [out, error] = (['log', 'error'] as const).map((way) =>
    vi.spyOn(console, way).mockImplementation(() => {}),
  );
  const textOf = (spy = out) => spy?.mock.calls.map(([text]) => `${text}\n`).join('') ?? '';
  process.argv = [process.execPath, 'scripts/verify.ts', ...args];
  try {
    // By another address each time, so that it runs each time.
    await import(/* @vite-ignore */ `${COMMAND}?${++times}`);
    return { code: Number(process.exitCode ?? 0), out: textOf(out), error: textOf(error) };
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
    vi.restoreAllMocks();
  }
}

test('the built site is what its list says and what was issued', async () => {
  const { code, out } = await verify(DIST);
  expect(out).toContain(`核对通过：${files.length - 1} 个文件和 dist/SHA256SUMS 一致`);
  expect(code).toBe(0);
});

test.each([
  ['at the root of a domain', root],
  ['under a path of a domain', under],
  ['from a host that knows exact names only', exact],
])('served %s it is verified by its address, and how far it got is told', async (_, kind) => {
  const host = await kind.start();
  // Of one host as a process: so it ends when all has been fetched.
  const ask = kind === root ? verify : verifyHere;
  const { code, out, error } = await ask(new URL('index.html?q=1#s3', host.url).href);
  await host.close();
  expect(out).toContain('核对通过');
  // This project's own server sends all that hosts are asked to send; storage cannot.
  expect(out.includes('提醒')).toBe(kind === exact);
  expect(error).toContain(`已取 ${files.length - 3}/${files.length - 3} 个文件`);
  expect(code).toBe(0);
});

test('a copy changed together with its list is found, and with --self by its issued text only', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'forged-'));
  cpSync(DIST, copy, { recursive: true });
  const page = 'prs-2018-156/p3-1.html';
  writeFileSync(join(copy, page), read(page).replace(/(data-issued[^>]*>)/u, '$1另'));
  const beside = 'prs-2018-156/p3-4.html';
  const sheet = /<section class="sheet[^>]*>/u;
  writeFileSync(join(copy, beside), read(beside).replace(sheet, '$&<p>另</p>'));
  writeFileSync(join(copy, 'about.html'), '');
  await writeSums(copy);
  const [outside, itself] = [await verify(copy), await verifyHere(copy, '--self')];
  rmSync(copy, { recursive: true });
  expect([outside.code, itself.code]).toEqual([1, 1]);
  expect(outside.out).toContain('about.html:1:1');
  expect(outside.out).toContain('很可能是另一个版本');
  expect(itself.out).not.toContain('about.html');
  expect(itself.out).toContain(`${page}\n  问题：当作原文显示的文字和原文不一样`);
  // Not marked as issued, but it stands on the law's white sheet.
  expect(itself.out).toContain(`${beside}\n  问题：当作原文显示的文字和原文不一样`);
  expect(itself.error).toContain('注意：用的是对方自己的清单');
});

test('with --self, tables that draw another law are found, and what is not there is not called proved', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'forged-'));
  cpSync(DIST, copy, { recursive: true });
  const itself = async () => {
    await writeSums(copy);
    return verifyHere(copy, '--self');
  };
  const kept = await itself();
  expect(kept.out).toContain('网页和表里标作原文的字和 content 一致');
  expect(kept.out).toContain('样式和脚本有没有被改，看不出来');
  const tables = ['prs-2018-156/search-table.json', 'prs-2018-156/desk.json', 'prs-2018-156.json'];
  for (const table of tables) {
    writeFileSync(join(copy, table), read(table).replaceAll('可享受', '均享受'));
  }
  const forged = await itself();
  for (const table of tables) {
    cpSync(join(DIST, table), join(copy, table));
    expect(forged.out).toContain(`${table}\n  问题：当作原文显示的文字和原文不一样，从第`);
  }
  rmSync(join(copy, 'prs-2018-156'), { recursive: true });
  rmSync(join(copy, 'prs-2018-156.html'));
  const bare = await itself();
  rmSync(copy, { recursive: true });
  for (const file of ['prs-2018-156.html', 'prs-2018-156/source.txt']) {
    expect(bare.out).toContain(`${file}\n  问题：没有这个文件，这份政策的原文无从核对。`);
  }
  expect([kept.code, forged.code, bare.code]).toEqual([0, 1, 1]);
});

test.each([
  [[], '用法'],
  [['--none'], '用法'],
  [['no-such-folder'], '没有这个文件夹：no-such-folder'],
  [[DIST, '--sums', 'no-such-list'], '没有这个文件：no-such-list'],
  [['dist/index.html'], '这不是文件夹：dist/index.html'],
  [[DIST, '--sums', 'dist'], '这不是文件：dist。写 SHA256SUMS 这个文件本身'],
  [[DIST, '--self', '--sums', 'dist/SHA256SUMS'], '只能选一个'],
  [[DIST, '--sums', 'package.json'], 'package.json SHA256SUMS 读不出来'],
  [['http://127.0.0.1:9/'], '连不上 http://127.0.0.1:9/'],
])('verify %j says why it compares nothing', async (args, why) => {
  // One of them as a process: so it ends for whoever called it, too.
  const { code, error } = await (args.length ? verifyHere : verify)(...args);
  expect(error).toContain(why);
  expect(code).toBe(2);
});
